// The paper is made of parts that exist already, so books draw it as they draw lessons.
#include "edition/paper.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace comb::edition {

namespace {

/// `values` in `order`; as they are, where the order is not one of all of them.
template <class Value>
void reorder(std::vector<Value>& values, const std::vector<int>& order) {
  if (values.size() != order.size()) return;
  std::vector<Value> ordered;
  ordered.reserve(values.size());
  for (const int index : order) ordered.push_back(values[static_cast<std::size_t>(index)]);
  values = std::move(ordered);
}

/// Where each of the old places went.
std::vector<int> new_places(const std::vector<int>& order) {
  std::vector<int> places(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) {
    places[static_cast<std::size_t>(order[place])] = static_cast<int>(place);
  }
  return places;
}

void move_indices(std::vector<int>& indices, const std::vector<int>& places) {
  for (int& index : indices) {
    if (index >= 0 && static_cast<std::size_t>(index) < places.size()) index = places[static_cast<std::size_t>(index)];
  }
}

/// The box called `id`; none where no part of it is for this reader.
const model::Part* find_box(const model::Parts& parts, const std::string& id) {
  for (const model::Part& part : parts) {
    if (const auto* box = std::get_if<model::Box>(&part.content)) {
      if (box->id == id) return &part;
      if (const model::Part* inner = find_box(box->children, id)) return inner;
    }
    if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (const model::Parts& column : columns->columns) {
        if (const model::Part* inner = find_box(column, id)) return inner;
      }
    }
  }
  return nullptr;
}

const model::Part* find_box(const std::vector<model::CoursePart>& parts, const std::string& id) {
  for (const model::CoursePart& part : parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) {
        if (const model::Part* found = find_box(topic.parts, id)) return found;
      }
    }
  }
  return nullptr;
}

/// Takes out what a case asks by itself: the paper asks its own questions. What is empty then goes, too.
void drop_questions(model::Parts& parts) {
  std::erase_if(parts, [](model::Part& part) {
    if (std::holds_alternative<model::QuestionUse>(part.content)) return true;
    if (auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (model::Parts& column : columns->columns) drop_questions(column);
    }
    auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr || box->children.empty()) return false;
    drop_questions(box->children);
    return box->children.empty();
  });
}

model::Part shared_case(const model::Part& found) {
  model::Part part = found;
  auto& box = std::get<model::Box>(part.content);
  box.meta.clear(); // the minutes that a class has for it say nothing about the exam
  drop_questions(box.children);
  return part;
}

model::Part question_part(model::QuestionIndex index, std::size_t number, const model::Question& question) {
  return {.span = question.span, .content = model::QuestionUse{.question = index, .number = std::to_string(number)}};
}

model::Parts paper_parts(const model::ExamVariant& variant, const std::vector<model::CoursePart>& parts,
                         const std::vector<model::Question>& questions) {
  model::Parts paper;
  std::string open_case;
  for (std::size_t i = 0; i < variant.questions.size(); ++i) {
    const model::QuestionIndex index = variant.questions[i];
    const model::Question& question = questions[index.value];
    const model::Part* found = question.stimulus.empty() ? nullptr : find_box(parts, question.stimulus);
    if (found == nullptr) {
      open_case.clear();
      paper.push_back(question_part(index, i + 1, question));
      continue;
    }
    if (open_case != question.stimulus) {
      open_case = question.stimulus;
      model::Box group;
      group.frame = model::BoxFrame::group;
      group.children.push_back(shared_case(*found));
      paper.push_back({.span = found->span, .content = std::move(group)});
    }
    std::get<model::Box>(paper.back().content).children.push_back(question_part(index, i + 1, question));
  }
  return paper;
}

} // namespace

void arrange(model::Question& question, const std::vector<int>& order) {
  std::visit(Overloaded{
                 [&](model::Choices& choices) {
                   reorder(choices.options, order);
                   if (!question.key) return;
                   reorder(question.key->is_key, order);
                   reorder(question.key->weights, order);
                   reorder(question.key->feedback, order);
                 },
                 [&](model::Matching& matching) {
                   if (matching.right.size() != order.size()) return;
                   reorder(matching.right, order);
                   if (question.key) move_indices(question.key->right_of_left, new_places(order));
                 },
                 [&](model::Ordering& ordering) {
                   if (ordering.items.size() != order.size()) return;
                   reorder(ordering.items, order);
                   if (question.key) move_indices(question.key->right_order, new_places(order));
                 },
                 [](const model::ShortText&) {}, [](const model::Number&) {}, [](const model::Cloze&) {},
                 [](const model::FreeText&) {}, [](const model::Hotspot&) {}, // its letters stand on the picture
             },
             question.form);
}

std::vector<model::CoursePart> make_paper(const model::Exam& exam, const model::ExamVariant& variant,
                                          const std::vector<model::CoursePart>& parts,
                                          std::vector<model::Question>& questions) {
  for (std::size_t i = 0; i < variant.questions.size() && i < variant.option_order.size(); ++i) {
    arrange(questions[variant.questions[i].value], variant.option_order[i]);
  }
  model::Lesson lesson{
      .span = exam.span, .id = exam.id, .title = text::plain_inlines(exam.title, exam.span), .time = exam.time};
  lesson.topics.push_back(
      {.span = exam.span, .id = exam.id + "-questions", .parts = paper_parts(variant, parts, questions)});
  model::CoursePart part{.id = exam.id};
  part.lessons.push_back(std::move(lesson));
  std::vector<model::CoursePart> paper;
  paper.push_back(std::move(part));
  return paper;
}

} // namespace comb::edition
