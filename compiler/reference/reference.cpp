// The documents that the registries make: nothing here is typed twice.
#include "reference/reference.hpp"

#include "assemble/assemble.hpp"
#include "blocks/block_kind.hpp"
#include "check/check.hpp"
#include "emit/output_kind.hpp"
#include "format/format.hpp"
#include "images/image.hpp"
#include "leak/leak.hpp"
#include "report/report.hpp"
#include "schema/field.hpp"
#include "syntax/load_course.hpp"
#include "theme/theme.hpp"
#include "typeset/deck.hpp"
#include "typeset/paragraph.hpp"

#include <algorithm>

namespace comb::reference {

namespace {

std::string type_text(const schema::FieldSpec& field) {
  using schema::FieldType;
  const auto joined = [&] {
    std::string all;
    for (const std::string_view choice : field.choices) {
      if (!all.empty()) all += " / ";
      all += "`" + std::string(choice) + "`";
    }
    return all;
  };
  switch (field.type) {
    case FieldType::text:
      return "text";
    case FieldType::id:
      return "an id";
    case FieldType::ids:
      return "ids";
    case FieldType::words:
      return "words";
    case FieldType::list:
      return "texts, apart by `;`";
    case FieldType::choice:
      return "one of " + joined();
    case FieldType::choices:
      return "some of " + joined();
    case FieldType::flag:
      return "flag";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "number";
    case FieldType::percent:
      return "percent";
    case FieldType::minutes:
      return "minutes";
    case FieldType::split:
      return "minutes or a split, `3+6+6`";
    case FieldType::path:
      return "path";
    case FieldType::url:
      return "address";
    case FieldType::color:
      return "colour";
    case FieldType::language:
      return "language, `zh-Hant`";
  }
  return {};
}

std::string field_rows(std::span<const schema::FieldSpec> fields) {
  std::string rows = "| field | value | what it is for |\n| --- | --- | --- |\n";
  for (const schema::FieldSpec& field : fields) {
    rows += "| `" + std::string(field.name) + "`" + (field.required ? " (must)" : "") + " | " + type_text(field) +
            " | " + std::string(field.help) + " |\n";
  }
  return rows;
}

/// `text` as a fenced block, with a fence longer than any in it.
std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  std::string block = fence + "\n" + std::string(text);
  if (!block.ends_with('\n')) block += '\n';
  return block + fence + "\n";
}

std::string editions_text(model::EditionSet editions) {
  std::string all;
  for (const model::EditionKind kind : model::all_edition_kinds) {
    if (!editions.has(kind)) continue;
    if (!all.empty()) all += ", ";
    all += model::name_of(kind);
  }
  return all;
}

std::string parents_text(const blocks::BlockKind& kind) {
  std::string all;
  for (const std::string_view parent : kind.parents) {
    if (!all.empty()) all += ", ";
    all += "`" + std::string(parent) + "`";
  }
  return all;
}

std::string form_text(const blocks::BlockKind& kind) {
  return kind.form == syntax::DirectiveForm::leaf ? "`::" + std::string(kind.name) + "`"
                                                  : "`::: " + std::string(kind.name) + "`";
}

std::string block_section(const blocks::BlockKind& kind) {
  std::string text = "### " + form_text(kind) + "\n\n" + std::string(kind.summary) + "\n\n";
  if (!kind.help.empty()) text += std::string(kind.help) + "\n\n";
  if (!kind.parents.empty()) text += "Stands in: " + parents_text(kind) + ".\n\n";
  text += "Shows in: " + editions_text(kind.editions) + ".\n\n";
  if (!kind.fields.empty()) text += field_rows(kind.fields) + "\n";
  if (!kind.example.empty()) text += fenced(kind.example) + "\n";
  return text;
}

std::string diagnostic_section(const DiagnosticKind& kind) {
  std::string text = "### " + std::string(kind.name) + "\n\n*" + std::string(report::name_of(kind.severity)) +
                     ".* To mend it: " + std::string(kind.help) + ".\n\n";
  if (!kind.explain.empty()) text += std::string(kind.explain) + "\n\n";
  return text;
}

constexpr std::string_view made_by =
    "<!-- Made by `make reference` from the program itself. Not edited by hand. -->\n\n";

} // namespace

std::vector<const DiagnosticKind*> all_diagnostic_kinds() {
  std::vector<const DiagnosticKind*> all;
  const auto add = [&](const auto& kinds) { all.insert(all.end(), kinds.begin(), kinds.end()); };
  add(schema::diagnostic_kinds());
  add(syntax::diagnostic_kinds());
  add(images::diagnostic_kinds());
  add(theme::diagnostic_kinds());
  add(assemble::diagnostic_kinds());
  add(check::diagnostic_kinds());
  add(typeset::diagnostic_kinds());
  add(leak::diagnostic_kinds());
  add(format::diagnostic_kinds());
  for (const blocks::BlockKind* kind : blocks::all_kinds()) add(kind->diagnostics);
  for (const emit::OutputKind* output : emit::all_outputs()) add(output->diagnostics);
  std::ranges::sort(all, {}, [](const DiagnosticKind* kind) { return std::pair(kind->name, kind); });
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string authoring_reference() {
  std::string text = std::string(made_by) +
                     "# Blocks and fields\n\nWhat may stand behind `:::` and `::`. `comb blocks NAME` shows one of "
                     "these on a terminal.\n\n";
  text += "## Fields of every block\n\n" + field_rows(blocks::common_fields()) + "\n## Blocks\n\n";
  for (const blocks::BlockKind* kind : blocks::all_kinds()) text += block_section(*kind);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

std::string diagnostics_reference() {
  std::string text =
      std::string(made_by) +
      "# Diagnostics\n\nWhat `comb check` may say, by name. An **error** stops the build and cannot be silenced; a "
      "**warning** can be allowed with a reason (`allow=\"name: reason\"`); an **info** only reports.\n\n";
  for (const DiagnosticKind* kind : all_diagnostic_kinds()) text += diagnostic_section(*kind);
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

std::string block_help(std::string_view name) {
  const blocks::BlockKind* kind = blocks::find_kind(name);
  return kind == nullptr ? std::string() : block_section(*kind).substr(4);
}

std::string blocks_overview() {
  std::size_t widest = 0;
  for (const blocks::BlockKind* kind : blocks::all_kinds()) widest = std::max(widest, kind->name.size());
  std::string text;
  for (const blocks::BlockKind* kind : blocks::all_kinds()) {
    text +=
        std::string(kind->name) + std::string(widest + 2 - kind->name.size(), ' ') + std::string(kind->summary) + "\n";
  }
  return text;
}

std::string explain(std::string_view name) {
  std::string text;
  for (const DiagnosticKind* kind : all_diagnostic_kinds()) {
    if (kind->name == name) text += diagnostic_section(*kind).substr(4);
  }
  if (!text.empty()) return text;
  if (blocks::find_kind(name) != nullptr) return block_help(name);
  for (const schema::FieldSpec& field : blocks::common_fields()) {
    if (field.name == name) text = std::string(name) + " (" + type_text(field) + "): " + std::string(field.help) + "\n";
  }
  return text;
}

} // namespace comb::reference
