// Proves that no learner's file holds what only trainers may see, by looking into the finished files.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "emit/output_kind.hpp"
#include "model/course.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::leak {

/// A stretch of trainer-only text, normalised for comparing: letters and digits only, ASCII in lower case. Long texts
/// are cut into stretches of 24 cells (12 Chinese characters), so that a page break in the middle hides nothing.
struct Secret {
  Span span; ///< of the whole text in the source
  std::string text;
};

/// All trainer-only texts of at least 12 characters: notes, keys, feedback, solutions, role briefs, `:trainer[…]`,
/// answers of gaps. Stretches that stand in learners' text too are left out; a whole text that does is reported as
/// the warning `trainer-text-repeated`.
WithDiagnostics<std::vector<Secret>> find_secrets(const model::Course& course);

/// Letters and digits of `text`, ASCII in lower case: how secrets and outputs are compared.
std::string normalised(std::string_view text);

/// Looks for `secrets` in the decoded content of the learners' artifacts (HTML text, attributes, comments, scripts,
/// JSON; PDF text through ToUnicode, bookmarks, metadata; file names), file by file on up to `threads` threads. Each
/// find is the error `secret-leaked`.
Diagnostics scan(std::span<const emit::Artifact> artifacts, std::span<const Secret> secrets, int threads = 1);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::leak
