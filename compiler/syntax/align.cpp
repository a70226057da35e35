// Aligns what cmark-gfm unescaped with what was written.
#include "syntax/align.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace comb::syntax {

namespace {

constexpr std::size_t longest_entity = 34; // `&CounterClockwiseContourIntegral;`

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

bool is_entity_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

/// The length of what is written like an entity at `at`; 0 for a plain `&`.
std::size_t entity_length(std::string_view subject, std::size_t at) {
  std::size_t end = at + 1;
  while (end < subject.size() && end - at < longest_entity && is_entity_byte(subject[end])) ++end;
  return end < subject.size() && subject[end] == ';' && end > at + 1 ? end + 1 - at : 0;
}

struct Step {
  std::size_t literal = 1;
  std::size_t subject = 1;
};

/// An entity gives one character, a few of them two; which, the text after it tells.
Step entity_step(std::string_view literal, std::string_view subject, std::size_t length) {
  const std::size_t one = std::max<std::size_t>(decode_at(literal, 0).byte_count, 1);
  const std::size_t two = one + decode_at(literal, one).byte_count;
  const bool one_fits = one >= literal.size() || length >= subject.size() || literal[one] == subject[length] ||
                        subject[length] == '\\' || subject[length] == '&';
  const bool two_fits = two > one && two < literal.size() && length < subject.size() && literal[two] == subject[length];
  return {!one_fits && two_fits ? two : one, length};
}

Step step_at(std::string_view literal, std::string_view subject) {
  const bool is_escape = subject[0] == '\\' && subject.size() > 1 && is_ascii_punctuation(subject[1]);
  if (is_escape && literal[0] == subject[1]) return {1, 2};
  if (subject[0] == '&') {
    const std::size_t length = entity_length(subject, 0);
    if (length != 0 && literal.substr(0, length) != subject.substr(0, length)) {
      return entity_step(literal, subject, length);
    }
  }
  return {};
}

} // namespace

TextAlignment align_literal(std::string_view literal, std::string_view subject, std::size_t begin) {
  TextAlignment result{.anchors = {{0, begin}}, .end = begin};
  std::size_t at = 0;
  while (at < literal.size() && result.end < subject.size()) {
    const Step step = step_at(literal.substr(at), subject.substr(result.end));
    at += step.literal;
    result.end += step.subject;
    if (step.literal != 1 || step.subject != 1) result.anchors.push_back({at, result.end});
  }
  result.end = std::min(result.end, subject.size());
  return result;
}

} // namespace comb::syntax
