// What a kind is called in a language.
#include "blocks/kind_label.hpp"

#include <algorithm>

namespace comb::blocks {

std::string_view label_of(const BlockKind& kind, const words::Words& words) {
  const auto own = std::ranges::find(kind.labels, words.lang, &KindLabel::lang);
  if (own != kind.labels.end()) return own->text;
  const auto alias = std::ranges::find(words.aliases, kind.name, &words::DirectiveAlias::name);
  if (alias != words.aliases.end()) return alias->alias;
  const auto english = std::ranges::find(kind.labels, "en", &KindLabel::lang);
  return english == kind.labels.end() ? kind.name : english->text;
}

} // namespace comb::blocks
