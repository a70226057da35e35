// Lowers the blocks of one lesson: the context that kinds see, and Markdown's own blocks.
#pragma once

#include "assemble/course_state.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace comb::assemble {

/// A footnote's text and who may read a mark that points to it.
struct Footnote {
  const syntax::FootnoteDefinition* definition = nullptr;
  Span span{};
  int number = 0; ///< 0 until a mark uses it
  model::EditionSet editions{};
  bool is_written = false;
};

class Lowering final : public blocks::LoweringContext {
 public:
  Lowering(CourseState& state, const model::Lesson& lesson) : state_(state), lesson_(lesson) {}

  /// Parts of what stands directly in a topic: paragraphs are notes for the presenter and text in the books.
  model::Parts lower_topic(std::span<const syntax::Node* const> nodes);
  /// Makes the lesson's footnotes known before its text is lowered.
  void add_footnote(const syntax::Node& node);
  /// The texts of the footnotes that were used since the last call, in order of their numbers.
  model::Parts take_footnotes();
  /// Allows among `values`, which hold in `scope`.
  void collect_allows(const schema::Values& values, Span scope);

  // The context of kinds; see blocks/block_kind.hpp.
  const blocks::BlockKind& kind() const override { return *frames_.back().kind; }
  const schema::Values& values() const override { return frames_.back().values; }
  Span span() const override { return frames_.back().opening; }
  std::string id() const override { return frames_.back().id; }
  std::string title() const override { return frames_.back().title; }
  std::optional<std::string> parent_kind() const override;
  std::string enclosing(std::string_view kind) const override;
  std::string enclosing_title(std::string_view kind) const override;
  model::BlockInfo& info() override;
  const words::Words& words() const override { return *state_.words; }
  std::string label(std::string_view kind) const override;
  const model::CourseInfo& course() const override { return state_.course.info; }
  std::string lesson_id() const override { return lesson_.id; }
  std::string lesson_number() const override { return lesson_.number; }
  int next_number(std::string_view series) override { return ++numbers_[std::string(series)]; }
  int next_course_number(std::string_view series) override { return ++state_.numbers[std::string(series)]; }
  bool follows_empty_line(Span span) const override;
  std::optional<std::string> variable(std::string_view name) const override;
  model::Parts lower(const syntax::Nodes& nodes, model::EditionSet editions) override;
  model::Parts lower(const syntax::Nodes& nodes) override;
  text::Inlines inlines(const text::Inlines& source) override;
  model::Table table(const syntax::Table& table) override;
  std::string filled(std::string_view text, Span span) override { return fill_variables(state_, text, span); }
  schema::Values check_fields(const syntax::Fields& fields, std::span<const schema::FieldSpec> specs,
                              std::string_view owner_name, Span owner) override;
  void report(Diagnostic diagnostic) override { state_.report(std::move(diagnostic)); }
  void define(model::Definition definition) override { state_.course.definitions.push_back(std::move(definition)); }
  void refer(model::ReferenceUse use) override { state_.course.references.push_back(std::move(use)); }
  model::QuestionIndex add_question(model::Question question) override;
  void add_objective(model::Objective objective) override;
  void add_term(model::Term term) override;
  void add_material(model::Material material) override;
  model::Part deferred_question(std::string id, Span span) override;
  model::Part deferred_use(std::string id, bool again, Span span) override;

 private:
  /// One directive that is being lowered.
  struct Frame {
    const blocks::BlockKind* kind = nullptr;
    schema::Values values{};
    Span opening{};
    std::string id{};
    std::string title{};
    std::optional<std::uint32_t> record{}; ///< its own, or for a layout kind that of the block around it
    model::BlockInfo unrecorded{};         ///< what a layout kind may write to
  };
  /// Who sees what is being lowered.
  struct View {
    model::EditionSet ceiling = model::EditionSet::all(); ///< at most these
    model::EditionSet usual = model::everyone;            ///< what a part gets, within the ceiling
    bool directly_in_topic = false;

    model::EditionSet editions() const { return usual & ceiling; }
  };

  // lower_nodes.cpp: Markdown's own blocks
  void lower_node(const syntax::Node& node, model::Parts& parts);
  void lower_plain_node(const syntax::Node& node, model::Parts& parts);
  void add_part(model::Parts& parts, const syntax::Node& node, decltype(model::Part::content) content) const;
  /// Says of `parts` in which language they are; a group without an element of its own passes
  /// it on to what it holds.
  static void mark_language(model::Parts& parts, const std::string& lang);
  /// Gives `part` the id and the language that its fields say.
  void mark_part(model::Part& part, const schema::Values& values, std::string_view what, std::string title);
  void lower_heading(const syntax::Node& node, const syntax::Heading& heading, model::Parts& parts);
  void lower_paragraph(const syntax::Node& node, const syntax::Paragraph& paragraph, model::Parts& parts);
  void lower_list(const syntax::Node& node, const syntax::List& list, model::Parts& parts);
  void lower_quote(const syntax::Node& node, const syntax::Quote& quote, model::Parts& parts);
  void lower_write_line(const syntax::Node& node, model::Parts& parts) const;
  model::ListItem list_item(const syntax::ListItem& item);
  model::Checklist checklist(const syntax::List& list);
  void check_item_fields(const syntax::ListItem& item);
  View view_for(const schema::Values& values) const;

  // lower_directive.cpp
  void lower_directive(const syntax::Node& node, const syntax::Directive& directive, model::Parts& parts);
  model::Parts lower_known(const syntax::Node& node, const syntax::Directive& directive, const blocks::BlockKind& kind);
  bool check_shape(const syntax::Directive& directive, const blocks::BlockKind& kind);
  schema::Values directive_values(const syntax::Node& node, const syntax::Directive& directive,
                                  const blocks::BlockKind& kind);
  Frame make_frame(const syntax::Node& node, const syntax::Directive& directive, const blocks::BlockKind& kind);
  model::BlockInfo make_record(const Frame& frame, const syntax::Directive& directive) const;
  void define_block(const Frame& frame);
  void apply_summary(model::Parts& parts) const;
  void apply_blank(model::Parts& parts, Span span) const;

  // lower_inlines.cpp
  void lower_inline(const text::Inline& source, text::Inlines& lowered);
  void lower_variable(const text::Inline& source, const text::Variable& variable, text::Inlines& lowered);
  void note_footnote_mark(const std::string& label);

  // figures.cpp
  /// The figure as a part; none where the picture cannot be read.
  std::optional<model::Part> figure(const text::Image& image, Span span, const syntax::Fields& block_fields);
  std::shared_ptr<const images::Image> picture(const text::Image& image, Span span, std::string& path);
  std::shared_ptr<const images::Image> remembered_picture(const std::string& path, const std::string& bytes) const;
  schema::Values figure_values(const text::Image& image, Span span, const syntax::Fields& block_fields);
  text::Image inline_picture(const text::Image& image, Span span);

  CourseState& state_;
  const model::Lesson& lesson_;
  // A deque, for a kind holds on to its own `values()` while blocks inside it come and go.
  std::deque<Frame> frames_;
  View view_;
  std::map<std::string, int> numbers_;
  std::map<std::string, Footnote> footnotes_;
  int last_footnote_ = 0;
};

/// Takes from `parts` and all below them what `ceiling` does not have, and gives boxes and columns the editions of
/// what is in them: a role play's box is on the cards because its roles are.
void settle_editions(model::Parts& parts, model::EditionSet ceiling);

/// Fields that Markdown's own blocks take: id, audience, slide, handbook, reveal, source, licence, lang, allow.
std::span<const schema::FieldSpec> markdown_fields();

} // namespace comb::assemble
