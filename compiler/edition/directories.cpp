// Puts lists where the course asks for them.
#include "edition/directories.hpp"

#include "edition/child_parts.hpp"
#include "edition/lists.hpp"

#include <algorithm>
#include <iterator>

namespace comb::edition {

namespace {

using model::DirectoryKind;
using model::EditionKind;

constexpr model::EditionSet with_pages = {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide,
                                          EditionKind::guide_brief};

bool is_made_here(const model::Part& part) {
  const auto* directory = std::get_if<model::Directory>(&part.content);
  return directory != nullptr && directory->kind != DirectoryKind::contents;
}

/// Makes all lists first and puts them in afterwards, so that each is made from the edition as it was.
class Maker {
 public:
  explicit Maker(const ListSource& source) : source_(source), points_(key_points(source.edition)) {}

  void make_lists(const model::Parts& parts, const model::Lesson& lesson) {
    lesson_ = &lesson;
    make_lists(parts);
  }

  void put_in(model::Parts& parts) {
    model::Parts settled;
    settled.reserve(parts.size());
    for (model::Part& part : parts) {
      if (is_made_here(part)) {
        std::ranges::move(lists_.at(next_++), std::back_inserter(settled));
        continue;
      }
      for_each_child_parts(part, [this](model::Parts& children) { put_in(children); });
      settled.push_back(std::move(part));
    }
    parts = std::move(settled);
  }

 private:
  void make_lists(const model::Parts& parts) {
    for (const model::Part& part : parts) {
      if (is_made_here(part)) {
        lists_.push_back(made(part));
      } else {
        for_each_child_parts(part, [this](const model::Parts& children) { make_lists(children); });
      }
    }
  }

  /// The list gets the place, the readers and the id of the part that asked for it.
  model::Parts made(const model::Part& asked) const {
    const auto& directory = std::get<model::Directory>(asked.content);
    if (is_for_pages(directory.kind)) {
      return with_pages.has(source_.edition.spec.kind) ? model::Parts{asked} : model::Parts{};
    }
    model::Parts parts = make(directory, asked);
    for (model::Part& part : parts) {
      part.span = asked.span;
      part.editions = asked.editions;
      part.placement = asked.placement;
    }
    if (!parts.empty()) parts.front().id = asked.id;
    return parts;
  }

  static bool is_for_pages(DirectoryKind kind) {
    return kind == DirectoryKind::glossary || kind == DirectoryKind::index;
  }

  model::Parts make(const model::Directory& directory, const model::Part& asked) const {
    switch (directory.kind) {
      case DirectoryKind::agenda:
        return agenda(source_, directory.of);
      case DirectoryKind::recap:
        return recap(chosen(directory, asked));
      case DirectoryKind::blueprint:
        return blueprint(source_);
      case DirectoryKind::alignment:
        return alignment(source_);
      case DirectoryKind::materials:
        return packing_list(source_);
      case DirectoryKind::credits:
        return credits(source_);
      case DirectoryKind::contents:
      case DirectoryKind::glossary:
      case DirectoryKind::index:
        break; // stay as they are
    }
    return {};
  }

  std::vector<const KeyPoint*> chosen(const model::Directory& directory, const model::Part& asked) const {
    const auto is_named = [&](const KeyPoint& point) {
      return std::ranges::any_of(directory.of,
                                 [&](const std::string& id) { return id == point.part || id == point.lesson->id; });
    };
    std::vector<const KeyPoint*> points;
    for (const KeyPoint& point : points_) {
      const bool is_after = !stands_before(point, asked);
      if (directory.of.empty() ? directory.whole || !is_after : is_named(point)) points.push_back(&point);
    }
    return points;
  }

  bool stands_before(const KeyPoint& point, const model::Part& asked) const {
    if (point.lesson != lesson_) return place_of(point.lesson) < place_of(lesson_);
    // An included file has places of its own: what it holds counts as said.
    const Span said = point.sentences.front().span;
    return said.file.value != asked.span.file.value || said.begin < asked.span.begin;
  }

  std::size_t place_of(const model::Lesson* wanted) const {
    std::size_t place = 0;
    for (const model::CoursePart& part : source_.edition.parts) {
      for (const model::Lesson& lesson : part.lessons) {
        ++place;
        if (&lesson == wanted) return place;
      }
    }
    return place;
  }

  const ListSource& source_;
  std::vector<KeyPoint> points_;
  std::vector<model::Parts> lists_{}; ///< in the order of the places that ask for them
  std::size_t next_ = 0;
  const model::Lesson* lesson_ = nullptr;
};

} // namespace

model::Cell words_cell(std::string_view words) {
  return {.content = text::plain_inlines(words, {})};
}

model::Parts as_parts(model::Table table) {
  model::Parts parts;
  if (table.rows.empty()) return parts;
  parts.push_back({.content = std::move(table)});
  return parts;
}

std::string lesson_words(const model::Lesson& lesson) {
  const std::string title = text::plain_text(lesson.title);
  return lesson.number.empty() ? title : lesson.number + "\u3000" + title;
}

std::string clock_words(std::chrono::minutes since_midnight) {
  const auto two_digits = [](auto number) {
    const std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
  };
  return two_digits(since_midnight.count() / 60 % 24) + ":" + two_digits(since_midnight.count() % 60);
}

void make_directories(Edition& edition, const model::Course& course) {
  const ListSource source{.edition = edition, .course = course, .words = words::words_for(edition.info.lang)};
  Maker maker(source);
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) maker.make_lists(topic.parts, lesson);
    }
  }
  for (model::CoursePart& part : edition.parts) {
    for (model::Lesson& lesson : part.lessons) {
      for (model::Topic& topic : lesson.topics) maker.put_in(topic.parts);
    }
  }
}

} // namespace comb::edition
