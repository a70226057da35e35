// A spreadsheet of the bank: RFC 4180, UTF-8 with a BOM (Excel), one row a question, one fixed header.
#include "emit/csv.hpp"
#include "emit/outputs/quiz_bank/formats.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace comb::emit::quiz_bank {
namespace {

constexpr std::array<std::string_view, 26> columns = {"id",
                                                      "type",
                                                      "title",
                                                      "lesson",
                                                      "stem",
                                                      "options",
                                                      "key",
                                                      "weights",
                                                      "option_feedback",
                                                      "matches",
                                                      "spares",
                                                      "tolerance",
                                                      "unit",
                                                      "solution",
                                                      "rubric",
                                                      "points",
                                                      "scoring",
                                                      "shuffle",
                                                      "case_sensitive",
                                                      "objectives",
                                                      "bloom",
                                                      "difficulty",
                                                      "tags",
                                                      "use",
                                                      "source",
                                                      "licence"};

/// One item of a list cell; `|` separates items, so that one inside an item is written `\|`.
std::string as_item(std::string_view text) {
  std::string item;
  for (const char byte : text) {
    if (byte == '|' || byte == '\\') item += '\\';
    item += byte;
  }
  return item;
}

class CsvWriter {
 public:
  CsvWriter(const Bank& bank, Losses& losses) : bank_(bank), losses_(losses) {}

  std::string write() {
    for (const std::string_view column : columns) text(std::string(column));
    end_row();
    for (const BankQuestion& prepared : bank_.questions) row(prepared);
    return csv_.take();
  }

 private:
  void row(const BankQuestion& prepared);
  void answer_cells(const BankQuestion& prepared);
  void note_losses(const BankQuestion& prepared);

  /// A cell of text, guarded.
  void text(const std::string& content) {
    if (could_be_formula(content)) losses_.add(Loss::formula_guard, id_);
    csv_.text(content);
  }
  /// A cell that holds one number, which needs no guard.
  void number(double value) { csv_.number(decimal(value, 10)); }
  void empty() { csv_.text({}); }
  template <class Items, class Text>
  void list(const Items& items, Text text_of_item) {
    std::string joined;
    bool is_first = true;
    for (const auto& item : items) {
      if (!is_first) joined += '|';
      is_first = false;
      joined += as_item(text_of_item(item));
    }
    text(joined);
  }
  void texts(const std::vector<RichText>& items) {
    list(items, [](const RichText& item) { return item.plain; });
  }
  void strings(const std::vector<std::string>& items) {
    list(items, [](const std::string& item) { return item; });
  }
  void end_row() { csv_.end_row(); }
  void options_cell(const BankQuestion& prepared);
  void key_cell(const BankQuestion& prepared);
  void rubric_cell(const BankQuestion& prepared);

