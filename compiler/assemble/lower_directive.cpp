// Directives to parts: finding the kind, checking shape and fields, keeping the record, and who sees what.
#include "assemble/kinds.hpp"
#include "assemble/lowering.hpp"
#include "assemble/walk.hpp"
#include "blocks/kind_label.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

using blocks::BlockKind;
using schema::FieldSpec;

namespace {

constexpr DiagnosticKind unknown_block{
    .name = "unknown-block",
    .severity = Severity::error,
    .help = "`comb blocks` lists the kinds that there are",
    .explain =
        "A directive whose name nothing knows would lose its content, so it is an error.\n\n"
        "    ::: roelplay 沉默的顧客      ← did you mean `roleplay`?\n",
};
constexpr DiagnosticKind wrong_form{
    .name = "wrong-form",
    .severity = Severity::error,
    .help = "blocks with a body have three colons and a closing fence, those without have two colons",
    .explain =
        "    ::: case 把木梳賣給和尚      ← has a body\n    …\n    :::\n\n"
        "    ::break{time=10}             ← has none\n",
};
constexpr DiagnosticKind misplaced_block{
    .name = "misplaced-block",
    .severity = Severity::error,
    .help = "move it into the block that it belongs to; `comb blocks NAME` says where it may stand",
    .explain =
        "A `role` means something only inside a `roleplay`, an `exhibit` inside a `case`. Most often a fence "
        "closed too early: an outer fence must be closed by one of its own length.\n",
};
constexpr DiagnosticKind title_not_taken{
    .name = "title-not-taken",
    .severity = Severity::error,
    .help = "take the words after the name away, or put them into the body",
    .explain = "What nothing shows would be lost. This kind of block has no title.\n",
};
constexpr std::array<const DiagnosticKind*, 4> kinds = {&misplaced_block, &title_not_taken, &unknown_block,
                                                        &wrong_form};

model::Priority priority_of(const std::string& name) {
  if (name == "could") return model::Priority::could;
  return name == "should" ? model::Priority::should : model::Priority::must;
}

std::string article_of(std::string_view kind) {
  return "`" + std::string(kind) + "`";
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "`" : ", `") + std::string(name) + '`';
  return all;
}

bool takes_editions_of_children(const model::Part& part) {
  return std::holds_alternative<model::Box>(part.content) || std::holds_alternative<model::Columns>(part.content);
}

/// A stand-in's short guide has the trainer's notes alone: with them comes the scenario whose nodes hold them.
constexpr model::EditionSet follow_notes = {model::EditionKind::guide_brief};

/// Takes `part` off slides; notes and answers below it stay with the presenter.
void take_off_slides(model::Part& part) {
  using model::EditionKind;
  model::EditionSet of_children;
  for_each_child_parts(part, [&](model::Parts& children) {
    for (model::Part& child : children) {
      take_off_slides(child);
      of_children = of_children | child.editions;
    }
  });
  if (!part.editions.has(EditionKind::slides)) return;
  part.editions = part.editions.without({EditionKind::slides, EditionKind::presenter});
  if (takes_editions_of_children(part)) part.editions = part.editions | of_children;
}

} // namespace

std::span<const DiagnosticKind* const> directive_diagnostics() {
  return kinds;
}

void settle_editions(model::Parts& parts, model::EditionSet ceiling) {
  for (model::Part& part : parts) {
    part.editions = part.editions & ceiling;
    const bool follows_children = takes_editions_of_children(part);
    const bool is_scenario = std::holds_alternative<model::Branching>(part.content);
    const model::EditionSet below = follows_children ? ceiling
                                    : is_scenario    ? part.editions | (ceiling & follow_notes)
                                                     : part.editions;
    model::EditionSet of_children;
    for_each_child_parts(part, [&](model::Parts& children) {
      settle_editions(children, below);
      for (const model::Part& child : children) of_children = of_children | child.editions;
    });
    if (follows_children) part.editions = part.editions | of_children;
    if (is_scenario) part.editions = part.editions | (of_children & follow_notes);
  }
  // What no edition may have would only be in the way of those who read the course.
  std::erase_if(parts, [](const model::Part& part) { return part.editions.is_empty(); });
}

