// The projection: keeps what an edition may show and takes the rest out of the values themselves.
#include "edition/edition.hpp"

#include "base/overloaded.hpp"
#include "base/parallel.hpp"
#include "edition/directories.hpp"
#include "edition/paper.hpp"
#include "edition/reserve.hpp"
#include "edition/terms.hpp"
#include "model/labels.hpp"

#include <algorithm>
#include <set>

namespace comb::edition {

namespace {

using model::EditionKind;
using model::EditionSet;

constexpr EditionSet with_answers = {EditionKind::presenter, EditionKind::workbook_answers, EditionKind::guide,
                                     EditionKind::key, EditionKind::bank};
constexpr EditionSet with_filled_gaps = {EditionKind::slides, EditionKind::presenter,   EditionKind::workbook_answers,
                                         EditionKind::guide,  EditionKind::guide_brief, EditionKind::cards,
                                         EditionKind::bank};
constexpr EditionSet for_trainers = {EditionKind::presenter, EditionKind::guide, EditionKind::guide_brief};

/// Walks a tree of parts and leaves only what `kind` may see.
class Projection {
 public:
  explicit Projection(EditionKind kind) : kind_(kind) {}

  void parts(model::Parts& all, model::Placement placement) const {
    std::erase_if(all, [this](const model::Part& part) { return !part.editions.has(kind_); });
    for (model::Part& part : all) project(part, placement);
  }

  void inlines(text::Inlines& content) const {
    if (!for_trainers.has(kind_)) {
      std::erase_if(content,
                    [](const text::Inline& piece) { return std::holds_alternative<text::TrainerText>(piece.content); });
    }
    for (text::Inline& piece : content) inline_piece(piece);
  }

  void question(model::Question& question) const {
    parts(question.stem, model::Placement::body);
    project_form(question.form);
    if (!with_answers.has(kind_)) question.key.reset();
    if (!question.key) return;
    for (model::Parts& feedback : question.key->feedback) parts(feedback, model::Placement::body);
    parts(question.key->solution, model::Placement::body);
  }

 private:
  /// On the presenter's slides only what learners see too is drawn; the rest is notes.
  model::Placement placement_of(const model::Part& part, model::Placement parent) const {
    if (parent == model::Placement::notes) return parent;
    const bool for_presenter_alone = kind_ == EditionKind::presenter && !part.editions.has(EditionKind::slides);
    return for_presenter_alone ? model::Placement::notes : model::Placement::body;
  }

  void each(text::Inlines& content) const { inlines(content); }

  void inline_piece(text::Inline& piece) const {
    std::visit(Overloaded{
                   [&](text::Emphasis& e) { each(e.children); },
                   [&](text::Strong& s) { each(s.children); },
                   [&](text::Strikethrough& s) { each(s.children); },
                   [&](text::Link& l) { each(l.children); },
                   [&](text::Fill& fill) {
                     if (!with_filled_gaps.has(kind_)) fill.text.reset();
                   },
                   [&](text::Blank& blank) {
                     if (!with_answers.has(kind_)) blank.key.reset();
                   },
                   [](text::Run&) {},
                   [](text::Code&) {},
                   [](text::LineBreak&) {},
                   [](text::Image&) {},
                   [](text::FootnoteReference&) {},
                   [](text::Variable&) {},
                   [](text::Reference&) {},
                   [](text::TermUse&) {},
                   [](text::TrainerText&) {},
               },
               piece.content);
  }

