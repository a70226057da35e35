// A deck as a readable outline, and where things stand in it.
#include "typeset/deck.hpp"

#include <array>
#include <cstdio>

namespace comb::typeset {
namespace {

constexpr std::array<std::string_view, 7> layout_names = {"cover", "part",     "lesson", "content",
                                                          "block", "question", "pause"};

std::string facts(const Slide& slide) {
  std::string all;
  if (!slide.kicker.empty()) all += "  kicker: " + slide.kicker;
  if (!slide.kicker_meta.empty()) all += "  meta: " + slide.kicker_meta;
  if (!slide.icon.empty()) all += "  icon: " + slide.icon;
  if (slide.planned) all += "  planned: " + std::to_string(slide.planned->count()) + " min";
  if (slide.continued) all += "  continued";
  if (slide.reveal) all += "  reveal";
  if (slide.scale < 1) {
    std::array<char, 16> scale{};
    std::snprintf(scale.data(), scale.size(), "%.2f", slide.scale);
    all += std::string("  scale: ") + scale.data();
  }
  return all;
}

} // namespace

std::map<std::string, int> slide_numbers(const Deck& deck) {
  std::map<std::string, int> numbers;
  for (const Slide& slide : deck.slides) {
    numbers.emplace(slide.id, slide.number);
    if (!slide.lesson_id.empty()) numbers.emplace(slide.lesson_id, slide.number);
    for (const model::Part& part : slide.body) {
      if (!part.id.empty()) numbers.emplace(part.id, slide.number);
      if (const auto* box = std::get_if<model::Box>(&part.content); box != nullptr && !box->id.empty()) {
        numbers.emplace(box->id, slide.number);
      }
    }
  }
  return numbers;
}

std::map<std::string, SlideRange> lesson_slides(const Deck& deck) {
  std::map<std::string, SlideRange> ranges;
  for (const Slide& slide : deck.slides) {
    if (slide.lesson_id.empty()) continue;
    ranges.try_emplace(slide.lesson_id, SlideRange{slide.number, slide.number}).first->second.last = slide.number;
  }
  return ranges;
}

std::string dump(const Deck& deck) {
  std::string out;
  for (const Slide& slide : deck.slides) {
    out += std::to_string(slide.number) + " " + std::string(layout_names.at(static_cast<std::size_t>(slide.layout))) +
           " #" + slide.id + "  " + text::dump(slide.headline) + "\n";
    if (const std::string line = facts(slide); !line.empty()) out += "  " + line.substr(2) + "\n";
    out += model::dump(slide.body, 1);
    if (slide.notes.empty()) continue;
    out += "  notes\n";
    out += model::dump(slide.notes, 2);
  }
  return out;
}

} // namespace comb::typeset
