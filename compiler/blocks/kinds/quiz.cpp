// A quiz: questions in it, and questions defined elsewhere.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind empty_quiz{
    .name = "empty-quiz",
    .severity = Severity::error,
    .help = "put `::: question` blocks into it, or name some: `questions=\"q2-1 q4-1\"`",
};

bool asks_something(const model::Parts& parts) {
  for (const model::Part& part : parts) {
    if (std::holds_alternative<model::QuestionUse>(part.content)) return true;
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box != nullptr && asks_something(box->children)) return true;
    const auto* columns = std::get_if<model::Columns>(&part.content);
    if (columns == nullptr) continue;
    for (const model::Parts& column : columns->columns) {
      if (asks_something(column)) return true;
    }
  }
  return false;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  model::Parts children = context.lower(directive.children);
  for (const schema::RawValue& question : context.values().elements("questions")) {
    children.push_back(context.deferred_question(question.text, question.value_span));
  }
  if (!asks_something(children)) {
    context.report({.kind = &empty_quiz, .span = context.span(), .message = "this quiz asks nothing"});
  }
  return boxed(context, {.icon = "question", .tone = model::Tone::plum, .own_slide = true}, std::move(children));
}

} // namespace

extern const BlockKind quiz_kind;
const BlockKind quiz_kind{
    .name = "quiz",
    .summary = "Some questions in a row.",
    .help =
        "The body holds `::: question` blocks; `questions=` asks questions that are defined elsewhere in the course "
        "once more. They keep their one place in the bank.\n",
    .example =
        ":::: quiz Check yourself {time=5}\n"
        "::: question {#q-feature}\n"
        "“Made of magnesium” is …\n\n"
        "- [x] a feature\n"
        "- [ ] an advantage\n"
        "- [ ] a benefit\n"
        ":::\n"
        "::::\n",
    .fields = {{.name = "questions", .type = schema::FieldType::ids, .help = "ids of questions defined elsewhere"}},
    .labels = {{"en", "Quiz"}, {"zh-Hant", "測驗"}, {"zh-Hans", "测验"}},
    .diagnostics = {&empty_quiz},
    .lower = lower,
};

} // namespace comb::blocks
