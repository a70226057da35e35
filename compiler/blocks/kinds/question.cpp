// A question of the bank: which type it is, and everything that all types share.
#include "base/utf8.hpp"
#include "blocks/box.hpp"
#include "blocks/question_body.hpp"

#include <algorithm>

namespace comb::blocks {

using model::QuestionType;
using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind question_shape{
    .name = "question-shape",
    .severity = Severity::error,
    .help = "give the answer part the shape of its type: `comb blocks question` shows each",
    .explain =
        "| `type=` | answer part |\n| --- | --- |\n"
        "| single (default), `multiple`, `true-false` | a list with `- [ ]` and `- [x]` |\n"
        "| `matching` | a table of two columns |\n| `ordering` | an ordered list |\n"
        "| short, numeric | `::answer[…]` |\n| cloze | `:blank[…]` in the stem |\n"
        "| `hotspot` | `::hotspot{src=\"…\" alt=\"…\"}` and a list of places with boxes |\n"
        "| `essay`, `performance` | nothing, or a `::: rubric` |\n",
};
constexpr DiagnosticKind question_without_stem{
    .name = "question-without-stem",
    .severity = Severity::error,
    .help = "say what is asked before the options",
};
constexpr DiagnosticKind gap_without_answer{
    .name = "gap-without-answer",
    .severity = Severity::error,
    .help = "put the answer into the gap: `:blank[利益]`",
};

const std::vector<FieldSpec>& question_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "type",
       .type = FieldType::choice,
       .help = "what sort of question; told by its answer part where it is not written",
       .choices = {"single", "multiple", "true-false", "matching", "ordering", "short", "numeric", "cloze", "essay",
                   "performance", "hotspot"}},
      {.name = "bloom",
       .type = FieldType::choice,
       .help = "the level of the revised taxonomy",
       .choices = {"remember", "understand", "apply", "analyse", "evaluate", "create"}},
      {.name = "points",
       .type = FieldType::number,
       .help = "what it is worth; 1",
       .min_value = 0.01,
       .max_value = 1000},
      {.name = "difficulty",
       .type = FieldType::number,
       .help = "the share of learners expected to know it, 0 to 1",
       .min_value = 0,
       .max_value = 1},
      {.name = "scoring", .type = FieldType::choice, .help = "`all`: all or nothing", .choices = {"all", "partial"}},
      {.name = "use",
       .type = FieldType::choice,
       .help = "`exam`: on no slide and in no workbook; `practice`: in no exam",
       .choices = {"practice", "exam", "both"}},
      {.name = "shuffle", .type = FieldType::flag, .help = "`no` keeps the options in order"},
      {.name = "case", .type = FieldType::flag, .help = "capitals matter in a short answer"},
      {.name = "tags", .type = FieldType::words, .help = "words to find it by"},
      {.name = "lines",
       .type = FieldType::integer,
       .help = "lines to write an essay on; 8",
       .min_value = 1,
       .max_value = 60},
  };
  return fields;
}

bool is_choice_type(const std::string& type) {
  return type == "single" || type == "multiple" || type == "true-false";
}

bool has_boxes(const QuestionBody& body) {
  return std::ranges::any_of(body.options,
                             [](const WrittenOption& option) { return option.item->box != syntax::TaskBox::none; });
}

/// Whether the last list of the body has boxes, so that gaps in the stem are not what is asked for.
bool ends_with_answers(const syntax::Directive& directive, LoweringContext& context) {
  return std::ranges::any_of(directive.children, [&](const syntax::Node& node) {
    if (const auto* list = std::get_if<syntax::List>(&node.content)) {
      return std::ranges::any_of(list->items,
                                 [](const syntax::ListItem& item) { return item.box != syntax::TaskBox::none; });
    }
    const auto* inner = std::get_if<syntax::Directive>(&node.content);
    return inner != nullptr && kind_name(*inner, context) == "answer";
  });
}

bool any_gap(const syntax::Directive& directive) {
  std::vector<const syntax::Node*> nodes;
  for (const syntax::Node& node : directive.children) nodes.push_back(&node);
  return has_gaps(nodes);
}

