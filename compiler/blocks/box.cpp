// Boxes and their small print.
#include "blocks/box.hpp"

#include <algorithm>
#include <array>

namespace comb::blocks {

namespace {

bool is_number(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

model::Part make_box(LoweringContext& context, const BoxLook& look, model::Parts children) {
  model::Box box{.kind = std::string(context.kind().name),
                 .label = context.label(context.kind().name),
                 .icon = std::string(look.icon),
                 .tone = look.tone,
                 .id = context.id(),
                 .own_slide = look.own_slide,
                 .keep_together = look.keep_together};
  const Span title_span = context.values().has("title") ? context.values().span("title") : context.span();
  box.title = text::plain_inlines(context.title(), title_span);
  box.reveal = context.values().flag("reveal");
  box.meta = time_fact(context);
  box.time = context.info().time;
  box.children = std::move(children);
  return {.span = context.span(), .editions = model::everyone, .content = std::move(box)};
}

model::Parts boxed(LoweringContext& context, const BoxLook& look, model::Parts children) {
  model::Parts parts;
  parts.push_back(make_box(context, look, std::move(children)));
  return parts;
}

model::Box& box_of(model::Part& part) {
  return std::get<model::Box>(part.content);
}

std::string joined_facts(const LoweringContext& context, const std::vector<std::string>& facts) {
  std::string all;
  for (const std::string& fact : facts) {
    if (fact.empty()) continue;
    if (!all.empty()) all += context.words().separator;
    all += fact;
  }
  return all;
}

std::string time_fact(LoweringContext& context) {
  const auto time = context.info().time;
  if (!time) return {};
  return words::fill(context.words().minutes, static_cast<int>(time->count()));
}

std::string group_fact(LoweringContext& context) {
  const std::string group = context.values().text("group");
  if (is_number(group)) context.info().facts["group"] = group;
  return is_number(group) ? words::fill(context.words().group_of, group)
                          : context.filled(group, context.values().span("group"));
}

model::Part prose(std::string_view text, Span span, model::EditionSet editions) {
  return {.span = span, .editions = editions, .content = model::Prose{.content = text::plain_inlines(text, span)}};
}

void add_labelled(model::Parts& parts, LoweringContext& context, std::string_view label, std::string_view text,
                  model::EditionSet editions) {
  if (text.empty()) return;
  const Span span = context.span();
  const std::string head = std::string(label) + std::string(context.words().colon);
  text::Inlines content = {{span, text::Strong{text::plain_inlines(head, span)}}};
  content.push_back({span, text::Run{std::string(text)}});
  parts.push_back({.span = span, .editions = editions, .content = model::Prose{.content = std::move(content)}});
}

std::vector<model::Step> phases(LoweringContext& context, std::string_view first, std::string_view second,
                                std::string_view third) {
  const std::array<std::string_view, 3> names = {first, second, third};
  const std::vector<std::chrono::minutes>& split = context.info().split;
  std::vector<model::Step> steps;
  for (std::size_t index = 0; index < std::min(split.size(), names.size()); ++index) {
    steps.push_back({.text = text::plain_inlines(names[index], context.span()), .time = split[index]});
  }
  return steps;
}

void come_one_by_one(model::Parts& parts, const schema::Values& values) {
  if (!values.flag("reveal") || parts.empty()) return;
  model::Part group{.span = parts.front().span, .editions = parts.front().editions};
  for (const model::Part& part : parts) group.editions = group.editions | part.editions;
  model::Box box{.frame = model::BoxFrame::group, .reveal = true};
  box.children = std::move(parts);
  group.content = std::move(box);
  parts.clear();
  parts.push_back(std::move(group));
}

} // namespace comb::blocks
