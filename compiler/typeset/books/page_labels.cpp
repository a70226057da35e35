// What books tell others: printed page labels by anchor, and the diagnostics that they can raise.
#include "typeset/books.hpp"

#include <array>

namespace comb::typeset {

extern const DiagnosticKind card_overflows;
extern const DiagnosticKind page_numbers_unsettled;

std::map<std::string, std::string> page_labels(const Pages& pages) {
  std::map<std::string, std::string> labels;
  for (const Page& page : pages.pages) {
    for (const Op& op : page.ops) {
      if (const auto* anchor = std::get_if<Anchor>(&op.content)) labels.emplace(anchor->id, page.label);
    }
  }
  return labels;
}

std::span<const DiagnosticKind* const> book_diagnostic_kinds() {
  static constexpr std::array<const DiagnosticKind*, 2> kinds = {&card_overflows, &page_numbers_unsettled};
  return kinds;
}

} // namespace comb::typeset
