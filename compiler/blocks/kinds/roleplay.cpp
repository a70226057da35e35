// A role play: what all may know, the rounds, and the cards of those who play and watch.
#include "base/overloaded.hpp"
#include "blocks/box.hpp"

#include <algorithm>

namespace comb::blocks {

namespace {

/// The cards among `parts` and in what only arranges them.
void collect_cards(const model::Parts& parts, std::vector<const model::Card*>& cards) {
  for (const model::Part& part : parts) {
    if (const auto* card = std::get_if<model::Card>(&part.content)) cards.push_back(card);
    if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (const model::Parts& column : columns->columns) collect_cards(column, cards);
    }
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box != nullptr && box->frame == model::BoxFrame::group) collect_cards(box->children, cards);
  }
}

/// Who plays, as learners see it on the slide: a name each, and that the rest is on the card.
model::Part names_on_slide(const std::vector<const model::Card*>& cards, LoweringContext& context) {
  const Span span = context.span();
  model::Columns columns;
  for (const model::Card* card : cards) {
    model::Box box{.kind = "role-name",
                   .label = card->label,
                   .icon = card->label == context.label("observer") ? "eye" : "person",
                   .tone = model::Tone::teal};
    box.title = text::plain_inlines(card->name, span);
    box.children.push_back(prose(context.words().on_card, span, on_screen));
    model::Parts column;
    column.push_back({.span = span, .editions = on_screen, .content = std::move(box)});
    columns.columns.push_back(std::move(column));
    columns.widths.push_back(1);
  }
  return {.span = span, .editions = on_screen, .content = std::move(columns)};
}

/// Rounds down, roles across, empty: who plays what when.
model::Part rotation(const std::vector<const model::Card*>& cards, int rounds, LoweringContext& context) {
  const Span span = context.span();
  model::Table table;
  table.caption = text::plain_inlines(context.words().rotation, span);
  table.header_column = true;
  table.header.push_back({.span = span});
  table.alignments.push_back(model::Alignment::start);
  for (const model::Card* card : cards) {
    table.header.push_back({.span = span, .content = text::plain_inlines(card->name, span)});
    table.alignments.push_back(model::Alignment::start);
  }
  for (int round = 1; round <= rounds; ++round) {
    std::vector<model::Cell> row = {
        {.span = span, .content = text::plain_inlines(words::fill(context.words().round, round), span)}};
    for (std::size_t i = 0; i < cards.size(); ++i) row.push_back({.span = span, .is_blank = true});
    table.rows.push_back(std::move(row));
  }
  return {.span = span, .editions = books, .content = std::move(table)};
}

/// What the compiler adds: phases, countdown, names, rotation.
model::Parts frame_parts(const model::Parts& body, LoweringContext& context) {
  const words::Words& words = context.words();
  const Span span = context.span();
  std::vector<const model::Card*> cards;
  collect_cards(body, cards);
  model::Parts parts;
  const std::vector<model::Step> steps = phases(context, words.read_card, words.play, words.feedback);
  if (!steps.empty()) parts.push_back({.span = span, .content = model::Steps{.steps = steps}});
  if (!cards.empty()) parts.push_back(names_on_slide(cards, context));
  if (const auto round = context.values().time("time")) {
    parts.push_back(
        {.span = span, .editions = on_screen, .content = model::Timer{.total = round->total, .phases = steps}});
  }
  const int rounds = context.info().rounds;
  if (rounds > 1 && !cards.empty()) parts.push_back(rotation(cards, rounds, context));
  return parts;
}

/// The small print: minutes of a round, rounds, group.
std::string meta(LoweringContext& context) {
  const words::Words& words = context.words();
  std::string time;
  if (const auto round = context.values().time("time")) {
    time = words::fill(words.minutes, static_cast<int>(round->total.count()));
  }
  const int rounds = context.info().rounds;
  const std::string round_fact = rounds > 1 ? words::fill(words.rounds, rounds) : std::string();
  return joined_facts(context, {time, round_fact, group_fact(context)});
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  // The time written is that of one round.
  context.info().rounds = context.values().integer("rounds").value_or(1);
  if (auto& time = context.info().time) *time *= context.info().rounds;
  model::Parts children = context.lower(directive.children);
  model::Parts added = frame_parts(children, context);
  const auto first_card = std::ranges::find_if(
      children, [](const model::Part& part) { return std::holds_alternative<model::Card>(part.content); });
  children.insert(first_card, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  model::Part box =
      make_box(context, {.icon = "people", .tone = model::Tone::teal, .own_slide = true}, std::move(children));
  box_of(box).meta = meta(context);
  model::Parts parts;
  parts.push_back(std::move(box));
  return parts;
}

} // namespace

extern const BlockKind roleplay_kind;
const BlockKind roleplay_kind{
    .name = "roleplay",
    .summary = "A role play with a card for each role and a sheet for observers.",
    .help =
        "The body is what all may know. Inside stand `::: role` (its own card and the guide only), `::: observer` and "
        "`::: debrief`. `time=\"3+6+6\"` is one round: reading, playing, feedback; the total is that times "
        "`rounds=`.\n\n"
        "Slides show the situation, the roles' names and a countdown; the workbook has the situation and a table of "
        "who plays what when.\n",
    .example =
        ":::: roleplay The silent customer {time=\"3+6+6\" rounds=3 group=3}\n"
        "A quiet afternoon in a phone shop.\n\n"
        "::: role Customer\n"
        "You are buying a first phone for your mother.\n\n"
        "> You talk only after one concrete question.\n"
        ":::\n\n"
        "::: role Salesperson\n"
        "It is your second week in the shop.\n"
        ":::\n\n"
        "::: observer\n"
        "- [ ] greets within ten seconds\n"
        "- [ ] asks one concrete question\n"
        "- [ ] waits for the answer\n"
        ":::\n\n"
        "::: debrief\n"
        "1. Which sentence made the customer talk?\n"
        ":::\n"
        "::::\n",
    .fields = {{.name = "rounds",
                .type = schema::FieldType::integer,
                .help = "how often it is played, roles changing",
                .min_value = 1,
                .max_value = 20},
               {.name = "group", .help = "how many together, `group=3`, or in words"}},
    .labels = {{"en", "Role play"}, {"zh-Hant", "角色扮演"}, {"zh-Hans", "角色扮演"}},
    .lower = lower,
};

} // namespace comb::blocks
