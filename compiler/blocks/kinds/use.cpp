// `::use[id]`: a block shown again.
#include "blocks/block_kind.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind use_without_target{
    .name = "use-without-target",
    .severity = Severity::error,
    .help = "put the block's id into brackets: `::use[r3]`",
};

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  if (context.title().empty()) {
    context.report(
        {.kind = &use_without_target, .span = context.span(), .message = "`::use` does not say which block"});
    return {};
  }
  model::Parts parts;
  parts.push_back(
      context.deferred_use(context.title(), context.values().flag("again"), context.values().span("title")));
  return parts;
}

} // namespace

extern const BlockKind use_kind;
const BlockKind use_kind{
    .name = "use",
    .summary = "Shows a block that is defined elsewhere once more.",
    .help =
        "The id of the block stands in the brackets. Slides show the block again; the books print a reference to where "
        "it stands unless `again` is written. It keeps its one place in the bank.\n",
    .example =
        "::: tip {#ask-once}\n"
        "Ask once, then wait.\n"
        ":::\n\n"
        "::use[ask-once]{again}\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {{.name = "title", .help = "the id of the block, in brackets"},
               {.name = "again", .type = schema::FieldType::flag, .help = "print it again in the books too"}},
    .labels = {{"en", "Use"}, {"zh-Hant", "再用"}, {"zh-Hans", "再用"}},
    .is_layout = true,
    .diagnostics = {&use_without_target},
    .lower = lower,
};

} // namespace comb::blocks
