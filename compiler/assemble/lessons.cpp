// From a lesson's file to topics: titles, ids, numbers, and the parts between two `##`.
#include "assemble/lessons.hpp"

#include "assemble/kinds.hpp"
#include "assemble/lowering.hpp"
#include "assemble/splice.hpp"
#include "diagnostics/suggest.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind lesson_without_title{
    .name = "lesson-without-title",
    .severity = Severity::error,
    .help = "begin the lesson with `# Title`",
    .explain = "A lesson's title opens its slides, its chapter and its line in the contents.\n",
};
constexpr DiagnosticKind second_title{
    .name = "second-title",
    .severity = Severity::error,
    .help = "write `##` for a topic; a lesson has one `#`",
    .explain = "One file is one lesson, and `#` is its title. Topics begin with `##`, sub-headings with `###`.\n",
};
constexpr DiagnosticKind unknown_lesson{
    .name = "unknown-lesson",
    .severity = Severity::error,
    .help = "name a lesson by its id: `id:` in its front matter, or its file's name",
};
constexpr DiagnosticKind ignored_front_matter{
    .name = "ignored-front-matter",
    .severity = Severity::warning,
    .help = "take the front matter out of the included file, or list the file as a lesson",
    .explain = "Only a lesson has an id and minutes; an included file becomes part of the lesson that asks for it.\n",
};
constexpr std::array<const DiagnosticKind*, 4> kinds = {&ignored_front_matter, &lesson_without_title, &second_title,
                                                        &unknown_lesson};

/// One stretch between two `##`.
struct Stretch {
  const syntax::Node* heading = nullptr; ///< none before the first `##`
  std::vector<const syntax::Node*> nodes;
};

std::string lesson_id_of(const LessonMatter& matter, const std::string& path) {
  if (!matter.id.empty()) return matter.id;
  const std::size_t slash = path.rfind('/');
  std::string stem = slash == std::string::npos ? path : path.substr(slash + 1);
  stem = stem.substr(0, stem.rfind('.'));
  std::string id;
  for (const char c : stem) {
    if (c >= 'A' && c <= 'Z')
      id += static_cast<char>(c - 'A' + 'a');
    else
      id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
  }
  return schema::is_id(id) ? id : "lesson";
}

/// `s06` and `s06-combs` give `S6`; an id without a number gives the lesson's place in the course.
std::string lesson_number_of(const std::string& id, int place) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t at = 0;
  std::string number;
  for (; at < id.size() && is_letter(id[at]); ++at) number += static_cast<char>(id[at] - 'a' + 'A');
  const std::size_t first_digit = at;
  while (at < id.size() && is_digit(id[at])) ++at;
  std::string digits = id.substr(first_digit, at - first_digit);
  if (digits.empty() || (at < id.size() && id[at] != '-')) return std::to_string(place);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return number + digits;
}

class LessonReader {
 public:
  LessonReader(CourseState& state, const syntax::Document& document, const syntax::Nodes& nodes)
      : state_(state), document_(document), nodes_(nodes) {}

  model::Lesson read(const LessonMatter& matter, const std::string& id, int place) {
    lesson_.id = id;
    lesson_.number = lesson_number_of(id, place);
    lesson_.time = matter.time;
    lesson_.span = {.file = document_.file, .begin = 0, .end = 0};
    Lowering lowering(state_, lesson_);
    for (const syntax::Node& node : nodes_) {
      if (std::holds_alternative<syntax::FootnoteDefinition>(node.content)) lowering.add_footnote(node);
    }
    std::vector<Stretch> stretches = split(lowering);
    define_lesson(matter);
    for (const Stretch& stretch : stretches) add_topic(stretch, lowering);
    return std::move(lesson_);
  }

