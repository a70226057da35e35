// fidelity.md: for each format, what was lost of which questions.
#include "emit/outputs/quiz_bank/fidelity_words.hpp"
#include "emit/outputs/quiz_bank/formats.hpp"

#include <array>
#include <set>

namespace comb::emit::quiz_bank {
namespace {

struct FormatFile {
  Format format;
  std::string_view file;
  std::string_view ReportWords::*use;
};
constexpr std::array<FormatFile, 4> files = {
    FormatFile{Format::json, "bank.json", &ReportWords::json_use},
    {Format::moodle_xml, "bank.moodle.xml", &ReportWords::moodle_xml_use},
    {Format::gift, "bank.gift", &ReportWords::gift_use},
    {Format::csv, "bank.csv", &ReportWords::csv_use},
};

std::string filled(std::string_view pattern, std::string_view value) {
  const std::size_t place = pattern.find("{}");
  if (place == std::string_view::npos) return std::string(pattern);
  return std::string(pattern.substr(0, place)) + std::string(value) + std::string(pattern.substr(place + 2));
}

/// `text` on one line and with nothing that Markdown would read as its own.
std::string as_markdown(std::string_view text) {
  std::string safe;
  for (const char byte : without_control_characters(text)) {
    if (std::string_view("\\`*_{}[]<>#|").find(byte) != std::string_view::npos) safe += '\\';
    safe += byte == '\n' ? ' ' : byte;
  }
  return safe;
}

std::string how_many(std::size_t count, const ReportWords& words) {
  return count == 1 ? std::string(words.one_question) : filled(words.questions, std::to_string(count));
}

struct Counts {
  std::size_t changed = 0, left_out = 0;
};
Counts count(const Losses& losses) {
  std::set<std::string_view> changed;
  std::set<std::string_view> left_out;
  for (const auto& [loss, questions] : losses.all())
    for (const std::string& question : questions) (is_left_out(loss) ? left_out : changed).insert(question);
  for (const std::string_view question : left_out) changed.erase(question);
  return {.changed = changed.size(), .left_out = left_out.size()};
}

std::string loss_line(Loss loss, const std::vector<std::string>& questions, const Bank& bank,
                      const ReportWords& words) {
  std::string line = "- " + std::string(explain(loss, bank.edition->info.lang)) + std::string(words.colon);
  if (questions.size() == bank.questions.size() && questions.size() > 1)
    return line + std::string(words.all_questions) + "\n";
  bool is_first = true;
  for (const std::string& question : questions) {
    if (!is_first) line += words.joint;
    is_first = false;
    line += "`" + question + "`";
  }
  return line + filled(words.counted, how_many(questions.size(), words)) + "\n";
}

} // namespace

std::string write_fidelity_report(const Bank& bank, const std::map<Format, Losses>& losses) {
  const model::CourseInfo& info = bank.edition->info;
  const ReportWords& words = report_words(info.lang);
  const std::size_t total = bank.questions.size();
  std::string report = "# " + filled(words.title, as_markdown(info.title.empty() ? info.id : info.title)) + "\n\n" +
                       filled(words.introduction, how_many(total, words)) + "\n\n" + std::string(words.table_header) +
                       "\n| --- | --- | --: | --: | --: |\n";
  std::string sections;
  for (const FormatFile& file : files) {
    const auto found = losses.find(file.format);
    const Losses lost = found == losses.end() ? Losses{} : found->second;
    const Counts counts = count(lost);
    report += "| `" + std::string(file.file) + "` | " + std::string(words.*file.use) + " | " +
              std::to_string(total - counts.changed - counts.left_out) + " | " + std::to_string(counts.changed) +
              " | " + std::to_string(counts.left_out) + " |\n";
    sections += "\n## " + std::string(file.file) + "\n\n";
    if (lost.all().empty()) sections += std::string(words.complete) + "\n";
    for (const auto& [loss, questions] : lost.all()) sections += loss_line(loss, questions, bank, words);
  }
  return report + sections;
}

} // namespace comb::emit::quiz_bank
