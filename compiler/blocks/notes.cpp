// Notes to the trainer.
#include "blocks/notes.hpp"

#include "blocks/box.hpp"

#include <algorithm>
#include <array>

namespace comb::blocks {

extern const DiagnosticKind empty_short_form;
const DiagnosticKind empty_short_form{
    .name = "empty-short-form",
    .severity = Severity::error,
    .help = "put the words into brackets: `::say[先講故事，不急著給答案]`",
};

namespace {

using model::NoteKind;

constexpr std::array<std::pair<std::string_view, NoteKind>, 8> named = {{{"say", NoteKind::say},
                                                                         {"do", NoteKind::act},
                                                                         {"ask", NoteKind::ask},
                                                                         {"watch", NoteKind::watch},
                                                                         {"transition", NoteKind::transition},
                                                                         {"setup", NoteKind::setup},
                                                                         {"if-short", NoteKind::if_short},
                                                                         {"if-long", NoteKind::if_long}}};

std::string_view label_of(const words::Words& words, NoteKind kind) {
  switch (kind) {
    case NoteKind::say:
      return words.say;
    case NoteKind::act:
      return words.act;
    case NoteKind::ask:
      return words.ask;
    case NoteKind::watch:
      return words.watch;
    case NoteKind::transition:
      return words.transition;
    case NoteKind::setup:
      return words.setup;
    case NoteKind::if_short:
      return words.if_short;
    case NoteKind::if_long:
      return words.if_long;
    case NoteKind::plain:
      return words.note;
  }
  return words.note;
}

} // namespace

NoteKind note_kind_named(std::string_view name) {
  const auto* found = std::ranges::find(named, name, &std::pair<std::string_view, NoteKind>::first);
  return found == named.end() ? NoteKind::plain : found->second;
}

const std::vector<std::string_view>& note_kind_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const auto& [name, kind] : named) all.push_back(name);
    return all;
  }();
  return names;
}

model::Parts make_note(LoweringContext& context, NoteKind kind, model::Parts children) {
  model::Note note{.kind = kind, .label = std::string(label_of(context.words(), kind)), .time = context.info().time};
  if (!context.title().empty() && context.kind().form == syntax::DirectiveForm::container) {
    // A note's title is its first line.
    const text::Inlines title = text::plain_inlines(context.title(), context.values().span("title"));
    note.children.push_back({.span = context.span(),
                             .editions = model::trainer_only,
                             .content = model::Prose{.content = {{context.span(), text::Strong{title}}}}});
  }
  std::ranges::move(children, std::back_inserter(note.children));
  model::Parts parts;
  parts.push_back({.span = context.span(), .editions = model::trainer_only, .content = std::move(note)});
  return parts;
}

model::Parts short_note(LoweringContext& context, NoteKind kind) {
  if (context.title().empty()) {
    context.report({.kind = &empty_short_form,
                    .span = context.span(),
                    .message = "`::" + std::string(context.kind().name) + "` says nothing"});
    return {};
  }
  model::Parts children;
  children.push_back(prose(context.title(), context.values().span("title"), model::trainer_only));
  add_labelled(children, context, context.words().expected_answer,
               context.filled(context.values().has("answer") ? context.values().text("answer") : "", context.span()),
               model::trainer_only);
  return make_note(context, kind, std::move(children));
}

} // namespace comb::blocks
