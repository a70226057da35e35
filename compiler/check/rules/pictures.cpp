// Text alternatives of pictures say what matters, briefly.
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>
#include <array>

namespace comb::check {

namespace {

constexpr DiagnosticKind alternative_too_long{
    .name = "alternative-too-long",
    .severity = Severity::warning,
    .help = "say the point of the picture in at most 150 characters; put the rest into the text",
};
constexpr DiagnosticKind alternative_says_picture{
    .name = "alternative-says-picture",
    .severity = Severity::warning,
    .help = "begin with what it shows: a screen reader says that it is a picture",
};

constexpr std::size_t most_characters = 150;
constexpr std::array<std::string_view, 8> useless_beginnings = {"image of", "picture of", "Image of", "Picture of",
                                                                "圖片",     "图片",       "一張圖",   "一张图"};

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  walk_parts(course, [&](const model::Part& part) {
    const auto* figure = std::get_if<model::Figure>(&part.content);
    if (figure == nullptr) return;
    if (character_count(figure->alternative) > most_characters) {
      found.push_back({.kind = &alternative_too_long,
                       .span = part.span,
                       .message = "the alternative of this picture has " +
                                  std::to_string(character_count(figure->alternative)) + " characters"});
    }
    const auto begins = [&](std::string_view words) { return figure->alternative.starts_with(words); };
    if (std::ranges::any_of(useless_beginnings, begins)) {
      found.push_back({.kind = &alternative_says_picture,
                       .span = part.span,
                       .message = "the alternative says that it is a picture"});
    }
  });
  return found;
}

} // namespace

extern const Rule pictures_rule;
const Rule pictures_rule{
    .name = "pictures", .diagnostics = {&alternative_too_long, &alternative_says_picture}, .run = run};

} // namespace comb::check
