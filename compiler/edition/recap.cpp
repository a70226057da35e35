// The key points of a course once more.
#include "edition/lists.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace comb::edition {

namespace {

constexpr std::string_view key_point_kind = "keypoint";

void unmark_terms(text::Inlines& content) {
  for (text::Inline& piece : content) {
    if (auto* use = std::get_if<text::TermUse>(&piece.content)) *use = {.text = use->text, .term = use->term};
    if (auto* emphasis = std::get_if<text::Emphasis>(&piece.content)) unmark_terms(emphasis->children);
    if (auto* strong = std::get_if<text::Strong>(&piece.content)) unmark_terms(strong->children);
  }
}

class Collector {
 public:
  Collector(std::string part, const model::Lesson& lesson, std::vector<KeyPoint>& points)
      : part_(std::move(part)), lesson_(lesson), points_(points) {}

  void visit(const model::Parts& parts) {
    for (const model::Part& part : parts) {
      if (part.placement == model::Placement::notes) continue;
      if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
        for (const model::Parts& column : columns->columns) visit(column);
      }
      const auto* box = std::get_if<model::Box>(&part.content);
      if (box == nullptr) continue;
      if (box->kind == key_point_kind) {
        add(*box);
      } else {
        visit(box->children);
      }
    }
  }

 private:
  void add(const model::Box& box) {
    KeyPoint point{.part = part_, .lesson = &lesson_};
    for (const model::Part& child : box.children) {
      const auto* sentence = std::get_if<model::Prose>(&child.content);
      if (sentence == nullptr || child.placement == model::Placement::notes) continue;
      point.sentences.push_back({.span = child.span, .content = *sentence});
      unmark_terms(std::get<model::Prose>(point.sentences.back().content).content);
    }
    if (!point.sentences.empty()) points_.push_back(std::move(point));
  }

  std::string part_;
  const model::Lesson& lesson_;
  std::vector<KeyPoint>& points_;
};

std::string words_of(const KeyPoint& point) {
  std::string words;
  for (const model::Part& sentence : point.sentences) {
    words += text::dump(std::get<model::Prose>(sentence.content).content) + "\n";
  }
  return words;
}

} // namespace

std::vector<KeyPoint> key_points(const Edition& edition) {
  std::vector<KeyPoint> points;
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      Collector collector(part.id, lesson, points);
      for (const model::Topic& topic : lesson.topics) collector.visit(topic.parts);
    }
  }
  return points;
}

model::Parts recap(const std::vector<const KeyPoint*>& points) {
  const bool has_one_lesson =
      std::ranges::all_of(points, [&](const KeyPoint* point) { return point->lesson == points.front()->lesson; });
  model::Parts parts;
  std::set<std::string> seen; // a block shown again with `::use` says nothing new
  const model::Lesson* open = nullptr;
  for (const KeyPoint* point : points) {
    if (!seen.insert(words_of(*point)).second) continue;
    if (point->lesson != open) {
      open = point->lesson;
      if (!has_one_lesson) {
        model::Heading heading{.level = 4, .content = text::plain_inlines(lesson_words(*open), open->span)};
        parts.push_back({.span = open->span, .content = std::move(heading)});
      }
      parts.push_back({.span = open->span, .content = model::List{}});
    }
    auto& list = std::get<model::List>(parts.back().content);
    list.items.push_back({.children = point->sentences});
  }
  return parts;
}

} // namespace comb::edition
