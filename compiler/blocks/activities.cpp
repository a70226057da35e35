// Activities: what to do, in which groups, for how long, with what result.
#include "blocks/activities.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr std::array<std::string_view, 6> between_things = {";", "；", "、", ",", "，", "\n"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

} // namespace

void note_materials(LoweringContext& context, std::string_view text, Span span) {
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t skipped = 0;
    for (const std::string_view sign : between_things) {
      const std::size_t at = text.find(sign);
      if (at >= end) continue;
      end = at;
      skipped = sign.size();
    }
    const std::string_view name = trimmed(text.substr(0, end));
    if (!name.empty()) context.add_material({.span = span, .name = std::string(name)});
    text.remove_prefix(end + skipped);
  }
}

model::Parts lower_activity(const syntax::Directive& directive, LoweringContext& context, const BoxLook& look,
                            model::Parts more) {
  const words::Words& words = context.words();
  const schema::Values& values = context.values();
  model::Parts children;
  const std::string materials = context.filled(values.text("materials"), values.span("materials"));
  note_materials(context, materials, values.span("materials"));
  add_labelled(children, context, words.materials, materials);
  std::ranges::move(context.lower(directive.children), std::back_inserter(children));
  add_labelled(children, context, words.output, context.filled(values.text("output"), values.span("output")));
  if (const auto time = context.info().time) {
    model::Timer timer{.total = *time, .phases = phases(context, words.brief, words.doing, words.debriefing)};
    if (!timer.phases.empty()) {
      children.push_back({.span = context.span(), .content = model::Steps{.steps = timer.phases}});
    }
    children.push_back({.span = context.span(), .editions = on_screen, .content = std::move(timer)});
  }
  std::ranges::move(more, std::back_inserter(children));
  model::Part box = make_box(context, look, std::move(children));
  box_of(box).meta = joined_facts(context, {time_fact(context), group_fact(context)});
  model::Parts parts;
  parts.push_back(std::move(box));
  return parts;
}

} // namespace comb::blocks
