// The handbook: the learner's workbook, the trainer's guide, the cards and the papers of exams, each as a PDF.
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
constexpr std::array<BookFile, 4> files = {{{EditionKind::workbook, "learner/workbook.pdf"},
                                            {EditionKind::cards, "trainer/cards.pdf"},
                                            {EditionKind::guide, "trainer/guide.pdf"},
                                            {EditionKind::workbook_answers, "trainer/workbook-answers.pdf"}}};

/// Papers lie with the trainer until the exam, although learners get them then.
std::string paper_path(const std::string& exam, const std::string& variant, EditionKind kind) {
  return "trainer/exams/" + exam + (variant.empty() ? "" : "-" + variant) +
         (kind == EditionKind::key ? "-key.pdf" : ".pdf");
}

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

std::vector<std::string> paths(const model::Course& course, std::span<const EditionKind> wanted) {
  std::vector<std::string> all;
  for (const BookFile& file : files) {
    if (!is_wanted(file.edition, wanted)) continue;
    if (file.edition != EditionKind::cards || has_cards(course)) all.emplace_back(file.path);
  }
  for (const model::Exam& exam : course.exams) {
    for (const model::ExamVariant& variant : exam.variants) {
      for (const EditionKind kind : {EditionKind::exam, EditionKind::key}) {
        if (is_wanted(kind, wanted)) all.push_back(paper_path(exam.id, variant.letter, kind));
      }
    }
  }
  std::ranges::sort(all);
  return all;
}

constexpr DiagnosticKind pdf_not_written{
    .name = "pdf-not-written",
    .severity = Severity::error,
    .help = "check that the fonts named in the message can be read; `make setup` installs them",
};

/// Writes `pages` as the file `path`, or says why that failed.
void add_pdf(const typeset::Pages& pages, const EmitContext& context, Artifact file,
             WithDiagnostics<std::vector<Artifact>>& result) {
  Result<std::string> bytes = handbook::write_pdf(pages, context.fonts);
  if (!bytes) {
    result.diagnostics.push_back(
        {.kind = &pdf_not_written, .span = {}, .message = "`" + file.path + "`: " + bytes.failure().message});
    return;
  }
  file.bytes = std::move(*bytes);
  file.count = static_cast<int>(pages.pages.size());
  file.unit = "pages";
  result.value.push_back(std::move(file));
}

WithDiagnostics<std::vector<Artifact>> emit_handbook(const EmitContext& context, std::span<const EditionKind> wanted) {
  WithDiagnostics<std::vector<Artifact>> result;
  for (const BookFile& file : files) {
    const auto book = context.books.find(file.edition);
    if (!is_wanted(file.edition, wanted) || book == context.books.end() || book->second.pages.empty()) continue;
    add_pdf(book->second, context, {.path = std::string(file.path), .bytes = {}, .edition = file.edition}, result);
  }
  for (const Paper& paper : context.papers) {
    const edition::EditionSpec& spec = paper.edition.spec;
    if (!is_wanted(spec.kind, wanted) || paper.pages.pages.empty()) continue;
    add_pdf(paper.pages, context,
            {.path = paper_path(spec.exam, spec.variant, spec.kind), .bytes = {}, .edition = spec.kind}, result);
  }
  return result;
}

} // namespace

extern const OutputKind handbook_output;
const OutputKind handbook_output = {
    .name = "handbook",
    .summary = "the learner's workbook, the trainer's guide, role cards, and exams with their keys as PDF files",
    .editions = {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide, EditionKind::cards,
                 EditionKind::exam, EditionKind::key},
    .paths = paths,
    .emit = emit_handbook,
    .diagnostics = {&pdf_not_written},
};

} // namespace comb::emit