  void project(model::Part& part, model::Placement parent) const {
    part.placement = placement_of(part, parent);
    const auto children = [&](model::Parts& all) { parts(all, part.placement); };
    std::visit(Overloaded{
                   [&](model::Heading& h) { each(h.content); },
                   [&](model::Prose& p) { each(p.content); },
                   [&](model::List& list) {
                     for (model::ListItem& item : list.items) children(item.children);
                   },
                   [&](model::Table& table) { project_table(table); },
                   [&](model::Quote& quote) { children(quote.children); },
                   [](model::Code&) {},
                   [&](model::Figure& figure) { each(figure.caption); },
                   [&](model::Diagram& diagram) { project_diagram(diagram); },
                   [&](model::Dialogue& dialogue) { project_dialogue(dialogue, children); },
                   [&](model::Box& box) {
                     each(box.title);
                     children(box.children);
                   },
                   [&](model::Columns& columns) {
                     for (model::Parts& column : columns.columns) children(column);
                   },
                   [&](model::Card& card) {
                     children(card.front);
                     children(card.secret);
                   },
                   [](model::QuestionUse&) {},
                   [&](model::Steps& steps) { project_steps(steps.steps); },
                   [&](model::Checklist& checklist) {
                     for (model::ChecklistItem& item : checklist.items) each(item.text);
                   },
                   [&](model::Rubric& rubric) { project_rubric(rubric); },
                   [](model::WritingSpace&) {},
                   [&](model::Timer& timer) { project_steps(timer.phases); },
                   [&](model::Branching& branching) { project_branching(branching, children); },
                   [](model::Directory&) {},
                   [](model::Break&) {},
                   [&](model::Note& note) { children(note.children); },
               },
               part.content);
  }

  void project_table(model::Table& table) const {
    each(table.caption);
    for (model::Cell& cell : table.header) each(cell.content);
    for (auto& row : table.rows) {
      for (model::Cell& cell : row) project_cell(cell);
    }
  }

  /// A blank node is empty in the learner's workbook, as a blank cell is.
  void project_diagram(model::Diagram& diagram) const {
    model::for_each_diagram_node(diagram, [&](model::DiagramNode& node) {
      if (node.is_blank && !with_filled_gaps.has(kind_)) node.label.clear();
      if (kind_ != EditionKind::workbook) node.is_blank = false;
    });
    model::for_each_label(diagram, [&](text::Inlines& label) { each(label); });
  }

  template <class Children>
  void project_branching(model::Branching& branching, const Children& children) const {
    if (!for_trainers.has(kind_)) branching.best_path.clear();
    model::for_each_choice_text(branching, [&](text::Inlines& words) { each(words); });
    model::for_each_branching_parts(branching, children);
  }

  /// A blank cell is empty in the learner's workbook and filled, as any other, elsewhere.
  void project_cell(model::Cell& cell) const {
    if (cell.is_blank && !with_filled_gaps.has(kind_)) {
      cell.content.clear();
      return;
    }
    each(cell.content);
    if (kind_ != EditionKind::workbook) cell.is_blank = false;
  }

  template <class Children>
  void project_dialogue(model::Dialogue& dialogue, const Children& children) const {
    each(dialogue.caption);
    for (model::Turn& turn : dialogue.turns) {
      each(turn.text);
      children(turn.notes);
    }
  }

  void project_steps(std::vector<model::Step>& steps) const {
    for (model::Step& step : steps) each(step.text);
  }

  void project_rubric(model::Rubric& rubric) const {
    for (model::RubricRow& row : rubric.rows) {
      each(row.criterion);
      for (model::RubricLevel& level : row.levels) each(level.descriptor);
    }
  }

  void project_form(model::AnswerForm& form) const {
    std::visit(Overloaded{
                   [&](model::Choices& choices) {
                     for (model::Option& option : choices.options) each(option.text);
                   },
                   [&](model::Matching& matching) {
                     for (auto& left : matching.left) each(left);
                     for (auto& right : matching.right) each(right);
                   },
                   [&](model::Ordering& ordering) {
                     for (auto& item : ordering.items) each(item);
                   },
                   [](model::ShortText&) {},
                   [](model::Number&) {},
                   [](model::Cloze&) {},
                   [](model::FreeText&) {},
                   [&](model::Hotspot& hotspot) {
                     for (model::Region& region : hotspot.regions) each(region.text);
                   },
               },
               form);
  }

  EditionKind kind_;
};

/// Collects what an edition draws: its questions and pictures.
struct Uses {
  std::set<std::uint32_t> questions;
  std::set<std::string> images;

