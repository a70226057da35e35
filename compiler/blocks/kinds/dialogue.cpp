// A dialogue: who says what, turn by turn, with notes for the trainer.
#include "blocks/box.hpp"
#include "blocks/diagram_body.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind dialogue_without_turns{
    .name = "dialogue-without-turns",
    .severity = Severity::error,
    .help = "list the turns, each with its speaker: `- 顧客：我只是看看。`",
};
constexpr DiagnosticKind dialogue_without_speaker{
    .name = "dialogue-without-speaker",
    .severity = Severity::error,
    .help = "begin a turn with its speaker and a colon: `- 顧客：我只是看看。`",
    .explain =
        "Each item of the list is one turn. Stage directions are a turn, too: `- 旁白：門鈴響。`. A note for the "
        "trainer "
        "is a quote below the turn.\n",
};
constexpr DiagnosticKind dialogue_speaker_unknown{
    .name = "dialogue-speaker-unknown",
    .severity = Severity::error,
    .help = "name all that speak in `cast`, or leave `cast` out",
};
constexpr DiagnosticKind dialogue_cast_silent{
    .name = "dialogue-cast-silent",
    .severity = Severity::warning,
    .help = "take the name out of `cast`, or give it a turn",
};

bool is_space_only(const text::Inlines& inlines) {
  return text::plain_text(inlines).find_first_not_of(' ') == std::string::npos;
}

/// What stands below the first line of a turn: a note to the trainer.
void read_notes(const syntax::ListItem& item, model::Turn& turn, LoweringContext& context) {
  for (std::size_t at = 1; at < item.children.size(); ++at) {
    const syntax::Node& child = item.children[at];
    const auto* quote = std::get_if<syntax::Quote>(&child.content);
    const syntax::Nodes nodes = quote == nullptr ? syntax::Nodes{child} : quote->children;
    model::Note note{.label = std::string(context.words().note), .children = context.lower(nodes, model::trainer_only)};
    if (note.children.empty()) continue;
    turn.notes.push_back({.span = child.span, .editions = model::trainer_only, .content = std::move(note)});
  }
}

std::optional<model::Turn> read_turn(const syntax::ListItem& item, LoweringContext& context) {
  const auto* line = item.children.empty() ? nullptr : std::get_if<syntax::Paragraph>(&item.children.front().content);
  auto parts = line == nullptr ? std::nullopt : split_at_colon(context.inlines(line->content));
  if (!parts || is_space_only(parts->second)) {
    context.report({.kind = &dialogue_without_speaker,
                    .span = line == nullptr ? item.span : item.children.front().span,
                    .message = parts ? "`" + text::plain_text(parts->first) + "` says nothing in this turn"
                                     : "this turn does not say who speaks"});
    return std::nullopt;
  }
  model::Turn turn{.speaker = text::plain_text(parts->first), .text = std::move(parts->second)};
  read_notes(item, turn, context);
  return turn;
}

/// The names of `cast`, which must have all that speak; without it, all that speak in order.
void settle_cast(model::Dialogue& dialogue, const std::vector<Span>& spans, LoweringContext& context) {
  for (const schema::RawValue& name : context.values().elements("cast")) {
    const std::string filled = context.filled(name.text, name.value_span);
    dialogue.cast.push_back(filled);
    if (std::ranges::find(dialogue.turns, filled, &model::Turn::speaker) != dialogue.turns.end()) continue;
    context.report({.kind = &dialogue_cast_silent,
                    .span = name.value_span,
                    .message = "`" + filled + "` is in the cast and says nothing"});
  }
  const bool has_cast = context.values().has("cast");
  std::set<std::string> reported;
  for (std::size_t at = 0; at < dialogue.turns.size(); ++at) {
    const std::string& speaker = dialogue.turns[at].speaker;
    if (std::ranges::find(dialogue.cast, speaker) != dialogue.cast.end()) continue;
    if (has_cast && reported.insert(speaker).second) {
      context.report({.kind = &dialogue_speaker_unknown,
                      .span = spans[at],
                      .message = "`" + speaker + "` speaks and is not in the cast"});
    }
    dialogue.cast.push_back(speaker);
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  DiagramBody body = diagram_body(directive);
  if (body.table_node != nullptr) body.others.push_back(*body.table_node);
  model::Parts parts;
  if (body.list() == nullptr) {
    context.report(
        {.kind = &dialogue_without_turns, .span = context.span(), .message = "nobody speaks in this dialogue"});
    return context.lower(body.others);
  }
  model::Dialogue dialogue;
  std::vector<Span> spans;
  for (const syntax::ListItem& item : body.list()->items) {
    context.check_fields(item.fields, {}, "a turn", item.span);
    if (auto turn = read_turn(item, context)) {
      dialogue.turns.push_back(std::move(*turn));
      spans.push_back(item.children.front().span);
    }
  }
  settle_cast(dialogue, spans, context);
  const Span title_span = context.values().has("title") ? context.values().span("title") : context.span();
  dialogue.caption = text::plain_inlines(context.title(), title_span);
  if (!dialogue.turns.empty()) {
    parts.push_back({.span = context.span(), .editions = model::everyone, .content = std::move(dialogue)});
  }
  std::ranges::move(context.lower(body.others), std::back_inserter(parts));
  come_one_by_one(parts, context.values());
  return parts;
}

} // namespace

extern const BlockKind dialogue_kind;
const BlockKind dialogue_kind{
    .name = "dialogue",
    .summary = "A conversation, turn by turn.",
    .help =
        "The body is a list, one turn an item: who speaks, a colon, what is said. `cast=\"銷售員; 顧客\"` says who may "
        "speak, and in which order they get their colours. A quote below a turn is a note for the trainer: guide and "
        "presenter's notes alone show it. `:fill[…]` leaves a gap in the workbook.\n\n"
        "`reveal` brings one turn after the other on slides.\n",
    .example =
        "::: dialogue The silent customer {cast=\"Salesperson; Customer\"}\n"
        "- Salesperson: Good afternoon! Looking for a phone?\n"
        "- Customer: Just looking.\n"
        "  > Do not follow now.\n"
        "- Salesperson: Please do. Is it for you or :fill[for somebody else]?\n"
        ":::\n",
    .fields = {{.name = "cast",
                .type = schema::FieldType::list,
                .help = "all that speak, in the order of their colours: `cast=\"銷售員; 顧客\"`"}},
    .labels = {{"en", "Dialogue"}, {"zh-Hant", "對話"}, {"zh-Hans", "对话"}, {"ja", "会話"}},
    .diagnostics = {&dialogue_cast_silent, &dialogue_speaker_unknown, &dialogue_without_speaker,
                    &dialogue_without_turns},
    .lower = lower,
};

} // namespace comb::blocks
