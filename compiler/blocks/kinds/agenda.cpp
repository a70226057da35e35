// The course by the clock.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"

namespace comb::blocks {

namespace {

model::Parts lower(const syntax::Directive&, LoweringContext& context) {
  model::Part part = make_directory(context, model::DirectoryKind::agenda, on_screen | books);
  if (const auto day = context.values().integer("day")) {
    std::get<model::Directory>(part.content).of = {std::to_string(*day)};
  }
  model::Parts parts;
  parts.push_back(std::move(part));
  return parts;
}

} // namespace

extern const BlockKind agenda_kind;
const BlockKind agenda_kind{
    .name = "agenda",
    .summary = "What comes when: days, lessons and breaks with the clock.",
    .help =
        "The times come from `days:` of the manifest: start of the day, minutes of the lessons, breaks. "
        "A course without days lists its lessons with their minutes. `day=2` shows one day.\n\n"
        "It is drawn as a table on slides and in the books. Minutes stand in the trainer's; learners "
        "read when something begins. It is never typed, so it cannot drift from the course.\n",
    .example = "::agenda\n",
    .form = syntax::DirectiveForm::leaf,
    .fields = {{.name = "day",
                .type = schema::FieldType::integer,
                .help = "only this day, from 1",
                .min_value = 1,
                .max_value = 366}},
    .labels = {{"en", "Agenda"}, {"zh-Hant", "議程"}, {"zh-Hans", "议程"}, {"ja", "アジェンダ"}},
    .takes_title = false,
    .is_layout = true,
    .lower = lower,
};

} // namespace comb::blocks