bool is_number_answer(const syntax::Node& node) {
  return std::ranges::any_of(node.fields.values, [](const schema::RawValue& value) {
    return value.name == "tolerance" || value.name == "unit";
  });
}

/// The type that the author wrote, or that the answer part shows; empty where neither says.
std::string type_of(const syntax::Directive& directive, const std::string& written, const QuestionBody& body,
                    LoweringContext& context) {
  if (!written.empty()) return written;
  if (body.hotspot != nullptr) return "hotspot";
  if (!body.answers.empty()) return is_number_answer(*body.answers.front()) ? "numeric" : "short";
  if (has_boxes(body)) return "single";
  return any_gap(directive) && !ends_with_answers(directive, context) ? "cloze" : "";
}

/// What the body lacks for `type`; empty where it fits.
std::string_view missing_for(const std::string& type, const QuestionBody& body) {
  const bool has_answers = !body.answers.empty();
  if (is_choice_type(type)) return has_boxes(body) ? "" : "a list of options with `- [ ]` and `- [x]`";
  if (type == "matching") return body.table != nullptr ? "" : "a table of two columns";
  if (type == "ordering") return body.list != nullptr && body.is_ordered && !has_boxes(body) ? "" : "an ordered list";
  if (type == "short" || type == "numeric") return has_answers ? "" : "an `::answer[…]`";
  if (type == "hotspot" && body.hotspot == nullptr) return "a picture `::hotspot{src=\"…\" alt=\"…\"}`";
  if (type == "hotspot") return has_boxes(body) ? "" : "a list of places with `- [ ]` and `- [x]`";
  if (type == "cloze") return body.has_gaps ? "" : "a gap `:blank[…]` in its stem";
  return "";
}

std::string what_is_there(const QuestionBody& body) {
  if (!body.answers.empty()) return "its answer part is an `::answer`";
  if (body.table != nullptr) return "its answer part is a table";
  if (has_boxes(body)) return "its answer part is a list with boxes";
  if (body.list != nullptr) return body.is_ordered ? "its answer part is an ordered list" : "its list has no boxes";
  return "it has no answer part";
}

/// Whether the body has the shape of `type`; says what is wrong if not.
bool check_shape(const std::string& type, const QuestionBody& body, LoweringContext& context) {
  const Span place = context.values().has("type") ? context.values().span("type") : context.span();
  if (type.empty()) {
    Diagnostic found{
        .kind = &question_shape, .span = place, .message = "what is asked for is not clear: " + what_is_there(body)};
    if (body.table != nullptr) found.help = "write `type=matching` if learners match its two columns";
    if (body.list != nullptr) {
      found.help = body.is_ordered ? "write `type=ordering` if learners put the list in order"
                                   : "begin each option with `- [ ]`, the right one with `- [x]`";
    }
    context.report(std::move(found));
    return false;
  }
  const std::string_view missing = missing_for(type, body);
  const bool has_stray_answers = !body.answers.empty() && type != "short" && type != "numeric";
  if (body.hotspot != nullptr && type != "hotspot") {
    context.report({.kind = &question_shape, .span = place, .message = "`" + type + "` takes no `::hotspot`"});
    return false;
  }
  if (missing.empty() && !has_stray_answers) return true;
  std::string message =
      "`" + type + "` " + (has_stray_answers ? "takes no `::answer`" : "needs " + std::string(missing));
  if (!has_stray_answers) message += ", but " + what_is_there(body);
  context.report({.kind = &question_shape, .span = place, .message = std::move(message)});
  return false;
}

QuestionType type_named(const std::string& name) {
  for (const QuestionType type :
       {QuestionType::single, QuestionType::multiple, QuestionType::true_false, QuestionType::matching,
        QuestionType::ordering, QuestionType::short_answer, QuestionType::numeric, QuestionType::cloze,
        QuestionType::essay, QuestionType::performance, QuestionType::hotspot}) {
    if (model::name_of(type) == name) return type;
  }
  return name == "short" ? QuestionType::short_answer : QuestionType::single;
}

/// The parts of the stem. Trainer's notes among them keep their own readers.
model::Parts lower_nodes(const std::vector<const syntax::Node*>& nodes, LoweringContext& context) {
  syntax::Nodes copies;
  for (const syntax::Node* node : nodes) copies.push_back(*node);
  return context.lower(copies);
}

