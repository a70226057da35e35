// What the tests of typesetting share: the default theme's fonts, and lines as text.
#pragma once

#include "typeset/fonts.hpp"
#include "typeset/paragraph.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace comb::typeset::test {

inline const Fonts& fonts() {
  static const Fonts loaded = [] {
    auto result = Fonts::load(theme::FontNames{}, "zh-Hant-TW");
    REQUIRE_MESSAGE(static_cast<bool>(result), (result ? std::string() : result.failure().message));
    return *result;
  }();
  return loaded;
}

inline StyledRun run_of(std::string text) {
  return {.text = std::move(text), .style = {.size = 10_pt}};
}

inline std::string line_text(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

/// The lines of one run of text, each as it would copy.
inline std::vector<std::string> lines_of(const std::string& text, Points measure,
                                         TextAlign align = TextAlign::justify) {
  const std::vector<StyledRun> runs = {run_of(text)};
  std::vector<std::string> lines;
  for (const Line& line : set_paragraph(runs, {.align = align}, measure, fonts()).value.lines) {
    lines.push_back(line_text(line));
  }
  return lines;
}

} // namespace comb::typeset::test
