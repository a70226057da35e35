// Finding terms: longest form first, whole words where a script has them.
#include "check/term_forms.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <functional>

namespace comb::check {

namespace {

char32_t lower(char32_t c) {
  return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
}

/// Letters that make words with spaces around them. Chinese has none, so a term may stand anywhere in it.
bool is_word_letter(char32_t character) {
  return is_letter_or_digit(character) && !joins_without_space(character);
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  const bool starts_word = is_word_letter(decode_at(text, begin).character);
  const bool ends_word = is_word_letter(decode_before(text, end).character);
  if (starts_word && begin > 0 && is_word_letter(decode_before(text, begin).character)) return false;
  return !ends_word || end >= text.size() || !is_word_letter(decode_at(text, end).character);
}

/// The first letter may be a capital, as where a sentence begins.
bool stands_at(std::string_view text, std::size_t at, std::string_view form) {
  if (text.size() - at < form.size()) return false;
  const std::string_view found = text.substr(at, form.size());
  if (found == form) return true;
  const auto first = static_cast<char32_t>(static_cast<unsigned char>(found.front()));
  return lower(first) == static_cast<char32_t>(static_cast<unsigned char>(form.front())) &&
         found.substr(1) == form.substr(1);
}

/// Whether `[begin, end)` of `text` lies inside an occurrence of `phrase`.
bool is_inside(std::string_view text, std::string_view phrase, std::size_t begin, std::size_t end) {
  if (phrase.size() < end - begin) return false;
  const std::size_t reach = phrase.size() - (end - begin);
  const std::size_t first = begin > reach ? begin - reach : 0;
  // Wherever the phrase lies in this window, it covers the range.
  return text.substr(first, begin + phrase.size() - first).find(phrase) != std::string_view::npos;
}

} // namespace

TermForms::TermForms(const std::vector<model::Term>& terms, Which which) : which_(which) {
  for (const model::Term& term : terms) {
    if (which == Which::right) add(term.use, term);
    for (const std::string& form : which == Which::right ? term.forms : term.avoid) add(form, term);
  }
  for (auto& [first, forms] : forms_) {
    std::ranges::stable_sort(forms, std::greater<>{}, [](const Form& form) { return form.text.size(); });
  }
}

void TermForms::add(const std::string& form, const model::Term& term) {
  if (!form.empty()) forms_[lower(decode_at(form, 0).character)].push_back({form, &term});
}

bool TermForms::counts(const Form& form, std::string_view text, std::size_t begin) const {
  const std::size_t end = begin + form.text.size();
  if (!is_whole_word(text, begin, end)) return false;
  const model::Term& term = *form.term;
  const auto covers = [&](const std::string& phrase) { return is_inside(text, phrase, begin, end); };
  if (std::ranges::any_of(term.except, covers)) return false;
  return which_ == Which::right || (!covers(term.use) && std::ranges::none_of(term.forms, covers));
}

std::optional<TermForms::Match> TermForms::at(std::string_view text, std::size_t at, std::string_view part,
                                              std::string_view lesson) const {
  const auto found = forms_.find(lower(decode_at(text, at).character));
  if (found == forms_.end()) return std::nullopt;
  for (const Form& form : found->second) {
    const std::string& scope = form.term->scope;
    if (!scope.empty() && scope != part && scope != lesson) continue;
    if (stands_at(text, at, form.text) && counts(form, text, at)) return Match{form.term, form.text};
  }
  return std::nullopt;
}

std::size_t TermForms::step(std::string_view text, std::size_t at) {
  return std::max<std::size_t>(1, decode_at(text, at).byte_count);
}

} // namespace comb::check
