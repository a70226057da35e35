// What fidelity.md says, by language.
#pragma once

#include "emit/outputs/quiz_bank/losses.hpp"

#include <string_view>

namespace comb::emit::quiz_bank {

/// The fixed sentences of the report in one language. `{}` stands for a number or a name.
struct ReportWords {
  std::string_view title;         ///< the quiz bank of {}: what each file holds
  std::string_view introduction;  ///< {} (`3 questions`) …
  std::string_view table_header;  ///< a row of Markdown
  std::string_view complete;      ///< nothing is lost
  std::string_view questions;     ///< ({} questions)
  std::string_view one_question;  ///< (1 question)
  std::string_view counted;       ///< how many, after the list
  std::string_view all_questions; ///< (all questions)
  std::string_view json_use, moodle_xml_use, gift_use, csv_use;
  std::string_view colon;
  std::string_view joint; ///< between ids
};

/// By the primary language and script of a BCP 47 tag; English for all but Chinese and Japanese.
const ReportWords& report_words(std::string_view lang);
/// What was lost and what to do about it: one or two sentences.
std::string_view explain(Loss loss, std::string_view lang);

} // namespace comb::emit::quiz_bank
