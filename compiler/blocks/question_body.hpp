// The body of a `::: question` taken apart: stem, answer part, explanation.
#pragma once

#include "blocks/block_kind.hpp"
#include "model/question.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace comb::blocks {

/// One option of a task list with what is quoted under it.
struct WrittenOption {
  const syntax::ListItem* item = nullptr;
  std::vector<const syntax::Node*> feedback; ///< quotes
};

/// The pieces of a question's body. Pointers go into the directive that was split.
struct QuestionBody {
  std::vector<const syntax::Node*> stem;
  const syntax::Node* list = nullptr; ///< the last of the answer part's lists; none where it is a table
  bool is_ordered = false;
  std::vector<WrittenOption> options; ///< items of all its lists
  const syntax::Node* table = nullptr;
  const syntax::Node* hotspot = nullptr;    ///< `::hotspot`, the picture on which the options are places
  std::vector<const syntax::Node*> answers; ///< `::answer` lines
  std::vector<const syntax::Node*> solutions;
  std::vector<const syntax::Node*> rubrics;
  bool has_gaps = false; ///< the stem holds `:blank[…]`
};

/// Splits the body. `takes_answer_part` is false where all of it is stem (essay, cloze). Quotes and text behind the
/// options are reported.
QuestionBody split_question(const syntax::Directive& directive, bool takes_answer_part, LoweringContext& context);
/// Whether a gap stands anywhere in `nodes`.
bool has_gaps(const std::vector<const syntax::Node*>& nodes);

/// Which kind a directive in a question's body is, aliases resolved.
std::string kind_name(const syntax::Directive& directive, const LoweringContext& context);

/// What the answer part of one type gives. Each reads the body into `question`, which has its type and id already,
/// and reports what does not fit.
void read_choices(const QuestionBody& body, model::Question& question, LoweringContext& context);
void read_matching(const QuestionBody& body, model::Question& question, LoweringContext& context);
void read_ordering(const QuestionBody& body, model::Question& question, LoweringContext& context);
void read_short_answers(const QuestionBody& body, model::Question& question, LoweringContext& context);
void read_number_answer(const QuestionBody& body, model::Question& question, LoweringContext& context);
void read_hotspot(const QuestionBody& body, model::Question& question, LoweringContext& context);

/// The parts of feedback on one option.
model::Parts feedback_of(const WrittenOption& option, LoweringContext& context);
/// Says that no option is ticked.
void report_no_key(const QuestionBody& body, LoweringContext& context);
/// Reports options without a proper box.
void check_boxes(const QuestionBody& body, LoweringContext& context);

/// The fields of `::answer`.
std::span<const schema::FieldSpec> answer_fields();
/// The fields of `::hotspot`.
std::span<const schema::FieldSpec> hotspot_fields();

/// Diagnostics of the files that read answer parts.
std::span<const DiagnosticKind* const> question_body_diagnostics();
std::span<const DiagnosticKind* const> question_choice_diagnostics();
std::span<const DiagnosticKind* const> question_answer_diagnostics();
std::span<const DiagnosticKind* const> question_hotspot_diagnostics();

} // namespace comb::blocks