 private:
  std::vector<Stretch> split(Lowering& lowering) {
    std::vector<Stretch> stretches(1);
    bool has_title = false;
    for (const syntax::Node& node : nodes_) {
      const auto* heading = std::get_if<syntax::Heading>(&node.content);
      if (heading != nullptr && heading->level == 1) {
        read_title(node, *heading, has_title, lowering);
        has_title = true;
      } else if (heading != nullptr && heading->level == 2) {
        stretches.push_back({.heading = &node, .nodes = {}});
      } else {
        stretches.back().nodes.push_back(&node);
      }
    }
    if (!has_title) {
      state_.report({.kind = &lesson_without_title, .span = lesson_.span, .message = "this lesson has no title"});
    }
    return stretches;
  }

  void read_title(const syntax::Node& node, const syntax::Heading& heading, bool has_title, Lowering& lowering) {
    if (has_title) {
      state_.report({.kind = &second_title,
                     .span = node.span,
                     .message = "the lesson has a title already",
                     .notes = {{.span = lesson_.span, .message = "first here"}}});
      return;
    }
    static const std::vector<FieldSpec> specs = {{.name = "allow", .repeatable = true}};
    lowering.collect_allows(lowering.check_fields(node.fields, specs, "a lesson's title", node.span), node.span);
    lesson_.span = node.span;
    lesson_.title = lowering.inlines(heading.content);
  }

  void define_lesson(const LessonMatter& matter) {
    const Span place = matter.id.empty() ? lesson_.span : matter.id_span;
    std::string title = text::plain_text(lesson_.title);
    state_.course.definitions.push_back(
        {.span = place, .id = lesson_.id, .what = "lesson", .title = lesson_.number + " " + title});
  }

  void add_topic(const Stretch& stretch, Lowering& lowering) {
    if (stretch.heading == nullptr && stretch.nodes.empty()) return;
    model::Topic topic;
    topic.span = stretch.heading != nullptr ? stretch.heading->span : stretch.nodes.front()->span;
    const auto number = std::to_string(lesson_.topics.size() + 1);
    if (stretch.heading != nullptr) read_topic_heading(*stretch.heading, topic, lowering);
    if (topic.id.empty()) topic.id = state_.make_id(lesson_.id + "-" + number);
    topic.parts = lowering.lower_topic(stretch.nodes);
    settle_sub_headings(topic.parts);
    for (model::Part& note : lowering.take_footnotes()) topic.parts.push_back(std::move(note));
    // Footnotes alone, or nothing before the first topic, make no topic.
    if (stretch.heading == nullptr && topic.parts.empty()) return;
    lesson_.topics.push_back(std::move(topic));
  }

  void read_topic_heading(const syntax::Node& node, model::Topic& topic, Lowering& lowering) {
    static const std::vector<FieldSpec> specs = {
        {.name = "id", .type = FieldType::id, .help = "the topic's lasting name"},
        {.name = "slide-title", .help = "another wording for the slide"},
        {.name = "allow", .help = "silences a warning in this heading", .repeatable = true},
    };
    const schema::Values values = lowering.check_fields(node.fields, specs, "a topic's heading", node.span);
    lowering.collect_allows(values, node.span);
    topic.title = lowering.inlines(std::get<syntax::Heading>(node.content).content);
    topic.slide_title = lowering.filled(values.text("slide-title"), values.span("slide-title"));
    topic.id = values.text("id");
    if (topic.id.empty()) return;
    state_.course.definitions.push_back(
        {.span = values.span("id"), .id = topic.id, .what = "topic", .title = text::plain_text(topic.title)});
  }

  /// A sub-heading over paragraphs alone has no place on a slide: its text is notes there.
  static void settle_sub_headings(model::Parts& parts) {
    for (std::size_t at = 0; at < parts.size(); ++at) {
      if (!std::holds_alternative<model::Heading>(parts[at].content)) continue;
      bool is_drawn = false;
      for (std::size_t below = at + 1; below < parts.size() && !is_drawn; ++below) {
        if (std::holds_alternative<model::Heading>(parts[below].content)) break;
        const auto* box = std::get_if<model::Box>(&parts[below].content);
        const bool opens_own_slide = box != nullptr && box->own_slide;
        is_drawn = parts[below].editions.has(model::EditionKind::slides) && !opens_own_slide &&
                   !std::holds_alternative<model::Break>(parts[below].content);
      }
      if (!is_drawn) parts[at].editions = parts[at].editions & model::prose_of_a_topic;
    }
  }

