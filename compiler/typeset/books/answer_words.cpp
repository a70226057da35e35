// The key of each type of question in words.
#include "typeset/books/answer_words.hpp"

#include "base/overloaded.hpp"

#include <algorithm>

namespace comb::typeset::books {
namespace {

std::string choices_key(const model::QuestionKey& key) {
  std::string words;
  for (std::size_t index = 0; index < key.is_key.size(); ++index) {
    if (key.is_key[index]) words += (words.empty() ? "" : " ") + letter_of(index);
  }
  return words;
}

std::string matching_key(const model::QuestionKey& key) {
  std::string words;
  for (std::size_t left = 0; left < key.right_of_left.size(); ++left) {
    if (key.right_of_left[left] < 0) continue;
    words += (words.empty() ? "" : "  ") + std::to_string(left + 1) + "–" +
             letter_of(static_cast<std::size_t>(key.right_of_left[left]));
  }
  return words;
}

std::string ordering_key(const model::QuestionKey& key, std::size_t items) {
  std::string words;
  for (const int rank : ranks_of(key, items)) words += (words.empty() ? "" : " ") + std::to_string(rank);
  return words;
}

std::string short_key(const model::QuestionKey& key) {
  std::string words;
  for (const model::AcceptedText& accepted : key.accepted) words += (words.empty() ? "" : " / ") + accepted.text;
  return words;
}

std::string number_key(const model::QuestionKey& key, const std::string& unit) {
  std::string words = key.number_text;
  if (key.tolerance > 0) {
    words += " ± " + decimal_words(key.tolerance);
  }
  return unit.empty() ? words : words + " " + unit;
}

void collect_blanks(const text::Inlines& inlines, std::string& words) {
  for (const text::Inline& piece : inlines) {
    if (const auto* blank = std::get_if<text::Blank>(&piece.content)) {
      if (blank->key) words += (words.empty() ? "" : " / ") + blank->key->answer;
    } else if (const auto* strong = std::get_if<text::Strong>(&piece.content)) {
      collect_blanks(strong->children, words);
    } else if (const auto* emphasis = std::get_if<text::Emphasis>(&piece.content)) {
      collect_blanks(emphasis->children, words);
    }
  }
}

std::string cloze_key(const model::Parts& stem) {
  std::string words;
  for (const model::Part& part : stem) {
    if (const auto* prose = std::get_if<model::Prose>(&part.content)) collect_blanks(prose->content, words);
  }
  return words;
}

} // namespace

std::string decimal_words(double number) {
  std::string words = std::to_string(number);
  words.erase(words.find_last_not_of('0') + 1);
  if (words.ends_with('.')) words.pop_back();
  return words;
}

std::string letter_of(std::size_t index) {
  constexpr std::size_t letters = 26;
  const std::string last(1, static_cast<char>('A' + index % letters));
  return index < letters ? last : letter_of(index / letters - 1) + last;
}

std::vector<int> ranks_of(const model::QuestionKey& key, std::size_t items) {
  std::vector<int> ranks(items, 0);
  for (std::size_t place = 0; place < key.right_order.size(); ++place) {
    const auto item = static_cast<std::size_t>(key.right_order[place]);
    if (item < items) ranks[item] = static_cast<int>(place) + 1;
  }
  return ranks;
}

std::string key_words(const model::Question& question) {
  if (!question.key) return {};
  const model::QuestionKey& key = *question.key;
  return std::visit(Overloaded{
                        [&](const model::Choices&) { return choices_key(key); },
                        [&](const model::Matching&) { return matching_key(key); },
                        [&](const model::Ordering& ordering) { return ordering_key(key, ordering.items.size()); },
                        [&](const model::ShortText&) { return short_key(key); },
                        [&](const model::Number& number) { return number_key(key, number.unit); },
                        [&](const model::Cloze&) { return cloze_key(question.stem); },
                        [&](const model::FreeText&) { return std::string(); },
                        [&](const model::Hotspot&) { return choices_key(key); },
                    },
                    question.form);
}

bool fits_a_cell(const model::Parts& parts) {
  return std::ranges::all_of(
      parts, [](const model::Part& part) { return std::holds_alternative<model::Prose>(part.content); });
}

text::Inlines joined_paragraphs(const model::Parts& parts) {
  text::Inlines joined;
  for (const model::Part& part : parts) {
    const auto* prose = std::get_if<model::Prose>(&part.content);
    if (prose == nullptr) continue;
    if (!joined.empty()) joined.push_back({.span = part.span, .content = text::LineBreak{}});
    joined.insert(joined.end(), prose->content.begin(), prose->content.end());
  }
  return joined;
}

} // namespace comb::typeset::books
