// What an output is: one folder under outputs/ with one value that says what it needs and what it writes.
#pragma once

#include "check/check.hpp"
#include "diagnostics/diagnostic.hpp"
#include "edition/edition.hpp"
#include "source/source_set.hpp"
#include "theme/theme.hpp"
#include "typeset/books.hpp"
#include "typeset/deck.hpp"
#include "typeset/fonts.hpp"
#include "words/words.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::emit {

/// One finished file.
struct Artifact {
  std::string path; ///< below `out/<course>/<lang>/`, with `/`
  std::string bytes;
  model::EditionKind edition = model::EditionKind::slides;
  int count = 0;                           ///< pages, slides or questions, for the progress line
  std::string_view unit{};                 ///< `pages`, `slides`, `questions`; empty for none
  std::vector<std::string> learner_text{}; ///< for the leak scan where bytes do not show it (PDF): decoded text
};

/// One paper of an exam, or its key: the edition of one variant, laid out.
struct Paper {
  edition::Edition edition{}; ///< `spec` says which exam and variant; its one exam has that one variant
  typeset::Pages pages{};
};

namespace slides {
struct WrittenDeck;
}

/// What outputs leave to their next run on the same course, so that a small change is written fast. Nothing in it
/// changes what is written. It holds for one theme and one set of words.
struct Memory {
  std::map<model::EditionKind, std::shared_ptr<slides::WrittenDeck>> decks;
};

/// What the pipeline has ready. Editions and layouts are there where an output's `editions` asks for them.
struct EmitContext {
  const check::CheckedCourse& course;
  const theme::Theme& theme;
  const words::Words& words;
  const typeset::Fonts& fonts;
  std::map<model::EditionKind, edition::Edition> editions{};
  std::map<model::EditionKind, typeset::Deck> decks{};  ///< slides, presenter
  std::map<model::EditionKind, typeset::Pages> books{}; ///< workbook, guide, cards
  std::vector<Paper> papers{}; ///< exam, key: by kind, then exam and variant as the manifest says
  typeset::Locations locations{};
  int threads = 1;          ///< that one output may use
  Memory* memory = nullptr; ///< of an earlier run, and for the next; may be null
};

struct OutputKind {
  std::string_view name; ///< `slides`, `handbook`, `quiz-bank`: what `--only` takes
  std::string_view summary;
  std::vector<model::EditionKind> editions; ///< what must be ready
  /// Paths that `emit` would write for this course and for `wanted`, sorted; for `comb outputs`.
  std::vector<std::string> (*paths)(const model::Course& course, std::span<const model::EditionKind> wanted) = nullptr;
  /// Writes those of `wanted` (all, if empty).
  WithDiagnostics<std::vector<Artifact>> (*emit)(const EmitContext& context,
                                                 std::span<const model::EditionKind> wanted) = nullptr;
  std::vector<const DiagnosticKind*> diagnostics{};
};

/// Whether `wanted` names `kind`, or is empty and so means all.
bool is_wanted(model::EditionKind kind, std::span<const model::EditionKind> wanted);

/// All outputs of the folder `outputs/`, sorted by name.
std::span<const OutputKind* const> all_outputs();

} // namespace comb::emit
