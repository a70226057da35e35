// Looks of speakers.
#include "typeset/dialogue_look.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <array>

namespace comb::typeset {

namespace {

constexpr std::size_t looks = 4;

/// Names of up to `cells` display cells stand in `pixels`.
struct NameRoom {
  int cells = 0;
  double pixels = 0;
  std::string_view name;
};
constexpr std::array<NameRoom, 3> rooms = {NameRoom{4, 90, "short-names"}, NameRoom{8, 150, "names"},
                                           NameRoom{0, 220, "long-names"}};

const NameRoom& room_of(const model::Dialogue& dialogue) {
  int widest = 0;
  for (const model::Turn& turn : dialogue.turns) widest = std::max(widest, display_width(turn.speaker));
  const auto* found = std::ranges::find_if(rooms, [&](const NameRoom& room) { return widest <= room.cells; });
  return found == rooms.end() ? rooms.back() : *found;
}

} // namespace

std::size_t place_in_cast(const model::Dialogue& dialogue, const model::Turn& turn) {
  const auto found = std::ranges::find(dialogue.cast, turn.speaker);
  return static_cast<std::size_t>(found - dialogue.cast.begin()) % looks;
}

bool is_indented(std::size_t place) {
  return place % 2 == 1;
}

Rgb speaker_color(std::size_t place, const theme::Colors& colors) {
  const std::array<Rgb, looks> inks = {colors.teal, colors.wood, colors.plum, colors.moss};
  return inks.at(place % looks);
}

std::string_view name_room_class(const model::Dialogue& dialogue) {
  return room_of(dialogue).name;
}

double name_room(const model::Dialogue& dialogue) {
  return room_of(dialogue).pixels;
}

} // namespace comb::typeset
