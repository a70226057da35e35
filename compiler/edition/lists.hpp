// One function a list; `directories.cpp` puts them where the course asks for them.
#pragma once

#include "edition/edition.hpp"
#include "words/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace comb::edition {

/// What each list is made from.
struct ListSource {
  const Edition& edition;
  const model::Course& course;
  const words::Words& words;
};

/// One table a day with the clock; `days` are numbers of days, empty for all.
model::Parts agenda(const ListSource& source, const std::vector<std::string>& days);

/// A key point, where it stands.
struct KeyPoint {
  std::string part{};
  const model::Lesson* lesson = nullptr;
  model::Parts sentences{};
};
/// The key points of `edition` in order, those without words left out.
std::vector<KeyPoint> key_points(const Edition& edition);
/// Key points under the titles of their lessons.
model::Parts recap(const std::vector<const KeyPoint*>& points);

/// Objectives by levels with numbers of questions, and each exam's plan beside what was drawn.
model::Parts blueprint(const ListSource& source);
/// Objectives with the minutes, practice and questions that serve them.
model::Parts alignment(const ListSource& source);
/// What must be at hand, added up.
model::Parts packing_list(const ListSource& source);
/// Pictures and blocks with a source or a licence.
model::Parts credits(const ListSource& source);

/// A cell with plain words.
model::Cell words_cell(std::string_view words);
/// A table as the only part of a list; no parts where it has no rows.
model::Parts as_parts(model::Table table);
/// 「S6　把木梳賣給和尚」.
std::string lesson_words(const model::Lesson& lesson);
/// 「09:05」.
std::string clock_words(std::chrono::minutes since_midnight);

} // namespace comb::edition