std::optional<std::string> Lowering::parent_kind() const {
  // `only` filters and arranges nothing: what is in it stands where it stands.
  for (std::size_t at = frames_.size() - 1; at-- > 0;) {
    if (frames_[at].kind->name != "only") return std::string(frames_[at].kind->name);
  }
  return std::nullopt;
}

std::string Lowering::enclosing(std::string_view kind) const {
  for (std::size_t at = frames_.size() - 1; at-- > 0;) {
    if (frames_[at].kind->name == kind) return frames_[at].id;
  }
  return {};
}

std::string Lowering::enclosing_title(std::string_view kind) const {
  for (std::size_t at = frames_.size() - 1; at-- > 0;) {
    if (frames_[at].kind->name == kind) return frames_[at].title;
  }
  return {};
}

model::BlockInfo& Lowering::info() {
  Frame& frame = frames_.back();
  const bool is_own = frame.record && !frame.kind->is_layout;
  return is_own ? state_.blocks[*frame.record] : frame.unrecorded;
}

std::string Lowering::label(std::string_view kind) const {
  const auto found = std::ranges::find_if(state_.kinds, [&](const BlockKind* known) { return known->name == kind; });
  if (found == state_.kinds.end()) return std::string(kind);
  return std::string(blocks::label_of(**found, words()));
}

void Lowering::lower_directive(const syntax::Node& node, const syntax::Directive& directive, model::Parts& parts) {
  const BlockKind* kind = state_.kind_called(directive.name);
  if (kind == nullptr) {
    std::vector<std::string_view> names;
    for (const BlockKind* known : state_.kinds) names.push_back(known->name);
    for (const words::DirectiveAlias& alias : words().aliases) names.push_back(alias.alias);
    Diagnostic found{
        .kind = &unknown_block, .span = directive.name_span, .message = "no block is called `" + directive.name + "`"};
    if (const auto nearest = nearest_name(directive.name, names)) {
      found.help = "did you mean `" + *nearest + "`?";
      found.fixes.push_back({.span = directive.name_span, .replacement = *nearest});
    }
    report(std::move(found));
    // What is inside is looked at all the same: all that is wrong is said in one run.
    lower(directive.children);
    return;
  }
  if (!check_shape(directive, *kind)) {
    lower(directive.children);
    return;
  }
  std::ranges::move(lower_known(node, directive, *kind), std::back_inserter(parts));
}

bool Lowering::check_shape(const syntax::Directive& directive, const BlockKind& kind) {
  const bool is_leaf = directive.form == syntax::DirectiveForm::leaf;
  if (directive.form != kind.form && !kind.also_leaf) {
    const std::string shown = article_of(kind.name);
    report({.kind = &wrong_form,
            .span = directive.name_span,
            .message = is_leaf ? shown + " has a body" : shown + " has no body",
            .help = is_leaf ? "write `::: " + std::string(kind.name) + "`, its body, and `:::`"
                            : "write `::" + std::string(kind.name) + "` on a line of its own"});
    return false;
  }
  if (kind.parents.empty()) return true;
  std::optional<std::string> parent;
  for (std::size_t at = frames_.size(); at-- > 0;) {
    const BlockKind& around = *frames_[at].kind;
    if (std::ranges::find(kind.parents, around.name) != kind.parents.end()) return true;
    if (!parent && around.name != "only") parent = std::string(around.name);
    // Columns and the like stand between a block and what it belongs to without changing that.
    if (!around.is_layout) break;
  }
  report(
      {.kind = &misplaced_block,
       .span = directive.name_span,
       .message = article_of(kind.name) + " stands " + (parent ? "in " + article_of(*parent) : "directly in a topic"),
       .help = "it belongs in " + listed(kind.parents)});
  return false;
}