  void look(const std::vector<model::CoursePart>& parts) {
    for (const model::CoursePart& part : parts) {
      for (const model::Lesson& lesson : part.lessons) {
        for (const model::Topic& topic : lesson.topics) look(topic.parts);
      }
    }
  }
  void look(const model::Parts& parts) {
    for (const model::Part& part : parts) look(part);
  }
  void look(const model::Part& part) {
    std::visit(Overloaded{
                   [&](const model::List& list) {
                     for (const model::ListItem& item : list.items) look(item.children);
                   },
                   [&](const model::Quote& quote) { look(quote.children); },
                   [&](const model::Figure& figure) { images.insert(figure.path); },
                   [&](const model::Dialogue& dialogue) {
                     for (const model::Turn& turn : dialogue.turns) look(turn.notes);
                   },
                   [&](const model::Box& box) { look(box.children); },
                   [&](const model::Columns& columns) {
                     for (const model::Parts& column : columns.columns) look(column);
                   },
                   [&](const model::Card& card) {
                     look(card.front);
                     look(card.secret);
                   },
                   [&](const model::QuestionUse& use) { questions.insert(use.question.value); },
                   [&](const model::Note& note) { look(note.children); },
                   [](const model::Heading&) {},
                   [](const model::Prose&) {},
                   [](const model::Table&) {},
                   [](const model::Code&) {},
                   [](const model::Diagram&) {},
                   [](const model::Steps&) {},
                   [](const model::Checklist&) {},
                   [](const model::Rubric&) {},
                   [](const model::WritingSpace&) {},
                   [](const model::Timer&) {},
                   [&](const model::Branching& branching) {
                     model::for_each_branching_parts(branching, [&](const model::Parts& inner) { look(inner); });
                   },
                   [](const model::Directory&) {},
                   [](const model::Break&) {},
               },
               part.content);
  }
};

/// A question for exams only is on no slide and in no workbook; its place there stays empty.
void drop_exam_questions(model::Parts& parts, const std::vector<model::Question>& questions) {
  std::erase_if(parts, [&](const model::Part& part) {
    const auto* use = std::get_if<model::QuestionUse>(&part.content);
    return use != nullptr && questions[use->question.value].purpose == model::QuestionPurpose::exam;
  });
  for (model::Part& part : parts) {
    if (auto* box = std::get_if<model::Box>(&part.content)) drop_exam_questions(box->children, questions);
    if (auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (model::Parts& column : columns->columns) drop_exam_questions(column, questions);
    }
  }
}

constexpr EditionSet without_exam_questions = {EditionKind::slides, EditionKind::presenter, EditionKind::workbook,
                                               EditionKind::workbook_answers};

/// Those of the course that the edition asks. The others keep their place, so that indices hold, but nothing of their
/// content.
std::vector<model::Question> make_questions(const model::Course& course, const Projection& projection,
                                            const std::set<std::uint32_t>& asked, EditionKind kind) {
  std::vector<model::Question> questions(course.questions.size());
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const bool is_asked = kind == EditionKind::bank || asked.contains(static_cast<std::uint32_t>(i));
    if (is_asked) {
      questions[i] = course.questions[i];
      projection.question(questions[i]);
    } else {
      questions[i].id = course.questions[i].id;
    }
  }
  return questions;
}

model::Lesson make_lesson(const model::Lesson& source, const Projection& projection, EditionKind kind,
                          const std::vector<model::Question>& questions) {
  model::Lesson lesson = source;
  projection.inlines(lesson.title);
  for (model::Topic& topic : lesson.topics) {
    projection.inlines(topic.title);
    projection.parts(topic.parts, model::Placement::body);
    if (without_exam_questions.has(kind)) drop_exam_questions(topic.parts, questions);
  }
  return lesson;
}

/// The lessons of `course`, each made by itself.
std::vector<model::CoursePart> make_parts(const model::Course& course, const Projection& projection, EditionKind kind,
                                          int threads) {
  std::vector<model::CoursePart> parts;
  for (const model::CoursePart& source : course.parts) {
    parts.push_back({.title = source.title, .id = source.id, .lessons = {}});
    parts.back().lessons.resize(source.lessons.size());
  }
  std::vector<std::function<void()>> tasks;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::size_t i = 0; i < parts[part].lessons.size(); ++i) {
      tasks.emplace_back([&, part, i] {
        parts[part].lessons[i] = make_lesson(course.parts[part].lessons[i], projection, kind, course.questions);
      });
    }
  }
  run_all(tasks, threads);
  return parts;
}

