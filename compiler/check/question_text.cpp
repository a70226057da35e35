// Plain texts of questions.
#include "check/question_text.hpp"

#include "base/utf8.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>

namespace comb::check {
namespace {

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const bool begins = begin == 0 || !is_ascii_letter(text[begin - 1]);
  const bool ends = end == text.size() || !is_ascii_letter(text[end]);
  return begins && ends;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t place = text.find(word); place != std::string_view::npos; place = text.find(word, place + 1)) {
    if (!is_ascii_letter(word.front()) || stands_alone(text, place, place + word.size())) return true;
  }
  return false;
}

char32_t half_width(char32_t character) {
  constexpr char32_t first = U'！', last = U'～', distance = U'！' - U'!';
  return character >= first && character <= last ? character - distance : character;
}

} // namespace

std::string stem_text(const model::Question& question) {
  std::string text;
  walk_parts(question.stem, [&](const model::Part& part) {
    // A note to the trainer may stand in a question, but is no part of what is asked.
    if (!part.editions.has(model::EditionKind::bank)) return;
    inlines_of(part, [&](const text::Inlines& inlines) {
      if (!text.empty()) text += '\n';
      bool has_gap = false;
      walk_inlines(inlines, [&](const text::Inline& piece) {
        has_gap = has_gap || std::holds_alternative<text::Blank>(piece.content);
      });
      text += text::plain_text(inlines);
      if (has_gap) text += "____";
    });
  });
  return text;
}

std::vector<std::string> option_texts(const model::Question& question) {
  std::vector<std::string> texts;
  if (const auto* choices = std::get_if<model::Choices>(&question.form)) {
    for (const model::Option& option : choices->options) texts.push_back(text::plain_text(option.text));
  }
  return texts;
}

bool is_key_option(const model::Question& question, std::size_t index) {
  return question.key && index < question.key->is_key.size() && question.key->is_key[index];
}

std::string normalised(std::string_view text) {
  std::string compared;
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedCharacter decoded = decode_at(text, offset);
    offset += std::max<std::uint32_t>(decoded.byte_count, 1);
    if (!is_space(decoded.character)) append_utf8(compared, half_width(decoded.character));
  }
  for (const std::string_view stop : {"。", "."}) {
    if (compared.size() > stop.size() && compared.ends_with(stop)) compared.resize(compared.size() - stop.size());
  }
  return to_lower(compared);
}

bool has_any_word(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

std::set<std::string> scenario_ids(const model::Course& course) {
  std::set<std::string> ids;
  for (const model::BlockInfo& block : course.blocks) {
    const auto scenario = block.facts.find("scenario");
    if (scenario != block.facts.end()) ids.insert(scenario->second);
  }
  return ids;
}

bool has_words(const model::Parts& parts) {
  bool found = false;
  walk_parts(parts, [&](const model::Part& part) {
    found = found || std::holds_alternative<model::Figure>(part.content) ||
            std::holds_alternative<model::Code>(part.content);
    inlines_of(part, [&](const text::Inlines& inlines) { found = found || !inlines.empty(); });
  });
  return found;
}

} // namespace comb::check
