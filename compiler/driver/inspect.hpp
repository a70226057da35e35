// `comb outputs` and `comb dump`: looking into a course without building it.
#pragma once

#include "driver/console.hpp"
#include "driver/options.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace comb::driver {

/// Prints the paths that a build with these options would write, one a line, sorted.
ExitStatus list_outputs(const BuildOptions& options, Console& console);

/// The stages that can be looked at.
enum class Stage : std::uint8_t { document, course, edition, pages, deck };
constexpr std::string_view stage_names = "document, course, edition, pages, deck";
std::optional<Stage> stage_named(std::string_view name);

/// Prints a readable outline of one stage of the first course. `edition` and `deck` are those of
/// `options.editions`' first, else of the slides; `pages` else of the workbook.
ExitStatus dump(const BuildOptions& options, Stage stage, Console& console);

} // namespace comb::driver