schema::Values Lowering::directive_values(const syntax::Node& node, const syntax::Directive& directive,
                                          const BlockKind& kind) {
  syntax::Fields fields = node.fields;
  if (!directive.title.empty() && kind.takes_title) {
    fields.values.insert(fields.values.begin(), {.name = "title",
                                                 .text = directive.title,
                                                 .name_span = directive.title_span,
                                                 .value_span = directive.title_span});
  } else if (!directive.title.empty()) {
    report(
        {.kind = &title_not_taken, .span = directive.title_span, .message = article_of(kind.name) + " has no title"});
  }
  return check_fields(fields, blocks::all_fields(kind), article_of(kind.name), directive.opening);
}

Lowering::Frame Lowering::make_frame(const syntax::Node& node, const syntax::Directive& directive,
                                     const BlockKind& kind) {
  Frame frame{.kind = &kind, .values = directive_values(node, directive, kind), .opening = directive.opening};
  frame.id = frame.values.text("id");
  if (frame.id.empty()) frame.id = state_.make_id(lesson_.id + "-" + std::string(kind.name));
  frame.title = fill_variables(state_, frame.values.text("title"), frame.values.span("title"));
  if (kind.is_layout) {
    if (!frames_.empty()) frame.record = frames_.back().record;
    return frame;
  }
  state_.blocks.push_back(make_record(frame, directive));
  frame.record = static_cast<std::uint32_t>(state_.blocks.size() - 1);
  return frame;
}

model::BlockInfo Lowering::make_record(const Frame& frame, const syntax::Directive& directive) const {
  const schema::Values& values = frame.values;
  model::BlockInfo record{.span = directive.opening, .kind = std::string(frame.kind->name)};
  record.id = values.text("id");
  record.id_span = values.span("id");
  record.title = frame.title;
  record.lesson = lesson_.id;
  if (!frames_.empty()) record.parent = frames_.back().record;
  record.objectives = values.list("objective");
  record.objective_span = values.span("objective");
  if (const auto time = values.time("time")) {
    record.time = time->total;
    record.split = time->pieces;
  }
  record.time_span = values.span("time");
  record.priority = priority_of(values.text("priority"));
  record.source = values.text("source");
  record.licence = values.text("licence");
  return record;
}

void Lowering::define_block(const Frame& frame) {
  for (const schema::RawValue& objective : frame.values.elements("objective")) {
    refer({.span = objective.value_span, .target = objective.text, .expect = model::ReferenceUse::Expect::objective});
  }
  if (!frame.values.has("id") || frame.kind->defines_own_id) return;
  std::string title = frame.title.empty() ? label(frame.kind->name) : frame.title;
  define({.span = frame.values.span("id"),
          .id = frame.id,
          .what = std::string(frame.kind->name),
          .title = std::move(title)});
}

model::Parts Lowering::lower_known(const syntax::Node& node, const syntax::Directive& directive,
                                   const BlockKind& kind) {
  const View before = view_;
  frames_.push_back(make_frame(node, directive, kind));
  define_block(frames_.back());
  const schema::Values values = frames_.back().values;
  collect_allows(values, node.span);
  view_ = view_for(values);
  view_.directly_in_topic = false;
  if (!(kind.editions == model::everyone)) {
    view_.usual = kind.editions;
    view_.ceiling = view_.ceiling & kind.editions;
  }
  model::Parts parts = kind.lower(directive, *this);
  if (values.text("slide") == "summary") apply_summary(parts);
  if (values.text("handbook") == "blank") apply_blank(parts, directive.opening);
  settle_editions(parts, view_.ceiling);
  mark_language(parts, values.text("lang"));
  const std::string authored = values.text("id");
  if (!parts.empty() && parts.front().id.empty()) parts.front().id = authored;
  if (state_.used_ids.contains(authored)) state_.shared_blocks.emplace(authored, parts);
  frames_.pop_back();
  view_ = before;
  return parts;
}

void Lowering::apply_summary(model::Parts& parts) const {
  for (model::Part& part : parts) {
    for_each_child_parts(part, [](model::Parts& children) {
      for (model::Part& child : children) {
        auto* box = std::get_if<model::Box>(&child.content);
        if (box != nullptr && box->frame == model::BoxFrame::slide) {
          box->frame = model::BoxFrame::group; // its content is drawn on the block's own slide
        } else {
          take_off_slides(child);
        }
      }
    });
  }
}

