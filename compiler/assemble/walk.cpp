// Walks over a course.
#include "assemble/walk.hpp"

#include "base/overloaded.hpp"
#include "model/labels.hpp"

namespace comb::assemble {

namespace {

using InlinesVisit = std::function<void(text::Inlines&)>;

void visit_deep(text::Inlines& inlines, const InlinesVisit& visit) {
  visit(inlines);
  for (text::Inline& piece : inlines) {
    std::visit(Overloaded{
                   [&](text::Emphasis& e) { visit_deep(e.children, visit); },
                   [&](text::Strong& s) { visit_deep(s.children, visit); },
                   [&](text::Strikethrough& s) { visit_deep(s.children, visit); },
                   [&](text::Link& l) { visit_deep(l.children, visit); }, [](auto&) {}, // has no content below it
               },
               piece.content);
  }
}

void visit_rubric(model::Rubric& rubric, const InlinesVisit& visit) {
  for (model::RubricRow& row : rubric.rows) {
    visit_deep(row.criterion, visit);
    for (model::RubricLevel& level : row.levels) visit_deep(level.descriptor, visit);
  }
}

void visit_table(model::Table& table, const InlinesVisit& visit) {
  visit_deep(table.caption, visit);
  for (model::Cell& cell : table.header) visit_deep(cell.content, visit);
  for (auto& row : table.rows) {
    for (model::Cell& cell : row) visit_deep(cell.content, visit);
  }
}

/// Inline content that `part` itself has, not its children.
void visit_own(model::Part& part, const InlinesVisit& visit) {
  std::visit(Overloaded{
                 [&](model::Heading& heading) { visit_deep(heading.content, visit); },
                 [&](model::Prose& prose) { visit_deep(prose.content, visit); },
                 [&](model::Table& table) { visit_table(table, visit); },
                 [&](model::Figure& figure) { visit_deep(figure.caption, visit); },
                 [&](model::Diagram& diagram) {
                   model::for_each_label(diagram, [&](text::Inlines& label) { visit_deep(label, visit); });
                 },
                 [&](model::Branching& branching) {
                   model::for_each_choice_text(branching, [&](text::Inlines& words) { visit_deep(words, visit); });
                 },
                 [&](model::Dialogue& dialogue) {
                   visit_deep(dialogue.caption, visit);
                   for (model::Turn& turn : dialogue.turns) visit_deep(turn.text, visit);
                 },
                 [&](model::Box& box) { visit_deep(box.title, visit); },
                 [&](model::Steps& steps) {
                   for (model::Step& step : steps.steps) visit_deep(step.text, visit);
                 },
                 [&](model::Checklist& checklist) {
                   for (model::ChecklistItem& item : checklist.items) visit_deep(item.text, visit);
                 },
                 [&](model::Rubric& rubric) { visit_rubric(rubric, visit); },
                 [&](model::Timer& timer) {
                   for (model::Step& phase : timer.phases) visit_deep(phase.text, visit);
                 },
                 [](auto&) {}, // has no inline content of its own
             },
             part.content);
}

void visit_form(model::AnswerForm& form, const InlinesVisit& visit) {
  std::visit(Overloaded{
                 [&](model::Choices& choices) {
                   for (model::Option& option : choices.options) visit_deep(option.text, visit);
                 },
                 [&](model::Matching& matching) {
                   for (text::Inlines& left : matching.left) visit_deep(left, visit);
                   for (text::Inlines& right : matching.right) visit_deep(right, visit);
                 },
                 [&](model::Ordering& ordering) {
                   for (text::Inlines& item : ordering.items) visit_deep(item, visit);
                 },
                 [&](model::Hotspot& hotspot) {
                   for (model::Region& region : hotspot.regions) visit_deep(region.text, visit);
                 },
                 [](auto&) {}, // has no text to show
             },
             form);
}

} // namespace

void for_each_child_parts(model::Part& part, const std::function<void(model::Parts&)>& visit) {
  std::visit(Overloaded{
                 [&](model::Box& box) { visit(box.children); },
                 [&](model::Columns& columns) {
                   for (model::Parts& column : columns.columns) visit(column);
                 },
                 [&](model::List& list) {
                   for (model::ListItem& item : list.items) visit(item.children);
                 },
                 [&](model::Quote& quote) { visit(quote.children); },
                 [&](model::Card& card) {
                   visit(card.front);
                   visit(card.secret);
                 },
                 [&](model::Note& note) { visit(note.children); },
                 [&](model::Dialogue& dialogue) {
                   for (model::Turn& turn : dialogue.turns) visit(turn.notes);
                 },
                 [&](model::Branching& branching) { model::for_each_branching_parts(branching, visit); },
                 [](auto&) {}, // has no parts below it
             },
             part.content);
}

void walk_parts(model::Parts& parts, const std::function<void(model::Part&)>& visit) {
  for (model::Part& part : parts) {
    visit(part);
    for_each_child_parts(part, [&](model::Parts& children) { walk_parts(children, visit); });
  }
}

void for_each_parts(model::Course& course, const std::function<void(model::Parts&)>& visit) {
  for (model::CoursePart& part : course.parts) {
    for (model::Lesson& lesson : part.lessons) {
      for (model::Topic& topic : lesson.topics) visit(topic.parts);
    }
  }
  for (model::Question& question : course.questions) {
    visit(question.stem);
    if (!question.key) continue;
    for (model::Parts& feedback : question.key->feedback) visit(feedback);
    visit(question.key->solution);
  }
}

void for_each_inlines(model::Course& course, const std::function<void(text::Inlines&)>& visit) {
  const auto own = [&](model::Part& part) { visit_own(part, visit); };
  for_each_parts(course, [&](model::Parts& parts) { walk_parts(parts, own); });
  for (model::CoursePart& part : course.parts) {
    for (model::Lesson& lesson : part.lessons) {
      visit_deep(lesson.title, visit);
      for (model::Topic& topic : lesson.topics) visit_deep(topic.title, visit);
    }
  }
  for (model::Question& question : course.questions) {
    visit_form(question.form, visit);
    if (question.key && question.key->rubric) visit_rubric(*question.key->rubric, visit);
  }
  for (model::Objective& objective : course.objectives) visit_deep(objective.text, visit);
}

} // namespace comb::assemble
