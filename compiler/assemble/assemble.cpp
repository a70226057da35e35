// The stage itself: manifest, ids, lessons, and what can only be known at the end.
#include "assemble/assemble.hpp"

#include "assemble/course_state.hpp"
#include "assemble/kinds.hpp"
#include "assemble/lessons.hpp"
#include "assemble/manifest.hpp"
#include "assemble/resolve.hpp"

#include <algorithm>

namespace comb::assemble {

namespace {

/// Ids that authors gave, and the targets of `::use`, anywhere in a tree.
class IdCollector {
 public:
  explicit IdCollector(CourseState& state) : state_(state) {}

  void nodes(const syntax::Nodes& nodes) {
    for (const syntax::Node& node : nodes) {
      fields(node.fields);
      if (const auto* directive = std::get_if<syntax::Directive>(&node.content)) {
        const blocks::BlockKind* kind = state_.kind_called(directive->name);
        if (kind != nullptr && kind->name == "use") state_.used_ids.insert(directive->title);
        this->nodes(directive->children);
      } else if (const auto* quote = std::get_if<syntax::Quote>(&node.content)) {
        this->nodes(quote->children);
      } else if (const auto* list = std::get_if<syntax::List>(&node.content)) {
        for (const syntax::ListItem& item : list->items) {
          fields(item.fields);
          this->nodes(item.children);
        }
      }
    }
  }

 private:
  void fields(const syntax::Fields& fields) {
    for (const schema::RawValue& value : fields.values) {
      if (value.name == "#" || value.name == "id") state_.taken_ids.insert(value.text);
    }
  }

  CourseState& state_;
};

/// What a course of one lesson without a manifest is called.
void name_single_lesson(CourseState& state) {
  if (state.loaded.manifest) return;
  for (const model::CoursePart& part : state.course.parts) {
    for (const model::Lesson& lesson : part.lessons) state.course.info.title = text::plain_text(lesson.title);
  }
  if (state.course.info.title.empty()) state.course.info.title = state.course.info.id;
}

void finish(CourseState& state) {
  for (model::BlockInfo& block : state.blocks) {
    // A parent's kind may want to know what it holds, such as an observer's sheet in a role play.
    if (block.parent) state.blocks[*block.parent].facts[block.kind] = "yes";
  }
  state.course.blocks.assign(std::make_move_iterator(state.blocks.begin()),
                             std::make_move_iterator(state.blocks.end()));
  for (const auto& [path, image] : state.images) {
    if (image != nullptr) state.course.assets.push_back({.path = path, .image = image});
  }
}

} // namespace

WithDiagnostics<model::Course> assemble(const syntax::LoadedCourse& loaded,
                                        std::span<const blocks::BlockKind* const> kinds,
                                        const AssembleOptions& options) {
  CourseState state{.loaded = loaded, .kinds = kinds, .remembered = options.remembered};
  Plan plan = read_manifest(state, options.lang);
  IdCollector collector(state);
  for (const auto& [path, document] : loaded.documents) collector.nodes(document->children);
  lower_lessons(state, plan);
  name_single_lesson(state);
  resolve(state);
  draw_exams(state, std::move(plan.exams), plan.dropped);
  finish(state);
  return {std::move(state.course), std::move(state.diagnostics)};
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  static const std::vector<const DiagnosticKind*> all = [] {
    std::vector<const DiagnosticKind*> collected;
    for (const auto part :
         {directive_diagnostics(), node_diagnostics(), figure_diagnostics(), variable_diagnostics(), yaml_diagnostics(),
          lesson_diagnostics(), manifest_diagnostics(), exam_diagnostics(), resolve_diagnostics()}) {
      collected.insert(collected.end(), part.begin(), part.end());
    }
    return collected;
  }();
  return all;
}

} // namespace comb::assemble
