// A term explained where it is taught.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr DiagnosticKind term_without_word{
    .name = "term-without-word",
    .severity = Severity::error,
    .help = "name the term behind the word: `::: term 利益 {#benefit gloss=Benefit}`",
};

/// The definition: the plain text of the body's paragraphs.
std::string definition_of(const model::Parts& parts) {
  std::string text;
  for (const model::Part& part : parts) {
    const auto* paragraph = std::get_if<model::Prose>(&part.content);
    if (paragraph == nullptr) continue;
    if (!text.empty()) text += " ";
    text += text::plain_text(paragraph->content);
  }
  return text;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  if (context.title().empty()) {
    context.report({.kind = &term_without_word, .span = context.span(), .message = "this term has no word"});
  }
  const schema::Values& values = context.values();
  model::Parts children = context.lower(directive.children);
  context.add_term({.span = context.span(),
                    .key = context.id(),
                    .use = context.title(),
                    .gloss = values.text("gloss"),
                    .text = definition_of(children),
                    .forms = values.list("forms"),
                    .avoid = values.list("avoid"),
                    .scope = values.text("scope"),
                    .except = values.list("except")});
  if (values.has("scope")) context.refer({.span = values.span("scope"), .target = values.text("scope")});
  model::Part box =
      make_box(context, {.icon = "card", .tone = model::Tone::plum, .keep_together = true}, std::move(children));
  box_of(box).meta = values.text("gloss");
  model::Parts parts;
  parts.push_back(std::move(box));
  return parts;
}

} // namespace

extern const BlockKind term_kind;
const BlockKind term_kind{
    .name = "term",
    .summary = "A term explained where it is taught; it joins the term sheet.",
    .help =
        "The title is the form to use, the body its definition. `:term[…]{of=id}` marks a use in another form; forms "
        "in "
        "`avoid=` are warned about wherever they stand.\n",
    .example =
        "::: term benefit {#benefit forms=\"benefits\" avoid=\"perk\"}\n"
        "What a customer gets from a feature.\n"
        ":::\n",
    .fields = {{.name = "gloss", .help = "the term in another language"},
               {.name = "forms",
                .type = schema::FieldType::list,
                .help = "other forms that are fine: `forms=\"a; b\"`"},
               {.name = "avoid", .type = schema::FieldType::list, .help = "forms to avoid: `avoid=\"a; b\"`"},
               {.name = "scope", .help = "id of the part or lesson in which the term counts; everywhere if not said"},
               {.name = "except",
                .type = schema::FieldType::list,
                .help = "phrases in which the word is no use of the term: `except=\"a; b\"`"}},
    .labels = {{"en", "Term"}, {"zh-Hant", "詞彙"}, {"zh-Hans", "词汇"}},
    .diagnostics = {&term_without_word},
    .lower = lower,
};

} // namespace comb::blocks