  const Bank& bank_;
  Losses& losses_;
  CsvTable csv_;
  std::string id_;
};

void CsvWriter::note_losses(const BankQuestion& prepared) {
  const auto is_pictured = [](const RichText& text) { return !text.pictures.empty(); };
  const auto is_formatted = [](const RichText& text) { return text.is_formatted; };
  const auto any_text = [&](const auto& holds) {
    return holds(prepared.stem) || holds(prepared.solution) || std::ranges::any_of(prepared.options, holds) ||
           std::ranges::any_of(prepared.feedback, holds) || std::ranges::any_of(prepared.left, holds) ||
           std::ranges::any_of(prepared.right, holds) || std::ranges::any_of(prepared.right_order, holds);
  };
  if (any_text(is_pictured)) losses_.add(Loss::picture, id_);
  if (any_text(is_formatted)) losses_.add(Loss::formatting, id_);
  if (prepared.is_hotspot()) losses_.add(Loss::hotspot_as_choice, id_);
  if (prepared.is_of_scenario) {
    losses_.add(Loss::scenario_as_row, id_);
  } else if (!prepared.question->stimulus.empty()) {
    losses_.add(Loss::shared_case, id_);
  }
}

/// What learners choose from: options, left sides, things to put in order (in the right order).
void CsvWriter::options_cell(const BankQuestion& prepared) {
  if (!prepared.options.empty()) return texts(prepared.options);
  if (!prepared.left.empty()) return texts(prepared.left);
  if (!prepared.right_order.empty()) return texts(prepared.right_order);
  // Gaps with a choice: one item a gap, its options with `; ` between them.
  list(prepared.stem.gaps, [](const text::Blank* gap) {
    std::string offered;
    for (const std::string& option : gap->options) offered += (offered.empty() ? "" : "; ") + option;
    return offered;
  });
}

/// Letters for a choice, accepted answers, the number, or one item a gap.
void CsvWriter::key_cell(const BankQuestion& prepared) {
  const model::QuestionKey& key = prepared.key();
  const model::AnswerForm& form = prepared.question->form;
  if (std::holds_alternative<model::Number>(form)) return number(key.number);
  if (std::holds_alternative<model::ShortText>(form))
    return list(key.accepted,
                [](const model::AcceptedText& accepted) { return without_control_characters(accepted.text); });
  if (std::holds_alternative<model::Cloze>(form))
    return list(prepared.stem.gaps, [](const text::Blank* gap) {
      std::string answers = gap->key ? gap->key->answer : std::string();
      if (gap->key)
        for (const std::string& other : gap->key->also) answers += "; " + other;
      return without_control_characters(answers);
    });
  std::vector<std::string> letters;
  for (std::size_t option = 0; option < prepared.options.size(); ++option)
    if (option < key.is_key.size() && key.is_key[option])
      letters.push_back(option < 26 ? std::string(1, static_cast<char>('A' + option)) : std::to_string(option + 1));
  strings(letters);
}

void CsvWriter::rubric_cell(const BankQuestion& prepared) {
  list(prepared.rubric, [](const BankRubricRow& row) {
    std::string line = row.criterion.plain;
    if (row.weight > 0) line += " (" + decimal(row.weight, 2) + ")";
    for (const BankRubricRow::Level& level : row.levels) line += " / " + level.name + " " + level.descriptor.plain;
    return line;
  });
}

void CsvWriter::answer_cells(const BankQuestion& prepared) {
  const model::QuestionKey& key = prepared.key();
  options_cell(prepared);
  key_cell(prepared);
  if (std::holds_alternative<model::ShortText>(prepared.question->form))
    list(key.accepted, [](const model::AcceptedText& accepted) { return decimal(accepted.weight, 5); });
  else
    list(key.weights, [](double weight) { return decimal(weight, 5); });
  const bool has_feedback =
      std::ranges::any_of(prepared.feedback, [](const RichText& text) { return !text.plain.empty(); });
  has_feedback ? texts(prepared.feedback) : empty();
  const auto spares = std::min(prepared.left.size(), prepared.right.size());
  const auto middle = prepared.right.begin() + static_cast<std::ptrdiff_t>(spares);
  texts({prepared.right.begin(), middle});
  texts({middle, prepared.right.end()});
  const auto* numeric = std::get_if<model::Number>(&prepared.question->form);
  numeric != nullptr ? number(key.tolerance) : empty();
  text(numeric != nullptr ? without_control_characters(numeric->unit) : std::string());
}

void CsvWriter::row(const BankQuestion& prepared) {
  const model::Question& question = *prepared.question;
  id_ = question.id;
  note_losses(prepared);
  text(question.id);
  text(std::string(model::name_of(question.type)));
  text(prepared.title);
  text(question.lesson);
  text(prepared.stem.plain);
  answer_cells(prepared);
  text(prepared.solution.plain);
  rubric_cell(prepared);
  number(question.points);
  text(question.all_or_nothing ? "all" : "partial");
  text(question.shuffle ? "yes" : "no");
  text(question.case_sensitive ? "yes" : "no");
  strings(question.objectives);
  text(question.bloom ? std::string(model::name_of(*question.bloom)) : std::string());
  question.difficulty ? number(*question.difficulty) : empty();
  strings(question.tags);
  constexpr std::array<const char*, 3> purposes = {"practice", "exam", "both"};
  text(purposes.at(static_cast<std::size_t>(question.purpose)));
  text(without_control_characters(question.source));
  text(without_control_characters(question.licence));
  end_row();
}

} // namespace

std::string write_csv(const Bank& bank, Losses& losses) {
  return CsvWriter(bank, losses).write();
}

} // namespace comb::emit::quiz_bank
