// Numbers and ids over the whole deck.
#include "typeset/deck_stretch.hpp"

#include "base/parallel.hpp"
#include "typeset/deck_kinds.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

namespace comb::typeset {

namespace {

constexpr std::size_t most_slides = 20'000;

/// Choices of a scenario lead to slides of their own stretch.
void rename_targets(std::vector<Slide>& slides, const std::map<std::string, std::string>& renamed) {
  for (Slide& slide : slides) {
    for (model::Part& part : slide.body) {
      auto* branching = std::get_if<model::Branching>(&part.content);
      if (branching == nullptr) continue;
      for (model::Choice& choice : branching->nodes.front().choices) {
        const auto found = renamed.find(choice.to);
        if (found != renamed.end()) choice.to = found->second;
      }
    }
  }
}

/// Puts `stretch` behind the slides of `deck`; `ids` has theirs.
void add_stretch(Stretch stretch, const StretchPlan& plan, Deck& deck, std::set<std::string>& ids) {
  std::map<std::string, std::string> renamed;
  for (std::size_t i = 0; i < stretch.slides.size(); ++i) {
    Slide& slide = stretch.slides[i];
    std::string id = free_id(stretch.stems[i], ids);
    if (id != slide.id) renamed.emplace(slide.id, id);
    slide.id = std::move(id);
    slide.number = static_cast<int>(deck.slides.size() + i) + 1;
  }
  if (!renamed.empty()) rename_targets(stretch.slides, renamed);
  deck.stretches.push_back({.lesson = plan.lesson == nullptr ? std::string() : plan.lesson->id,
                            .first = deck.slides.size(),
                            .count = stretch.slides.size(),
                            .stems = std::move(stretch.stems),
                            .diagnostics = std::move(stretch.diagnostics),
                            .lists_lessons = stretch.lists_lessons,
                            .is_kept = stretch.is_kept});
  std::ranges::move(stretch.slides, std::back_inserter(deck.slides));
}

std::vector<StretchPlan> plan_stretches(const edition::Edition& edition) {
  std::vector<StretchPlan> plans = {{.opens_course = true}};
  for (const model::CoursePart& part : edition.parts) {
    if (edition.parts.size() > 1 || !part.title.empty()) plans.push_back({.part = &part});
    for (const model::Lesson& lesson : part.lessons) plans.push_back({.lesson = &lesson});
  }
  return plans;
}

std::vector<Stretch> make_all(std::span<const StretchPlan> plans,
                              const std::function<Stretch(const StretchPlan&)>& make, int threads) {
  std::vector<Stretch> stretches(plans.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    tasks.emplace_back([&, i] { stretches[i] = make(plans[i]); });
  }
  run_all(tasks, threads);
  return stretches;
}

} // namespace

std::string free_id(const std::string& stem, std::set<std::string>& taken) {
  std::string id = stem;
  for (int count = 2; !taken.insert(id).second; ++count) id = stem + "-" + std::to_string(count);
  return id;
}

WithDiagnostics<Deck> put_together(const edition::Edition& edition,
                                   const std::function<Stretch(const StretchPlan&)>& make, int threads) {
  Deck deck{.spec = edition.spec,
            .info = edition.info,
            .slides = {},
            .questions = edition.questions,
            .objectives = edition.objectives,
            .assets = edition.assets,
            .stretches = {}};
  Diagnostics found;
  std::set<std::string> ids;
  const std::vector<StretchPlan> plans = plan_stretches(edition);
  // Some lessons at a time, so that a course without end stops, and at the same place for any number of threads.
  constexpr std::size_t at_a_time = 64;
  for (std::size_t first = 0; first < plans.size(); first += at_a_time) {
    const std::span<const StretchPlan> some =
        std::span(plans).subspan(first, std::min(at_a_time, plans.size() - first));
    std::vector<Stretch> stretches = make_all(some, make, threads);
    for (std::size_t i = 0; i < some.size(); ++i) {
      append(found, Diagnostics(stretches[i].diagnostics));
      add_stretch(std::move(stretches[i]), some[i], deck, ids);
      if (deck.slides.size() <= most_slides) continue;
      const Span place = some[i].lesson == nullptr ? Span{} : some[i].lesson->span;
      found.push_back({.kind = &too_many_slides, .span = place, .message = "more than 20,000 slides"});
      return {std::move(deck), std::move(found)};
    }
  }
  return {std::move(deck), std::move(found)};
}

} // namespace comb::typeset
