// One course through all stages, from files to finished artifacts; nothing is written yet.
#pragma once

#include "assemble/assemble.hpp"
#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"
#include "driver/options.hpp"
#include "driver/theme_folder.hpp"
#include "emit/output_kind.hpp"
#include "leak/leak.hpp"
#include "source/file_system.hpp"
#include "syntax/load_course.hpp"
#include "typeset/deck_memory.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace comb::driver {

/// What came of a course. `diagnostics` are about its own files and sorted; those about the theme's stand in `theme`.
struct Compiled {
  syntax::LoadedCourse loaded{};
  LoadedTheme theme{};
  Diagnostics diagnostics{};
  std::string course_id{};
  std::string lang{};
  std::vector<emit::Artifact> artifacts{};  ///< sorted by path; incomplete where there are errors
  std::vector<leak::Secret> secrets{};      ///< of the course, for the scan
  std::vector<std::string> all_paths{};     ///< what a build of everything would write, sorted
  std::vector<std::string> claimed_paths{}; ///< what the outputs asked for would write, sorted
  /// What the stages made and nobody needs any more: freeing it takes as long as a stage, and can wait until the files
  /// are there.
  std::vector<std::shared_ptr<const void>> leftovers{};
};

/// Slides of an earlier run, as laid out and as written. Both are of the same run, or neither is there.
struct SlideMemory {
  theme::Theme theme;
  std::map<model::EditionKind, typeset::DeckMemory> decks;
  emit::Memory written;
};

/// What a run may leave to the next one of the same course, so that a small change is built fast. Nothing in it
/// changes what is made.
struct Memory {
  syntax::ParsedFiles documents;
  assemble::ReadPictures pictures;
  SlideMemory slides;
  std::string font_key; ///< what `fonts` were loaded for
  std::optional<typeset::Fonts> fonts;
};

/// The stages in order. A failure is one of the outside world (fonts, theme) or a lesson or output that is not there.
/// `memory` may be null.
Result<Compiled> compile(const source::FileSystem& files, const std::string& entry, const BuildOptions& options,
                         Memory* memory = nullptr);

/// The outputs that `options.only` names, all where it names none; a misspelt one is a failure with a suggestion.
Result<std::vector<const emit::OutputKind*>> outputs_wanted(const BuildOptions& options);

/// Takes all lessons but `id` out of `edition`.
void keep_lesson(edition::Edition& edition, const std::string& id);

} // namespace comb::driver