/// The first words of the stem: what quiz systems list the question by.
std::string short_title(const model::Parts& stem) {
  constexpr std::size_t longest = 60;
  for (const model::Part& part : stem) {
    const auto* prose_part = std::get_if<model::Prose>(&part.content);
    if (prose_part == nullptr) continue;
    // Learners see titles, so the answers of gaps have no place in them.
    text::Inlines shown = prose_part->content;
    for (text::Inline& piece : shown) {
      if (auto* blank = std::get_if<text::Blank>(&piece.content)) piece.content = text::Run{blank->key ? "___" : ""};
      if (std::holds_alternative<text::TrainerText>(piece.content)) piece.content = text::Run{};
    }
    const std::u32string characters = to_utf32(text::plain_text(shown));
    if (characters.size() <= longest) return to_utf8(characters);
    return to_utf8(characters.substr(0, longest)) + "…";
  }
  return {};
}

void check_gaps(const text::Inlines& inlines, LoweringContext& context) {
  for (const text::Inline& piece : inlines) {
    const auto* blank = std::get_if<text::Blank>(&piece.content);
    if (blank == nullptr || !blank->key || !blank->key->answer.empty()) continue;
    context.report({.kind = &gap_without_answer, .span = piece.span, .message = "this gap has no answer"});
  }
}

void read_answers(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  switch (question.type) {
    case QuestionType::single:
    case QuestionType::multiple:
    case QuestionType::true_false:
      read_choices(body, question, context);
      break;
    case QuestionType::matching:
      read_matching(body, question, context);
      break;
    case QuestionType::ordering:
      read_ordering(body, question, context);
      break;
    case QuestionType::short_answer:
      read_short_answers(body, question, context);
      break;
    case QuestionType::numeric:
      read_number_answer(body, question, context);
      break;
    case QuestionType::cloze:
      question.form = model::Cloze{};
      break;
    case QuestionType::hotspot:
      read_hotspot(body, question, context);
      break;
    case QuestionType::essay:
    case QuestionType::performance:
    case QuestionType::description:
      question.form = model::FreeText{.lines = context.values().integer("lines").value_or(model::FreeText{}.lines)};
      break;
  }
}

model::Question make_question(const std::string& type, LoweringContext& context) {
  const schema::Values& values = context.values();
  model::Question question{.span = context.span(), .id = context.id(), .type = type_named(type)};
  question.key = model::QuestionKey{};
  question.points = values.number("points").value_or(1);
  question.all_or_nothing = values.text("scoring") == "all";
  question.shuffle = !values.has("shuffle") || values.flag("shuffle");
  question.case_sensitive = values.flag("case");
  question.objectives = values.list("objective");
  question.bloom = model::bloom_named(values.text("bloom"));
  question.difficulty = values.number("difficulty");
  question.tags = values.list("tags");
  const std::string use = values.text("use");
  if (use == "practice") question.purpose = model::QuestionPurpose::practice;
  if (use == "exam") question.purpose = model::QuestionPurpose::exam;
  question.lesson = context.lesson_id();
  question.stimulus = context.enclosing("case");
  question.source = values.text("source");
  question.licence = values.text("licence");
  question.lang = values.text("lang");
  return question;
}

/// The explanation of the key and, for an essay, its rubric.
void read_explanation(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  for (const syntax::Node* node : body.solutions) {
    const auto& directive = std::get<syntax::Directive>(node->content);
    std::ranges::move(context.lower(directive.children, model::answers_only),
                      std::back_inserter(question.key->solution));
  }
  for (model::Part& part : lower_nodes(body.rubrics, context)) {
    auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) continue;
    for (model::Part& child : box->children) {
      if (auto* rubric = std::get_if<model::Rubric>(&child.content)) question.key->rubric = std::move(*rubric);
    }
  }
}

