// The codes of Moodle's embedded answers. Special characters are written as entities: Moodle 4.2 does not undo
// backslashes in them (quiz-formats.md, section 2.2).
#include "emit/outputs/quiz_bank/moodle_cloze.hpp"

#include "emit/outputs/quiz_bank/moodle.hpp"
#include "emit/outputs/quiz_bank/places.hpp"

#include <algorithm>
#include <cmath>

namespace comb::emit::quiz_bank {
namespace {

/// `text` for an alternative: nothing in it can end the alternative, the code or an element.
std::string as_entities(std::string_view text) {
  std::string safe;
  for (const char byte : without_control_characters(text)) {
    switch (byte) {
      case '}':
      case '{':
      case '~':
      case '#':
      case '%':
      case '=':
      case '\\':
      case '"':
      case '\'':
        safe += "&#" + std::to_string(static_cast<int>(byte)) + ";";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '\n':
      case '\t':
        safe += ' ';
        break;
      default:
        safe += byte;
    }
  }
  return safe;
}

/// How many points each gap has: the question's in equal whole parts, else 1.
int points_of_gap(const BankQuestion& question) {
  const double share =
      question.question->points / static_cast<double>(std::max<std::size_t>(question.stem.gaps.size(), 1));
  return share >= 1 && share == std::floor(share) && share <= 100 ? static_cast<int>(share) : 1;
}

std::string gap_code(const BankQuestion& question, const text::Blank& gap) {
  std::string code = "{" + std::to_string(points_of_gap(question)) + ":";
  const std::string answer = gap.key ? gap.key->answer : std::string();
  if (!gap.options.empty()) {
    code += "MULTICHOICE:";
    for (std::size_t option = 0; option < gap.options.size(); ++option) {
      if (option > 0) code += '~';
      if (gap.options[option] == answer) code += '=';
      code += as_entities(gap.options[option]);
    }
    return code + "}";
  }
  code += question.question->case_sensitive ? "SHORTANSWER_C:=" : "SHORTANSWER:=";
  code += as_entities(moodle_answer(answer));
  if (gap.key)
    for (const std::string& other : gap.key->also) code += "~=" + as_entities(moodle_answer(other));
  return code + "}";
}

} // namespace

std::string cloze_html(const BankQuestion& question, const MediaLibrary& media) {
  // Braces of the author's own text could be read as a code. They become entities before the codes go in; the
  // places of pictures and gaps hold none.
  RichText stem = question.stem;
  std::string safe;
  const auto picture = [&](const Picture& shown) { return picture_element(shown, media, "@@PLUGINFILE@@/"); };
  const auto gap = [](const text::Blank&, std::size_t index) { return "\x01" + std::to_string(index) + "\x01"; };
  for (const char byte : with_places(stem, picture, gap)) {
    if (byte == '{')
      safe += "&#123;";
    else if (byte == '}')
      safe += "&#125;";
    else
      safe += byte;
  }
  std::string filled;
  std::size_t begin = 0;
  for (std::size_t index = 0; index < stem.gaps.size(); ++index) {
    const std::string mark = "\x01" + std::to_string(index) + "\x01";
    const std::size_t place = safe.find(mark, begin);
    if (place == std::string::npos) continue;
    filled.append(safe, begin, place - begin);
    filled += gap_code(question, *stem.gaps[index]);
    if (!stem.gaps[index]->hint.empty()) filled += " (" + as_entities(stem.gaps[index]->hint) + ")";
    begin = place + mark.size();
  }
  return filled.append(safe, begin);
}

void note_cloze_losses(const BankQuestion& question, Losses& losses) {
  const std::string& id = question.question->id;
  const double given = points_of_gap(question) * static_cast<double>(question.stem.gaps.size());
  if (given != question.question->points) losses.add(Loss::cloze_points, id);
  if (std::ranges::any_of(question.stem.gaps, [](const text::Blank* gap) { return !gap->hint.empty(); }))
    losses.add(Loss::hint, id);
}

} // namespace comb::emit::quiz_bank
