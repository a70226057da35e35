// What a block kind is: one value in one file under kinds/. Parser, checks, outputs and reference read it.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/course.hpp"
#include "model/part.hpp"
#include "schema/field.hpp"
#include "syntax/document.hpp"
#include "words/words.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::blocks {

/// What a kind is called in a language, for labels on slides and pages.
struct KindLabel {
  std::string_view lang; ///< en, zh-Hant, zh-Hans
  std::string_view text;
};

class LoweringContext;

/// One kind of block (or leaf). Plain data and one function.
struct BlockKind {
  std::string_view name;
  std::string_view summary; ///< one line: what it is for
  std::string_view help;    ///< Markdown: the body, and how it shows in each edition
  std::string_view example; ///< Markdown that compiles into every output
  syntax::DirectiveForm form = syntax::DirectiveForm::container;
  bool also_leaf = false;                  ///< a container that may be written as a leaf, or the other way round
  std::vector<std::string_view> parents{}; ///< kinds it may stand in directly; empty: anywhere
  std::vector<schema::FieldSpec> fields{}; ///< beside the fields of every block
  std::vector<KindLabel> labels{};
  model::EditionSet editions = model::everyone; ///< who may see it at most
  bool takes_title = true;
  bool defines_own_id = false; ///< its lowering says what references to it show, or that nothing may refer to it
  bool is_layout = false;      ///< only arranges or filters: leaves no record, and its children count as its parent's
  std::vector<const DiagnosticKind*> diagnostics{};
  /// Turns one directive into parts. Its fields are checked already; what is wrong in the body is reported to the
  /// context, and the sound rest returned.
  model::Parts (*lower)(const syntax::Directive&, LoweringContext&) = nullptr;
};

/// What a lowering may use. Implemented in assemble; kinds see only this.
class LoweringContext {
 public:
  virtual ~LoweringContext() = default;

  // The block at hand
  virtual const BlockKind& kind() const = 0;
  virtual const schema::Values& values() const = 0; ///< its checked fields, common ones too
  virtual Span span() const = 0;                    ///< of its opening line
  virtual std::string id() const = 0;               ///< authored or made; never empty
  virtual std::string title() const = 0;            ///< plain, variables filled in; may be empty
  virtual std::optional<std::string> parent_kind() const = 0;
  /// The id of the nearest block of this kind around the one at hand; empty where there is none.
  virtual std::string enclosing(std::string_view kind) const = 0;
  virtual std::string enclosing_title(std::string_view kind) const = 0;
  virtual model::BlockInfo& info() = 0; ///< its record, filled from the common fields already

  // Its surroundings
  virtual const words::Words& words() const = 0;
  virtual std::string label(std::string_view kind) const = 0; ///< what a kind is called in the course's language
  virtual const model::CourseInfo& course() const = 0;
  virtual std::string lesson_id() const = 0;
  virtual std::string lesson_number() const = 0;
  /// The next number of a series (`exhibit`, `question`…), from 1, counted within the lesson.
  virtual int next_number(std::string_view series) = 0;
  /// The same, counted through the whole course.
  virtual int next_course_number(std::string_view series) = 0;
  /// Whether the source has an empty line right before the line on which `span` begins.
  virtual bool follows_empty_line(Span span) const = 0;
  /// The value of a variable or of a delivery's data; none where nobody set it.
  virtual std::optional<std::string> variable(std::string_view name) const = 0;

  // Its body
  /// Lowers `nodes` in order; nested directives by their own kinds. Children see at most `editions`.
  virtual model::Parts lower(const syntax::Nodes& nodes, model::EditionSet editions) = 0;
  virtual model::Parts lower(const syntax::Nodes& nodes) = 0;
  /// Inline content with variables filled in and references recorded.
  virtual text::Inlines inlines(const text::Inlines& source) = 0;
  virtual model::Table table(const syntax::Table& table) = 0;
  /// Plain text with its `{{variables}}` filled in.
  virtual std::string filled(std::string_view text, Span span) = 0;
  /// Checks fields that stand on a list item, table or the like against `specs`.
  virtual schema::Values check_fields(const syntax::Fields& fields, std::span<const schema::FieldSpec> specs,
                                      std::string_view owner_name, Span owner) = 0;

  // What it leaves behind
  virtual void report(Diagnostic diagnostic) = 0;
  virtual void define(model::Definition definition) = 0;
  virtual void refer(model::ReferenceUse use) = 0;
  virtual model::QuestionIndex add_question(model::Question question) = 0;
  virtual void add_objective(model::Objective objective) = 0;
  virtual void add_term(model::Term term) = 0;
  virtual void add_material(model::Material material) = 0; ///< its lesson and block are filled in
  /// The question defined with `id`, also later in the course or in another lesson; asked for by `quiz questions=`.
  /// Returned parts are filled in when the whole course is lowered.
  virtual model::Part deferred_question(std::string id, Span span) = 0;
  /// The block defined with `id` shown again (`::use`).
  virtual model::Part deferred_use(std::string id, bool again, Span span) = 0;
};

/// Fields that every block takes: id, title, audience, objective, time, priority, slide, handbook, reveal, source,
/// licence, lang, allow.
std::span<const schema::FieldSpec> common_fields();

/// Fields that a layout kind takes: id, audience, slide, handbook, lang, allow.
std::span<const schema::FieldSpec> layout_fields();
/// The kind's own fields behind the common ones (or those of a layout kind).
std::vector<schema::FieldSpec> all_fields(const BlockKind& kind);

/// All kinds of the folder `kinds/`, sorted by name.
std::span<const BlockKind* const> all_kinds();
/// The kind called `name`; none for an unknown one. Aliases are not looked at.
const BlockKind* find_kind(std::string_view name);

} // namespace comb::blocks