model::EditionSet editions_for(const model::Question& question) {
  using model::EditionKind;
  switch (question.purpose) {
    case model::QuestionPurpose::both:
      return model::everyone;
    case model::QuestionPurpose::practice:
      return model::everyone.without({EditionKind::exam, EditionKind::key});
    case model::QuestionPurpose::exam:
      return {EditionKind::guide, EditionKind::exam, EditionKind::key, EditionKind::bank};
  }
  return model::everyone;
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const std::string written = context.values().text("type");
  const bool is_open = written == "essay" || written == "performance" || written == "cloze";
  const bool gaps_are_asked = written.empty() && any_gap(directive) && !ends_with_answers(directive, context);
  const QuestionBody body = split_question(directive, !is_open && !gaps_are_asked, context);
  const std::string type = type_of(directive, written, body, context);
  const int number = context.next_number("question");
  model::Question question = make_question(type, context);
  question.stem = lower_nodes(body.stem, context);
  question.title = context.title().empty() ? short_title(question.stem) : context.title();
  if (question.stem.empty()) {
    context.report({.kind = &question_without_stem, .span = context.span(), .message = "this question asks nothing"});
  }
  for (const model::Part& part : question.stem) {
    if (const auto* paragraph = std::get_if<model::Prose>(&part.content)) check_gaps(paragraph->content, context);
  }
  if (check_shape(type, body, context)) read_answers(body, question, context);
  read_explanation(body, question, context);
  if (context.values().has("id")) {
    const std::string shown = context.title().empty()
                                  ? std::string(context.words().question) + " " + std::to_string(number)
                                  : context.title();
    context.define({.span = context.values().span("id"), .id = question.id, .what = "question", .title = shown});
  }
  const model::EditionSet editions = editions_for(question);
  const model::QuestionIndex index = context.add_question(std::move(question));
  model::Parts parts;
  parts.push_back({.span = context.span(),
                   .editions = editions,
                   .id = context.id(),
                   .content = model::QuestionUse{.question = index, .number = std::to_string(number)}});
  return parts;
}

std::vector<const DiagnosticKind*> question_diagnostics() {
  std::vector<const DiagnosticKind*> all = {&question_shape, &question_without_stem, &gap_without_answer};
  for (const auto part : {question_body_diagnostics(), question_choice_diagnostics(), question_answer_diagnostics(),
                          question_hotspot_diagnostics()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

} // namespace

extern const BlockKind question_kind;
const BlockKind question_kind{
    .name = "question",
    .summary = "A question for the class, the workbook, exams and the quiz bank.",
    .help =
        "The answer part is the last list or table, or the `::answer` lines; all before it is the stem.\n\n"
        "| `type=` | answer part |\n"
        "| --- | --- |\n"
        "| single (default for a list with boxes) | exactly one `[x]` |\n"
        "| `multiple` | one or more `[x]`; `{weight=50}` on an option; `scoring=all` for all or nothing |\n"
        "| `true-false` | a list of two |\n"
        "| `matching` | a table of two columns; an empty left cell is a spare answer |\n"
        "| `ordering` | an ordered list in the right order |\n"
        "| short (default for `::answer`) | `::answer[1000]{also=\"一千把; 1,000\"}`, one or more |\n"
        "| numeric | `::answer[1000]{tolerance=10 unit=把}` |\n"
        "| cloze (default where the stem has `:blank`) | `:blank[利益]{also=\"好處\"}` |\n"
        "| hotspot (default for `::hotspot`) | `::hotspot{src=\"…\" alt=\"…\"}` and a list of places, the right ones "
        "`[x]` |\n"
        "| `essay`, `performance` | nothing, or a `::: rubric`; `lines=8` |\n\n"
        "A quote directly under an option is feedback on it; `::: solution` explains the key. Learners' editions are "
        "built without keys, feedback and solutions.\n",
    .example =
        "::: question {#q-benefit bloom=apply points=2}\n"
        "Which sentence names a **benefit**?\n\n"
        "- [ ] The case is made of magnesium.\n"
        "  > That is a feature.\n"
        "- [x] Your shoulder does not hurt after a day.\n"
        "  > That is what the customer gets.\n"
        "- [ ] It weighs 980 grams.\n\n"
        "::: solution\n"
        "A benefit lands with the customer.\n"
        ":::\n"
        ":::\n",
    .fields = question_fields(),
    .labels = {{"en", "Question"}, {"zh-Hant", "題目"}, {"zh-Hans", "题目"}},
    .defines_own_id = true,
    .diagnostics = question_diagnostics(),
    .lower = lower,
};

} // namespace comb::blocks
