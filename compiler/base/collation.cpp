// Dictionary order by ICU.
#include "base/collation.hpp"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <memory>

namespace comb {

namespace {

struct CloseCollator {
  void operator()(UCollator* collator) const { ucol_close(collator); }
};
using Collator = std::unique_ptr<UCollator, CloseCollator>;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  for (const std::string_view beginning : beginnings) {
    if (text.starts_with(beginning)) return true;
  }
  return false;
}

std::string locale_of(std::string_view lang) {
  if (starts_with_any(lang, {"zh-Hans", "zh-CN", "zh-SG"})) return "zh@collation=pinyin";
  if (lang.starts_with("zh")) return "zh@collation=stroke";
  return std::string(lang.substr(0, lang.find('-')));
}

std::u16string utf16(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  std::u16string wide(word.size(), u'\0'); // no text has more UTF-16 units than UTF-8 bytes
  int32_t length = 0;
  u_strFromUTF8WithSub(wide.data(), static_cast<int32_t>(wide.size()), &length, word.data(),
                       static_cast<int32_t>(word.size()), 0xFFFD, nullptr, &status);
  wide.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return wide;
}

} // namespace

Collation::Collation(std::string_view lang) : locale_(locale_of(lang)) {}

std::string Collation::key(std::string_view word) const {
  UErrorCode status = U_ZERO_ERROR;
  const Collator collator(ucol_open(locale_.c_str(), &status));
  std::string bytes;
  if (U_SUCCESS(status)) {
    const std::u16string wide = utf16(word);
    const auto length = static_cast<int32_t>(wide.size());
    const int32_t needed = ucol_getSortKey(collator.get(), wide.data(), length, nullptr, 0);
    std::string written(static_cast<std::size_t>(needed), '\0');
    // ICU writes bytes; `char` may have a sign.
    ucol_getSortKey(collator.get(), wide.data(), length, reinterpret_cast<uint8_t*>(written.data()), needed);
    bytes = std::move(written);
  }
  bytes += '\0';
  bytes += word;
  return bytes;
}

} // namespace comb
