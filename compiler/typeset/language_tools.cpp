// Line breaks through ICU, hyphenation through libhyphen; the only user of either in this folder.
#include "typeset/language_tools.hpp"

#include "base/utf8.hpp"

#include <hyphen.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <unistd.h>
#include <algorithm>
#include <mutex>
#include <unordered_map>

namespace comb::typeset {

namespace {

// Of the Debian package hyphen-en-us.
constexpr const char* patterns_path = "/usr/share/hyphen/hyph_en_US.dic";
constexpr std::size_t least_before = 2;
constexpr std::size_t least_after = 3;
constexpr std::size_t longest_word = 60;

struct DictionaryDeleter {
  void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
};

std::unique_ptr<icu::BreakIterator> make_iterator(const std::string& lang) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale((lang + "@lb=strict").c_str());
  std::unique_ptr<icu::BreakIterator> iterator(icu::BreakIterator::createLineInstance(locale, status));
  return U_SUCCESS(status) != 0 ? std::move(iterator) : nullptr;
}

std::unique_ptr<icu::BreakIterator> make_word_iterator(const std::string& lang) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale(lang.c_str()), status));
  return U_SUCCESS(status) != 0 ? std::move(iterator) : nullptr;
}

std::vector<std::uint32_t> edges_in(std::u16string_view text, icu::BreakIterator& iterator) {
  std::vector<std::uint32_t> edges;
  const icu::UnicodeString alias(false, text.data(), static_cast<int32_t>(text.size()));
  iterator.setText(alias);
  for (int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    edges.push_back(static_cast<std::uint32_t>(at));
  }
  return edges;
}

std::vector<std::uint8_t> hyphenate(HyphenDict* dictionary, const std::string& word) {
  std::vector<char> marks(word.size() + 5);
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  std::vector<std::uint8_t> found;
  if (hnj_hyphen_hyphenate2(dictionary, word.c_str(), static_cast<int>(word.size()), marks.data(), nullptr,
                            &replacements, &positions, &cuts) != 0) {
    return found;
  }
  for (std::size_t i = least_before; i + least_after <= word.size(); ++i) {
    if ((marks[i - 1] & 1) != 0) found.push_back(static_cast<std::uint8_t>(i));
  }
  return found;
}

} // namespace

struct LanguageTools::State {
  std::string lang;
  std::mutex iterators_mutex;
  std::vector<std::unique_ptr<icu::BreakIterator>> iterators; ///< not in use
  std::mutex word_iterator_mutex;
  std::unique_ptr<icu::BreakIterator> word_iterator;
  std::mutex words_mutex;
  std::unique_ptr<HyphenDict, DictionaryDeleter> dictionary;
  bool is_dictionary_tried = false;
  std::unordered_map<std::string, std::vector<std::uint8_t>> words;

  std::unique_ptr<icu::BreakIterator> take_iterator() {
    const std::lock_guard lock(iterators_mutex);
    if (iterators.empty()) return make_iterator(lang);
    std::unique_ptr<icu::BreakIterator> taken = std::move(iterators.back());
    iterators.pop_back();
    return taken;
  }
  void give_back(std::unique_ptr<icu::BreakIterator> iterator) {
    const std::lock_guard lock(iterators_mutex);
    iterators.push_back(std::move(iterator));
  }
};

LanguageTools::LanguageTools(std::string_view lang) : state_(std::make_unique<State>()) {
  // ICU knows the strictness of `zh` and `ja`; script and region only cost it a look-up.
  state_->lang = std::string(lang.substr(0, lang.find('-')));
}

LanguageTools::~LanguageTools() = default;

bool LanguageTools::has_dots_above() const {
  return state_->lang == "ja" || state_->lang == "ko";
}

std::vector<std::uint32_t> LanguageTools::line_breaks(std::u16string_view text) const {
  std::unique_ptr<icu::BreakIterator> iterator = state_->take_iterator();
  if (!iterator) return {static_cast<std::uint32_t>(text.size())};
  std::vector<std::uint32_t> breaks = edges_in(text, *iterator);
  state_->give_back(std::move(iterator));
  return breaks;
}

std::vector<std::uint32_t> LanguageTools::word_edges(std::u16string_view text) const {
  const std::lock_guard lock(state_->word_iterator_mutex);
  if (!state_->word_iterator) state_->word_iterator = make_word_iterator(state_->lang);
  if (!state_->word_iterator) return {};
  return edges_in(text, *state_->word_iterator);
}

const std::vector<std::uint8_t>& LanguageTools::hyphenation(std::string_view word) const {
  std::string key(word.substr(0, longest_word));
  std::ranges::transform(key, key.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::lock_guard lock(state_->words_mutex);
  const auto known = state_->words.find(key);
  if (known != state_->words.end()) return known->second;
  if (!state_->is_dictionary_tried) {
    state_->is_dictionary_tried = true;
    state_->dictionary.reset(hnj_hyphen_load(patterns_path));
  }
  std::vector<std::uint8_t> found;
  if (state_->dictionary && word.size() <= longest_word) found = hyphenate(state_->dictionary.get(), key);
  return state_->words.emplace(std::move(key), std::move(found)).first->second;
}

bool LanguageTools::has_patterns() {
  return access(patterns_path, R_OK) == 0;
}

} // namespace comb::typeset