/// A heading over nothing: all of its topic was for trainers, or was a list with nothing in it.
void drop_emptied_topics(Edition& edition, const model::Course& course) {
  constexpr EditionSet workbooks = {EditionKind::workbook, EditionKind::workbook_answers};
  if (!workbooks.has(edition.spec.kind)) return;
  std::set<std::string> written;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) {
        if (!topic.parts.empty()) written.insert(topic.id);
      }
    }
  }
  for (model::CoursePart& part : edition.parts) {
    for (model::Lesson& lesson : part.lessons) {
      std::erase_if(lesson.topics,
                    [&](const model::Topic& topic) { return topic.parts.empty() && written.contains(topic.id); });
    }
  }
}

constexpr EditionSet that_know_exams = {EditionKind::exam, EditionKind::key, EditionKind::guide, EditionKind::bank};

/// Leaves of the exams the one variant of which `edition` is a paper; none where there is no such variant.
const model::ExamVariant* keep_variant(Edition& edition) {
  std::erase_if(edition.exams, [&](const model::Exam& exam) { return exam.id != edition.spec.exam; });
  if (edition.exams.empty()) return nullptr;
  std::vector<model::ExamVariant>& variants = edition.exams.front().variants;
  std::erase_if(variants, [&](const model::ExamVariant& variant) { return variant.letter != edition.spec.variant; });
  return variants.empty() ? nullptr : &variants.front();
}

} // namespace

Edition make_edition(const check::CheckedCourse& checked, const EditionSpec& spec, int threads) {
  const model::Course& course = checked.course();
  const Projection projection(spec.kind);
  Edition edition{.spec = spec, .info = course.info, .terms = course.terms, .days = course.days};
  edition.parts = make_parts(course, projection, spec.kind, threads);
  edition.objectives = course.objectives;
  for (model::Objective& objective : edition.objectives) projection.inlines(objective.text);
  if (that_know_exams.has(spec.kind)) edition.exams = course.exams;
  const model::ExamVariant* variant = spec.exam.empty() ? nullptr : keep_variant(edition);

  Uses uses;
  if (variant == nullptr) {
    uses.look(edition.parts);
  } else {
    for (const model::QuestionIndex asked : variant->questions) uses.questions.insert(asked.value);
  }
  edition.questions = make_questions(course, projection, uses.questions, spec.kind);
  if (variant != nullptr) {
    edition.parts = make_paper(edition.exams.front(), *variant, edition.parts, edition.questions);
    uses.look(edition.parts);
  }
  for (const model::Question& question : edition.questions) {
    uses.look(question.stem);
    if (const auto* hotspot = std::get_if<model::Hotspot>(&question.form)) uses.images.insert(hotspot->path);
    if (!question.key) continue;
    uses.look(question.key->solution);
    for (const model::Parts& feedback : question.key->feedback) uses.look(feedback);
  }
  for (const model::Asset& asset : course.assets) {
    if (uses.images.contains(asset.path)) edition.assets.push_back(asset);
  }
  take_reserve_off_clock(edition, course);
  if (!spec.exam.empty()) return edition; // a paper explains no terms and has no lists
  mark_terms(edition, course);
  make_directories(edition, course);
  drop_emptied_topics(edition, course);
  return edition;
}

std::string dump(const Edition& edition) {
  model::Course shown{.info = edition.info,
                      .parts = edition.parts,
                      .questions = edition.questions,
                      .objectives = edition.objectives,
                      .terms = edition.terms};
  return "edition " + std::string(model::name_of(edition.spec.kind)) + "\n" + model::dump(shown);
}

} // namespace comb::edition
