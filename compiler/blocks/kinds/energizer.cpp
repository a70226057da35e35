// A short activity that wakes everybody up.
#include "blocks/activities.hpp"

#include <algorithm>
#include <array>

namespace comb::blocks {

namespace {

using std::chrono::minutes;

constexpr minutes most_minutes{10};

constexpr DiagnosticKind energizer_too_long{
    .name = "energizer-too-long",
    .severity = Severity::warning,
    .help = "cut it to ten minutes, or make it an `activity` with an objective",
    .explain = "An energizer serves no objective, so its minutes are taken from those that do.\n",
};
constexpr DiagnosticKind energizer_without_access{
    .name = "energizer-without-access",
    .severity = Severity::warning,
    .help = "say how those join in who cannot stand, run or be touched: `access=\"可以坐著用手勢參加\"`",
    .explain =
        "Moving about and touching is what energizers are made of, and what some people cannot do or do not want. The "
        "trainer needs an answer before the moment comes.\n",
};

/// What the note is called; no other kind has one.
constexpr std::array<KindLabel, 4> access_labels = {{{"en", "Everybody can join"},
                                                     {"zh-Hant", "人人可參加"},
                                                     {"zh-Hans", "人人可参加"},
                                                     {"ja", "全員が参加できるように"}}};

std::string access_label(const words::Words& words) {
  const auto* found = std::ranges::find(access_labels, words.lang, &KindLabel::lang);
  return std::string(found == access_labels.end() ? access_labels.front().text : found->text);
}

void check(LoweringContext& context) {
  const auto time = context.info().time;
  if (time && *time > most_minutes) {
    context.report({.kind = &energizer_too_long,
                    .span = context.info().time_span,
                    .message = "this energizer takes " + std::to_string(time->count()) + " minutes"});
  }
  if (context.values().text("access").empty()) {
    context.report({.kind = &energizer_without_access,
                    .span = context.span(),
                    .message = "this energizer does not say how everybody can join in"});
  }
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  check(context);
  const schema::Values& values = context.values();
  model::Parts access;
  const std::string text = context.filled(values.text("access"), values.span("access"));
  if (!text.empty()) {
    model::Note note{.kind = model::NoteKind::watch, .label = access_label(context.words())};
    note.children.push_back(prose(text, values.span("access"), model::trainer_only));
    access.push_back({.span = values.span("access"), .editions = model::trainer_only, .content = std::move(note)});
  }
  return lower_activity(directive, context, {.icon = "bolt", .tone = model::Tone::moss, .own_slide = true},
                        std::move(access));
}

} // namespace

extern const BlockKind energizer_kind;
const BlockKind energizer_kind{
    .name = "energizer",
    .summary = "Up to ten minutes that wake everybody up.",
    .help =
        "Written as an `activity`: the body says what to do, `time=` gives the slide a countdown. It needs no "
        "objective. `access=` tells the trainer how those join in who cannot move about or do not want to be "
        "touched.\n",
    .example =
        "::: energizer Stand up if … {time=5 access=\"Raise a hand instead of standing up\"}\n"
        "Stand up if you have ever sold something that you did not like.\n"
        ":::\n",
    .fields = {{.name = "group", .help = "how many together, `group=3`, or in words"},
               {.name = "materials", .help = "what must be at hand, `;` or commas between; joins the packing list"},
               {.name = "output", .help = "what is there at the end"},
               {.name = "access", .help = "how those join in who cannot move about; for the trainer"}},
    .labels = {{"en", "Energizer"}, {"zh-Hant", "暖身"}, {"zh-Hans", "暖身"}, {"ja", "アイスブレイク"}},
    .diagnostics = {&energizer_too_long, &energizer_without_access},
    .lower = lower,
};

} // namespace comb::blocks