void Lowering::apply_blank(model::Parts& parts, Span span) const {
  constexpr int room_in_lines = 6;
  for (model::Part& part : parts) {
    auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) continue;
    settle_editions(box->children, model::EditionSet::all().without({model::EditionKind::workbook}));
    box->children.push_back({.span = span,
                             .editions = {model::EditionKind::workbook},
                             .content = model::WritingSpace{.lines = room_in_lines}});
  }
}

schema::Values Lowering::check_fields(const syntax::Fields& fields, std::span<const FieldSpec> specs,
                                      std::string_view owner_name, Span owner) {
  auto checked = schema::check_values(fields.values, specs, owner_name, owner);
  append(state_.diagnostics, std::move(checked.diagnostics));
  return std::move(checked.value);
}

bool Lowering::follows_empty_line(Span span) const {
  const source::SourceFile& file = state_.loaded.sources.file(span.file);
  const std::uint32_t line = file.line_at(span.begin);
  return line > 1 && file.line_text(line - 1).find_first_not_of(" \t>") == std::string_view::npos;
}

std::optional<std::string> Lowering::variable(std::string_view name) const {
  const auto found = state_.variables.find(std::string(name));
  return found == state_.variables.end() ? std::nullopt : std::optional(found->second);
}

model::QuestionIndex Lowering::add_question(model::Question question) {
  // An exam or a bank takes it out of the blocks that stand around it.
  for (auto frame = frames_.rbegin(); frame != frames_.rend() && question.lang.empty(); ++frame) {
    question.lang = frame->values.text("lang");
  }
  const model::QuestionIndex index{static_cast<std::uint32_t>(state_.course.questions.size())};
  state_.questions_by_id.emplace(question.id, index);
  state_.course.questions.push_back(std::move(question));
  return index;
}

void Lowering::add_objective(model::Objective objective) {
  objective.lesson = lesson_.id;
  state_.course.objectives.push_back(std::move(objective));
}

void Lowering::add_term(model::Term term) {
  state_.course.terms.push_back(std::move(term));
}

void Lowering::add_material(model::Material material) {
  material.lesson = lesson_.id;
  if (material.block.empty() && !frames_.empty()) material.block = frames_.back().id;
  state_.course.materials.push_back(std::move(material));
}

model::Part Lowering::deferred_question(std::string id, Span span) {
  refer({.span = span, .target = id, .expect = model::ReferenceUse::Expect::question});
  const std::uint32_t index = first_deferred + static_cast<std::uint32_t>(state_.deferred.size());
  const std::string number = std::to_string(next_number("question"));
  state_.deferred.push_back(
      {.what = Deferred::What::question, .target = std::move(id), .number = number, .span = span});
  return {
      .span = span, .editions = view_.editions(), .content = model::QuestionUse{.question = {index}, .number = number}};
}

model::Part Lowering::deferred_use(std::string id, bool again, Span span) {
  refer({.span = span, .target = id, .expect = model::ReferenceUse::Expect::block});
  const std::uint32_t index = first_deferred + static_cast<std::uint32_t>(state_.deferred.size());
  state_.deferred.push_back({.what = Deferred::What::block, .target = std::move(id), .again = again, .span = span});
  return {.span = span, .editions = view_.editions(), .content = model::QuestionUse{.question = {index}, .number = {}}};
}

void Lowering::collect_allows(const schema::Values& values, Span scope) {
  for (const schema::RawValue& value : values.all("allow")) {
    const std::size_t colon = value.text.find(':');
    const std::string_view whole = value.text;
    const auto trimmed = [](std::string_view text) {
      const std::size_t first = text.find_first_not_of(' ');
      if (first == std::string_view::npos) return std::string();
      return std::string(text.substr(first, text.find_last_not_of(' ') + 1 - first));
    };
    model::Allow allow{.span = value.value_span, .scope = scope, .name = trimmed(whole.substr(0, colon))};
    if (colon != std::string::npos) allow.reason = trimmed(whole.substr(colon + 1));
    state_.course.allows.push_back(std::move(allow));
  }
}

} // namespace comb::assemble
