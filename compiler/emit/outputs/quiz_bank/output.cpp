// The output `quiz-bank`: every question with its key, in the formats that item banks take.
#include "emit/output_kind.hpp"
#include "emit/outputs/quiz_bank/formats.hpp"

#include <algorithm>
#include <array>

namespace comb::emit {
namespace {

using quiz_bank::Format;

constexpr std::array<std::string_view, 5> file_names = {"bank.csv", "bank.gift", "bank.json", "bank.moodle.xml",
                                                        "fidelity.md"};

std::string path_of(std::string_view file) {
  return "quiz-bank/" + std::string(file);
}

std::vector<std::string> paths(const model::Course& course, std::span<const model::EditionKind> wanted) {
  std::vector<std::string> all;
  if (course.questions.empty() || !is_wanted(model::EditionKind::bank, wanted)) return all;
  for (const std::string_view file : file_names) all.push_back(path_of(file));
  return all;
}

WithDiagnostics<std::vector<Artifact>> emit_bank(const EmitContext& context,
                                                 std::span<const model::EditionKind> wanted) {
  const auto edition = context.editions.find(model::EditionKind::bank);
  if (!is_wanted(model::EditionKind::bank, wanted) || edition == context.editions.end() ||
      edition->second.questions.empty())
    return {{}, {}};
  const quiz_bank::Bank bank = quiz_bank::make_bank(edition->second);
  std::map<Format, quiz_bank::Losses> losses;
  std::vector<Artifact> artifacts;
  const auto add = [&](std::string_view file, std::string bytes) {
    artifacts.push_back({.path = path_of(file),
                         .bytes = std::move(bytes),
                         .edition = model::EditionKind::bank,
                         .count = static_cast<int>(bank.questions.size()),
                         .unit = "questions"});
  };
  add("bank.csv", quiz_bank::write_csv(bank, losses[Format::csv]));
  add("bank.gift", quiz_bank::write_gift(bank, losses[Format::gift]));
  add("bank.json", quiz_bank::write_json(bank));
  add("bank.moodle.xml", quiz_bank::write_moodle_xml(bank, losses[Format::moodle_xml]));
  add("fidelity.md", quiz_bank::write_fidelity_report(bank, losses));
  return {std::move(artifacts), {}};
}

} // namespace

extern const OutputKind quiz_bank_output;
const OutputKind quiz_bank_output = {
    .name = "quiz-bank",
    .summary = "the questions as Moodle XML, GIFT, JSON and CSV, with a report of what each file could not carry",
    .editions = {model::EditionKind::bank},
    .paths = paths,
    .emit = emit_bank,
    .diagnostics = {},
};

} // namespace comb::emit
