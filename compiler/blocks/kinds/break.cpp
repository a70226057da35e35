// A pause for the learners.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  const std::string label = context.title().empty() ? context.label("break") : context.title();
  const auto time = context.info().time.value_or(std::chrono::minutes(0));
  model::Parts parts;
  parts.push_back({.span = context.span(),
                   .editions = on_screen | books,
                   .content = model::Break{.kind = model::BreakKind::pause, .time = time, .label = label}});
  return parts;
}

} // namespace

extern const BlockKind break_kind;
const BlockKind break_kind{
    .name = "break",
    .summary = "A break of some minutes.",
    .help = "The brackets may hold another name for it. Breaks do not count as teaching minutes.\n",
    .example = "::break[Coffee]{time=10}\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {{.name = "time", .type = schema::FieldType::minutes, .help = "its minutes", .required = true}},
    .labels = {{"en", "Break"}, {"zh-Hant", "休息"}, {"zh-Hans", "休息"}},
    .lower = lower,
};

} // namespace comb::blocks
