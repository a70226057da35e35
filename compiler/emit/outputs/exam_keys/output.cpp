// The output `exam-keys`: one table an exam with the keys of all its variants, for marking by machine or spreadsheet.
#include "emit/csv.hpp"
#include "emit/output_kind.hpp"
#include "typeset/books/answer_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace comb::emit {
namespace {

using model::EditionKind;

constexpr std::array<std::string_view, 7> columns = {"variant", "number",    "question", "key",
                                                     "points",  "objective", "level"};

std::string path_of(const std::string& exam) {
  return "trainer/exams/" + exam + "-keys.csv";
}

std::vector<std::string> paths(const model::Course& course, std::span<const EditionKind> wanted) {
  std::vector<std::string> all;
  if (!is_wanted(EditionKind::key, wanted)) return all;
  for (const model::Exam& exam : course.exams) {
    if (!exam.variants.empty()) all.push_back(path_of(exam.id));
  }
  std::ranges::sort(all);
  return all;
}

void add_question(const model::Question& question, std::size_t number, const std::string& variant, CsvTable& table) {
  std::string objectives;
  for (const std::string& objective : question.objectives) objectives += (objectives.empty() ? "" : " ") + objective;
  table.text(variant);
  table.number(std::to_string(number));
  table.text(question.id);
  table.text(typeset::books::key_words(question));
  table.number(typeset::books::decimal_words(question.points));
  table.text(objectives);
  table.text(question.bloom ? model::name_of(*question.bloom) : std::string_view());
  table.end_row();
}

/// Adds the rows of one variant; returns how many questions it asks.
int add_variant(const edition::Edition& edition, CsvTable& table) {
  const model::ExamVariant& variant = edition.exams.front().variants.front();
  std::size_t number = 0;
  for (const model::QuestionIndex index : variant.questions) {
    add_question(edition.questions[index.value], ++number, variant.letter, table);
  }
  return static_cast<int>(number);
}

struct KeyTable {
  CsvTable rows{};
  int questions = 0;
};

WithDiagnostics<std::vector<Artifact>> emit_keys(const EmitContext& context, std::span<const EditionKind> wanted) {
  WithDiagnostics<std::vector<Artifact>> result;
  if (!is_wanted(EditionKind::key, wanted)) return result;
  std::map<std::string, KeyTable> tables;
  for (const Paper& paper : context.papers) {
    const edition::Edition& edition = paper.edition;
    const bool has_key =
        edition.spec.kind == EditionKind::key && !edition.exams.empty() && !edition.exams.front().variants.empty();
    if (!has_key) continue;
    const auto [table, is_new] = tables.try_emplace(edition.spec.exam);
    if (is_new) {
      for (const std::string_view column : columns) table->second.rows.text(column);
      table->second.rows.end_row();
    }
    table->second.questions += add_variant(edition, table->second.rows);
  }
  for (auto& [exam, table] : tables) {
    result.value.push_back({.path = path_of(exam),
                            .bytes = table.rows.take(),
                            .edition = EditionKind::key,
                            .count = table.questions,
                            .unit = "questions"});
  }
  return result;
}

} // namespace

extern const OutputKind exam_keys_output;
const OutputKind exam_keys_output = {
    .name = "exam-keys",
    .summary = "the keys of each exam's variants as a table (CSV)",
    .editions = {EditionKind::key},
    .paths = paths,
    .emit = emit_keys,
    .diagnostics = {},
};

} // namespace comb::emit
