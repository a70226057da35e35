// The walks that rules share.
#include "check/parts_walk.hpp"

#include "base/overloaded.hpp"
#include "model/labels.hpp"

namespace comb::check {

namespace {

using PartVisit = std::function<void(const model::Part&)>;
using InlinesVisit = std::function<void(const text::Inlines&)>;

void walk_children(const model::Part& part, const PartVisit& visit) {
  std::visit(Overloaded{
                 [&](const model::List& list) {
                   for (const model::ListItem& item : list.items) walk_parts(item.children, visit);
                 },
                 [&](const model::Quote& quote) { walk_parts(quote.children, visit); },
                 [&](const model::Dialogue& dialogue) {
                   for (const model::Turn& turn : dialogue.turns) walk_parts(turn.notes, visit);
                 },
                 [&](const model::Box& box) { walk_parts(box.children, visit); },
                 [&](const model::Columns& columns) {
                   for (const model::Parts& column : columns.columns) walk_parts(column, visit);
                 },
                 [&](const model::Card& card) {
                   walk_parts(card.front, visit);
                   walk_parts(card.secret, visit);
                 },
                 [&](const model::Note& note) { walk_parts(note.children, visit); },
                 [](const model::Heading&) {},
                 [](const model::Prose&) {},
                 [](const model::Table&) {},
                 [](const model::Code&) {},
                 [](const model::Figure&) {},
                 [](const model::Diagram&) {},
                 [](const model::QuestionUse&) {},
                 [](const model::Steps&) {},
                 [](const model::Checklist&) {},
                 [](const model::Rubric&) {},
                 [](const model::WritingSpace&) {},
                 [](const model::Timer&) {},
                 [&](const model::Branching& branching) {
                   model::for_each_branching_parts(branching,
                                                   [&](const model::Parts& inner) { walk_parts(inner, visit); });
                 },
                 [](const model::Directory&) {},
                 [](const model::Break&) {},
             },
             part.content);
}

void form_inlines(const model::AnswerForm& form, const InlinesVisit& visit) {
  std::visit(Overloaded{
                 [&](const model::Choices& choices) {
                   for (const model::Option& option : choices.options) visit(option.text);
                 },
                 [&](const model::Matching& matching) {
                   for (const auto& left : matching.left) visit(left);
                   for (const auto& right : matching.right) visit(right);
                 },
                 [&](const model::Ordering& ordering) {
                   for (const auto& item : ordering.items) visit(item);
                 },
                 [](const model::ShortText&) {},
                 [](const model::Number&) {},
                 [](const model::Cloze&) {},
                 [](const model::FreeText&) {},
                 [&](const model::Hotspot& hotspot) {
                   for (const model::Region& region : hotspot.regions) visit(region.text);
                 },
             },
             form);
}

void rubric_inlines(const model::Rubric& rubric, const InlinesVisit& visit) {
  for (const model::RubricRow& row : rubric.rows) {
    visit(row.criterion);
    for (const model::RubricLevel& level : row.levels) visit(level.descriptor);
  }
}

} // namespace

void walk_parts(const model::Parts& parts, const PartVisit& visit) {
  for (const model::Part& part : parts) {
    visit(part);
    walk_children(part, visit);
  }
}

void walk_parts(const model::Course& course, const PartVisit& visit) {
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) walk_parts(topic.parts, visit);
    }
  }
  for (const model::Question& question : course.questions) {
    walk_parts(question.stem, visit);
    if (!question.key) continue;
    for (const model::Parts& feedback : question.key->feedback) walk_parts(feedback, visit);
    walk_parts(question.key->solution, visit);
  }
}

void walk_inlines(const text::Inlines& inlines, const std::function<void(const text::Inline&)>& visit) {
  for (const text::Inline& piece : inlines) {
    visit(piece);
    std::visit(Overloaded{
                   [&](const text::Emphasis& e) { walk_inlines(e.children, visit); },
                   [&](const text::Strong& s) { walk_inlines(s.children, visit); },
                   [&](const text::Strikethrough& s) { walk_inlines(s.children, visit); },
                   [&](const text::Link& l) { walk_inlines(l.children, visit); },
                   [](const text::Run&) {},
                   [](const text::Code&) {},
                   [](const text::LineBreak&) {},
                   [](const text::Image&) {},
                   [](const text::FootnoteReference&) {},
                   [](const text::Variable&) {},
                   [](const text::Reference&) {},
                   [](const text::TermUse&) {},
                   [](const text::Fill&) {},
                   [](const text::Blank&) {},
                   [](const text::TrainerText&) {},
               },
               piece.content);
  }
}

void inlines_of(const model::Part& part, const InlinesVisit& visit) {
  std::visit(Overloaded{
                 [&](const model::Heading& heading) { visit(heading.content); },
                 [&](const model::Prose& prose) { visit(prose.content); },
                 [&](const model::Table& table) {
                   visit(table.caption);
                   for (const model::Cell& cell : table.header) visit(cell.content);
                   for (const auto& row : table.rows) {
                     for (const model::Cell& cell : row) visit(cell.content);
                   }
                 },
                 [&](const model::Figure& figure) { visit(figure.caption); },
                 [&](const model::Diagram& diagram) { model::for_each_label(diagram, visit); },
                 [&](const model::Dialogue& dialogue) {
                   visit(dialogue.caption);
                   for (const model::Turn& turn : dialogue.turns) visit(turn.text);
                 },
                 [&](const model::Box& box) { visit(box.title); },
                 [&](const model::Steps& steps) {
                   for (const model::Step& step : steps.steps) visit(step.text);
                 },
                 [&](const model::Checklist& checklist) {
                   for (const model::ChecklistItem& item : checklist.items) visit(item.text);
                 },
                 [&](const model::Rubric& rubric) { rubric_inlines(rubric, visit); },
                 [&](const model::Timer& timer) {
                   for (const model::Step& step : timer.phases) visit(step.text);
                 },
                 [](const model::List&) {},
                 [](const model::Quote&) {},
                 [](const model::Code&) {},
                 [](const model::Columns&) {},
                 [](const model::Card&) {},
                 [](const model::QuestionUse&) {},
                 [](const model::WritingSpace&) {},
                 [&](const model::Branching& branching) { model::for_each_choice_text(branching, visit); },
                 [](const model::Directory&) {},
                 [](const model::Break&) {},
                 [](const model::Note&) {},
             },
             part.content);
}

void walk_all_inlines(const model::Course& course, const InlinesVisit& visit) {
  walk_parts(course, [&](const model::Part& part) { inlines_of(part, visit); });
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      visit(lesson.title);
      for (const model::Topic& topic : lesson.topics) visit(topic.title);
    }
  }
  for (const model::Question& question : course.questions) {
    form_inlines(question.form, visit);
    if (question.key && question.key->rubric) rubric_inlines(*question.key->rubric, visit);
  }
  for (const model::Objective& objective : course.objectives) visit(objective.text);
}

} // namespace comb::check
