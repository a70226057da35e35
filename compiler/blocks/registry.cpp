// The fields that every block takes, and looking kinds up by name.
#include "blocks/block_kind.hpp"

#include <algorithm>

namespace comb::blocks {

using schema::FieldSpec;
using schema::FieldType;

std::span<const FieldSpec> common_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "id", .type = FieldType::id, .help = "its lasting name, unique in the course: `{#combs}`"},
      {.name = "title", .help = "what it is called; the same as the words after the name"},
      {.name = "audience",
       .type = FieldType::choice,
       .help = "`trainer`: in no learner's edition",
       .choices = {"all", "trainer"}},
      {.name = "objective", .type = FieldType::ids, .help = "ids of the objectives that it serves"},
      {.name = "time", .type = FieldType::split, .help = "minutes: `12`, `1h30`, or brief, do and debrief `3+6+6`"},
      {.name = "priority",
       .type = FieldType::choice,
       .help = "`could` is reserve and counts in no sum",
       .choices = {"must", "should", "could"}},
      {.name = "slide",
       .type = FieldType::choice,
       .help = "`no`: not on slides; `summary`: its title and what a `::: slide` inside says",
       .choices = {"yes", "no", "summary"}},
      {.name = "handbook",
       .type = FieldType::choice,
       .help = "`blank`: room to write instead of its text in the workbook; `none`: not in the books",
       .choices = {"full", "blank", "none"}},
      {.name = "reveal", .type = FieldType::flag, .help = "its elements come one by one on slides"},
      {.name = "source", .help = "where it comes from"},
      {.name = "licence", .help = "the licence of what it shows"},
      {.name = "lang",
       .type = FieldType::language,
       .help = "its language, where it is not the course's: screen readers change their voice, browsers the forms of "
               "its characters"},
      {.name = "allow", .help = "silences a warning here: `allow=\"name: reason\"`", .repeatable = true},
  };
  return fields;
}

std::span<const FieldSpec> layout_fields() {
  static const std::vector<FieldSpec> fields = [] {
    std::vector<FieldSpec> chosen;
    for (const FieldSpec& field : common_fields()) {
      static constexpr std::string_view names[] = {"id", "audience", "slide", "handbook", "lang", "allow"};
      if (std::ranges::find(names, field.name) != std::end(names)) chosen.push_back(field);
    }
    return chosen;
  }();
  return fields;
}

std::vector<FieldSpec> all_fields(const BlockKind& kind) {
  const auto shared = kind.is_layout ? layout_fields() : common_fields();
  std::vector<FieldSpec> fields;
  for (const FieldSpec& field : shared) {
    // A kind may declare a field of its own with a shared name.
    if (std::ranges::find(kind.fields, field.name, &FieldSpec::name) == kind.fields.end()) fields.push_back(field);
  }
  fields.insert(fields.end(), kind.fields.begin(), kind.fields.end());
  return fields;
}

const BlockKind* find_kind(std::string_view name) {
  const auto all = all_kinds();
  const auto found = std::ranges::find(all, name, &BlockKind::name);
  return found == all.end() ? nullptr : *found;
}

} // namespace comb::blocks
