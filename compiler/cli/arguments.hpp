// Arguments as typed, before they are read as options. Private to this folder.
#pragma once

#include "base/result.hpp"
#include "cli/cli.hpp"
#include "driver/options.hpp"

#include <string>
#include <vector>

namespace comb::cli {

/// Every value that any command takes.
struct Arguments {
  std::vector<std::string> courses{};
  std::vector<std::string> only{};
  std::vector<std::string> editions{};
  std::string out = "out";
  std::string lesson{};
  std::string run{};
  std::string lang{};
  std::string theme_folder{};
  std::string stage{};
  std::string name{}; ///< of `new`, `blocks` and `explain`
  std::string diagnostics = "human";
  std::string color = "auto";
  int jobs = 0;       ///< 0: one for each processor
  bool pdf = false;   ///< of `watch`
  bool check = false; ///< of `fmt`
  bool diff = false;
  bool quiet = false;
  bool warnings_as_errors = false;
};

/// Reads names as values; a misspelt one is a failure that names the nearest.
Result<driver::BuildOptions> read_options(const Arguments& arguments, const Surroundings& surroundings);

/// `there is no … `name`; did you mean …?`
Failure unknown_name(const std::string& what, const std::string& name, const std::vector<std::string_view>& known);

} // namespace comb::cli
