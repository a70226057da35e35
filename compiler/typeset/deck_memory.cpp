// Values decide what is the same: no clock, no list of what depends on what.
#include "typeset/deck_memory.hpp"

#include "edition/child_parts.hpp"

#include <algorithm>
#include <iterator>

namespace comb::typeset {

namespace {

std::vector<const model::Objective*> objectives_of(const edition::Edition& edition, const std::string& lesson) {
  std::vector<const model::Objective*> all;
  for (const model::Objective& objective : edition.objectives) {
    if (objective.lesson == lesson) all.push_back(&objective);
  }
  return all;
}

} // namespace

KeptSlides::KeptSlides(DeckMemory* memory, const edition::Edition& edition) : memory_(memory), edition_(edition) {
  if (memory == nullptr || memory->edition.spec != edition.spec) return;
  std::map<std::string, const model::Lesson*, std::less<>> before;
  for (const model::CoursePart& part : memory->edition.parts) {
    for (const model::Lesson& lesson : part.lessons) before.emplace(lesson.id, &lesson);
  }
  for (DeckStretch& stretch : memory->deck.stretches) {
    const auto lesson = before.find(stretch.lesson);
    if (lesson != before.end()) lessons_.emplace(stretch.lesson, Kept{lesson->second, &stretch});
  }
}

std::optional<Stretch> KeptSlides::take(const model::Lesson& lesson) {
  const auto kept = lessons_.find(lesson.id);
  if (kept == lessons_.end() || !is_same(kept->second, lesson)) return std::nullopt;
  DeckStretch& stretch = *kept->second.stretch;
  Stretch taken{.stems = std::move(stretch.stems), .diagnostics = std::move(stretch.diagnostics), .is_kept = true};
  const auto first = memory_->deck.slides.begin() + static_cast<std::ptrdiff_t>(stretch.first);
  std::move(first, first + static_cast<std::ptrdiff_t>(stretch.count), std::back_inserter(taken.slides));
  return taken;
}

bool KeptSlides::is_same(const Kept& kept, const model::Lesson& lesson) const {
  const auto is_equal = [](const model::Objective* a, const model::Objective* b) { return *a == *b; };
  return !kept.stretch->lists_lessons && *kept.lesson == lesson &&
         std::ranges::equal(objectives_of(memory_->edition, lesson.id), objectives_of(edition_, lesson.id), is_equal) &&
         std::ranges::all_of(lesson.topics, [this](const model::Topic& topic) { return asks_the_same(topic.parts); });
}

bool KeptSlides::asks_the_same(const model::Parts& parts) const {
  const auto& before = memory_->edition.questions;
  const auto& now = edition_.questions;
  return std::ranges::all_of(parts, [&](const model::Part& part) {
    bool is_same = true;
    if (const auto* use = std::get_if<model::QuestionUse>(&part.content)) {
      const std::size_t i = use->question.value;
      is_same = i < before.size() && i < now.size() && before[i] == now[i];
    }
    edition::for_each_child_parts(part,
                                  [&](const model::Parts& children) { is_same = is_same && asks_the_same(children); });
    return is_same;
  });
}

} // namespace comb::typeset
