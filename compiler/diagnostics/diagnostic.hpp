// What is said to an author about a course: kinds of diagnostics and diagnostics as values.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb {

enum class Severity : std::uint8_t { info, warning, error };

/// One sort of finding. A `constexpr` value beside the one place that raises it; its address is its identity.
struct DiagnosticKind {
  std::string_view name; ///< kebab-case, what `comb explain` looks up
  Severity severity = Severity::error;
  std::string_view help;      ///< one line: what to type instead
  std::string_view explain{}; ///< Markdown: why it matters and an example mended; may be empty
};

/// A further place that belongs to a diagnostic.
struct Note {
  Span span;
  std::string message;
  bool operator==(const Note&) const = default;
};

/// A change to the source that would mend the finding.
struct FixIt {
  Span span; ///< what is replaced; empty for an insertion
  std::string replacement;
  bool operator==(const FixIt&) const = default;
};

struct Diagnostic {
  const DiagnosticKind* kind = nullptr;
  Span span;
  std::string message; ///< starts in lower case, no full stop, source text in backticks
  std::vector<Note> notes{};
  std::vector<FixIt> fixes{};
  std::string help{}; ///< replaces the kind's help where this one finding knows better
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Puts `more` behind `all`.
inline void append(Diagnostics& all, Diagnostics more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What a stage returns: its value, always there, and what it found.
template <class T>
struct [[nodiscard]] WithDiagnostics {
  T value;
  Diagnostics diagnostics;
};

/// Whether any of `all` is an error.
bool has_errors(const Diagnostics& all);

/// Sorts by file, position and kind name, and drops exact doubles: the same findings always print the same.
void sort_for_report(Diagnostics& all);

} // namespace comb
