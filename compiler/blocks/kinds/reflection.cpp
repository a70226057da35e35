// A moment to write for oneself.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr int usual_lines = 4;

bool has_writing_space(const model::Parts& parts) {
  for (const model::Part& part : parts) {
    if (std::holds_alternative<model::WritingSpace>(part.content)) return true;
  }
  return false;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  // Lines that the author placed stand where they are.
  if (context.values().has("lines") || !has_writing_space(children)) {
    const int lines = context.values().integer("lines").value_or(usual_lines);
    children.push_back({.span = context.span(),
                        .editions = {model::EditionKind::workbook, model::EditionKind::workbook_answers},
                        .content = model::WritingSpace{.lines = lines}});
  }
  return boxed(context, {.icon = "pencil", .tone = model::Tone::teal}, std::move(children));
}

} // namespace

extern const BlockKind reflection_kind;
const BlockKind reflection_kind{
    .name = "reflection",
    .summary = "A question to oneself, with room to write.",
    .help =
        "The body is the question. The workbook has lines to write on (`lines=4`); what learners write there is theirs "
        "alone.\n",
    .example =
        "::: reflection {lines=3}\n"
        "Which customer did you misjudge last month?\n"
        ":::\n",
    .fields = {{.name = "lines",
                .type = schema::FieldType::integer,
                .help = "lines to write on; 4",
                .min_value = 1,
                .max_value = 60}},
    .labels = {{"en", "Reflection"}, {"zh-Hant", "反思"}, {"zh-Hans", "反思"}},
    .lower = lower,
};

} // namespace comb::blocks
