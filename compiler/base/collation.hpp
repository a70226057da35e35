// The order in which a language's dictionaries list words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace comb {

/// Sorts words as the language `lang` (BCP 47) does: Traditional Chinese by strokes, Simplified Chinese by pinyin,
/// others by the rules of CLDR. Words that are equal there keep a fixed order by their bytes. The machine's locale
/// plays no part.
class Collation {
 public:
  explicit Collation(std::string_view lang);

  /// Bytes that compare as the words do.
  std::string key(std::string_view word) const;

 private:
  std::string locale_;
};

} // namespace comb