  CourseState& state_;
  const syntax::Document& document_;
  const syntax::Nodes& nodes_;
  model::Lesson lesson_;
};

void report_included_front_matter(CourseState& state, const Plan& plan) {
  const auto is_lesson = [&](const std::string& path) {
    return std::ranges::any_of(plan.parts, [&](const PartPlan& part) {
      return std::ranges::find(part.lessons, path, &PartPlan::LessonPath::path) != part.lessons.end();
    });
  };
  for (const auto& [path, document] : state.loaded.documents) {
    if (!document->front_matter || is_lesson(path)) continue;
    state.report({.kind = &ignored_front_matter,
                  .span = document->front_matter->span,
                  .message = "`" + path + "` is included, so its front matter says nothing"});
  }
}

/// Minutes since midnight of each planned lesson.
void give_starting_times(CourseState& state, const std::set<std::string>& dropped) {
  std::map<std::string, model::Lesson*> lessons;
  std::vector<std::string_view> names;
  for (model::CoursePart& part : state.course.parts) {
    for (model::Lesson& lesson : part.lessons) lessons[lesson.id] = &lesson;
  }
  for (const auto& [id, lesson] : lessons) names.push_back(id);
  int number = 0;
  for (const model::Day& day : state.course.days) {
    ++number;
    std::chrono::minutes now = day.start;
    for (const std::string& id : day.lessons) {
      const auto found = lessons.find(id);
      if (found == lessons.end()) {
        if (dropped.contains(id)) continue;
        Diagnostic unknown{.kind = &unknown_lesson, .span = day.span, .message = "no lesson is called `" + id + "`"};
        if (const auto nearest = nearest_name(id, names)) unknown.help = "did you mean `" + *nearest + "`?";
        state.report(std::move(unknown));
        continue;
      }
      found->second->day = number;
      found->second->starts_at = now;
      now += found->second->time.value_or(std::chrono::minutes(0));
      for (const model::Day::Pause& pause : day.breaks) {
        if (pause.after == id) now += pause.time;
      }
    }
  }
}

} // namespace

std::span<const DiagnosticKind* const> lesson_diagnostics() {
  return kinds;
}

void lower_lessons(CourseState& state, const Plan& plan) {
  int place = 0;
  std::set<std::string> dropped_here;
  for (const PartPlan& planned : plan.parts) {
    model::CoursePart part{.title = planned.title, .id = planned.id, .lessons = {}};
    for (const PartPlan::LessonPath& lesson : planned.lessons) {
      ++place;
      const auto found = state.loaded.documents.find(lesson.path);
      if (found == state.loaded.documents.end()) continue; // the loader has said so
      const syntax::Document& document = *found->second;
      const LessonMatter matter = read_front_matter(state, document);
      const std::string id = lesson_id_of(matter, lesson.path);
      state.taken_ids.insert(id);
      if (plan.dropped.contains(id)) {
        dropped_here.insert(id);
        continue;
      }
      const std::optional<syntax::Nodes> put_together = spliced(state, document);
      const syntax::Nodes& nodes = put_together ? *put_together : document.children;
      part.lessons.push_back(LessonReader(state, document, nodes).read(matter, id, place));
    }
    state.course.parts.push_back(std::move(part));
  }
  for (const std::string& id : plan.dropped) {
    if (dropped_here.contains(id)) continue;
    state.report({.kind = &unknown_lesson, .span = plan.dropped_span, .message = "no lesson is called `" + id + "`"});
  }
  report_included_front_matter(state, plan);
  give_starting_times(state, plan.dropped);
}

} // namespace comb::assemble
