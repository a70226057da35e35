// Finds the boxes of blocks in reserve by where they were written.
#include "edition/reserve.hpp"

#include "edition/child_parts.hpp"

#include <set>

namespace comb::edition {

namespace {

constexpr model::EditionSet guides = {model::EditionKind::guide, model::EditionKind::guide_brief};

using Spans = std::set<Span>;

/// Where the blocks in reserve open.
Spans reserve_of(const model::Course& course) {
  Spans spans;
  for (const model::BlockInfo& block : course.blocks) {
    if (block.priority == model::Priority::could) spans.insert(block.span);
  }
  return spans;
}

void take_off(model::Parts& parts, const Spans& reserve) {
  for (model::Part& part : parts) {
    if (reserve.contains(part.span)) {
      if (auto* box = std::get_if<model::Box>(&part.content)) box->time = std::chrono::minutes(0);
      if (auto* note = std::get_if<model::Note>(&part.content)) note->time.reset();
    }
    for_each_child_parts(part, [&](model::Parts& children) { take_off(children, reserve); });
  }
}

} // namespace

void take_reserve_off_clock(Edition& edition, const model::Course& course) {
  if (!guides.has(edition.spec.kind)) return;
  const Spans reserve = reserve_of(course);
  if (reserve.empty()) return;
  for (model::CoursePart& part : edition.parts) {
    for (model::Lesson& lesson : part.lessons) {
      for (model::Topic& topic : lesson.topics) take_off(topic.parts, reserve);
    }
  }
}

} // namespace comb::edition
