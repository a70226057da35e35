// `{#id .class key=value key="va lue" flag}`: the fields of blocks, pictures and inline directives.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "syntax/document.hpp"
#include "syntax/subject_map.hpp"

#include <optional>
#include <span>

namespace comb::syntax {

struct ReadFields {
  Fields fields;
  std::size_t end = 0; ///< offset after the closing brace; where reading stopped, when it is missing
  bool is_closed = false;
  Diagnostics diagnostics; ///< none when it is well formed; full-width signs warn all the same
  bool is_well_formed() const;
};

/// Reads the fields whose `{` stands at `begin` of the map's text. Full-width `＝ ＂ “ ” ＃` and U+3000 read as
/// their half-width forms, each with the warning `full-width-sign`; what is no field is `malformed-fields`.
ReadFields read_fields(const SubjectMap& map, std::size_t begin);

/// Whether the text at `begin` looks as if fields were meant: `{#`, `{.` or `{key=`.
bool looks_like_fields(std::string_view text, std::size_t begin);

std::span<const DiagnosticKind* const> field_kinds();

} // namespace comb::syntax
