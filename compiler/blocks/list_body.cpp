// Parting the lists of a body from the rest.
#include "blocks/list_body.hpp"

namespace comb::blocks {

ListBody read_list_body(const syntax::Nodes& nodes) {
  ListBody body;
  for (const syntax::Node& node : nodes) {
    const auto* list = std::get_if<syntax::List>(&node.content);
    if (list == nullptr) {
      body.others.push_back(node);
      continue;
    }
    for (const syntax::ListItem& item : list->items) body.items.push_back(&item);
  }
  return body;
}

} // namespace comb::blocks
