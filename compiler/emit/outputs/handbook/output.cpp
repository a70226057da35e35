// The handbook: the learner's workbook, the trainer's guide and the cards, each as a PDF.
#include "emit/output_kind.hpp"
#include "emit/outputs/handbook/pdf_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace comb::emit {
namespace {

using model::EditionKind;

/// One book of the handbook.
struct BookFile {
  EditionKind edition;
  std::string_view path;
};
constexpr std::array<BookFile, 3> files = {{{EditionKind::workbook, "learner/workbook.pdf"},
                                            {EditionKind::cards, "trainer/cards.pdf"},
                                            {EditionKind::guide, "trainer/guide.pdf"}}};

bool holds_cards(const model::Parts& parts) {
  return std::ranges::any_of(parts, [](const model::Part& part) {
    if (std::holds_alternative<model::Card>(part.content)) return true;
    if (const auto* box = std::get_if<model::Box>(&part.content)) return holds_cards(box->children);
    if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
      return std::ranges::any_of(columns->columns, holds_cards);
    }
    return false;
  });
}

bool has_cards(const model::Course& course) {
  return std::ranges::any_of(course.parts, [](const model::CoursePart& part) {
    return std::ranges::any_of(part.lessons, [](const model::Lesson& lesson) {
      return std::ranges::any_of(lesson.topics, [](const model::Topic& topic) { return holds_cards(topic.parts); });
    });
  });
}

std::vector<std::string> paths(const model::Course& course) {
  std::vector<std::string> all;
  for (const BookFile& file : files) {
    if (file.edition != EditionKind::cards || has_cards(course)) all.emplace_back(file.path);
  }
  return all;
}

constexpr DiagnosticKind pdf_not_written{
    .name = "pdf-not-written",
    .severity = Severity::error,
    .help = "check that the fonts named in the message can be read; `make setup` installs them",
};

WithDiagnostics<std::vector<Artifact>> emit_handbook(const EmitContext& context, std::span<const EditionKind> wanted) {
  WithDiagnostics<std::vector<Artifact>> result;
  for (const BookFile& file : files) {
    const bool is_wanted = wanted.empty() || std::ranges::find(wanted, file.edition) != wanted.end();
    const auto book = context.books.find(file.edition);
    if (!is_wanted || book == context.books.end() || book->second.pages.empty()) continue;
    Result<std::string> bytes = handbook::write_pdf(book->second, context.fonts);
    if (!bytes) {
      result.diagnostics.push_back({.kind = &pdf_not_written,
                                    .span = {},
                                    .message = "`" + std::string(file.path) + "`: " + bytes.failure().message});
      continue;
    }
    result.value.push_back({.path = std::string(file.path),
                            .bytes = std::move(*bytes),
                            .edition = file.edition,
                            .count = static_cast<int>(book->second.pages.size()),
                            .unit = "pages"});
  }
  return result;
}

} // namespace

extern const OutputKind handbook_output;
const OutputKind handbook_output = {
    .name = "handbook",
    .summary = "the learner's workbook, the trainer's guide and the role cards as PDF files",
    .editions = {EditionKind::workbook, EditionKind::guide, EditionKind::cards},
    .paths = paths,
    .emit = emit_handbook,
    .diagnostics = {&pdf_not_written},
};

} // namespace comb::emit
