// Proves that no learner's file holds what only trainers may see, by looking into the finished files.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "emit/output_kind.hpp"
#include "model/course.hpp"

#include <span>
#include <string>
#include <vector>

namespace comb::leak {

/// A text that no learner may see, normalised for comparing.
struct Secret {
  Span span;
  std::string text; ///< letters and digits only, wide ones too, lower case; at least 12 characters
};

/// All trainer-only texts of at least 12 characters: notes, keys, feedback, solutions, role briefs, `:trainer[…]`,
/// answers of gaps. Texts that the author also wrote for learners are left out and reported as the warning
/// `trainer-text-repeated`.
WithDiagnostics<std::vector<Secret>> find_secrets(const model::Course& course);

/// Looks for `secrets` in the decoded content of the learners' artifacts (HTML text, attributes, comments, scripts,
/// JSON; PDF text through ToUnicode, bookmarks, metadata; file names). Each find is the error `secret-leaked`.
Diagnostics scan(std::span<const emit::Artifact> artifacts, std::span<const Secret> secrets);

/// The text that a reader of `bytes` could get out of a PDF: page text through ToUnicode, bookmarks, metadata.
std::string decoded_pdf_text(std::string_view bytes);

std::span<const DiagnosticKind* const> diagnostic_kinds();

} // namespace comb::leak
