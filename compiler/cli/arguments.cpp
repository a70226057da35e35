// From words to values.
#include "cli/arguments.hpp"

#include "diagnostics/suggest.hpp"
#include "model/edition_set.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace comb::cli {

namespace {

std::optional<report::Format> format_named(std::string_view name) {
  if (name == "human") return report::Format::human;
  if (name == "json") return report::Format::json;
  if (name == "sarif") return report::Format::sarif;
  if (name == "github") return report::Format::github;
  return std::nullopt;
}

Status read_speech(const Arguments& arguments, const Surroundings& surroundings, driver::SpeechOptions& speech) {
  const std::optional<report::Format> format = format_named(arguments.diagnostics);
  if (!format)
    return unknown_name("format of diagnostics", arguments.diagnostics, {"human", "json", "sarif", "github"});
  speech.format = *format;
  const bool is_auto = arguments.color == "auto";
  if (!is_auto && arguments.color != "always" && arguments.color != "never") {
    return unknown_name("value of --color", arguments.color, {"auto", "always", "never"});
  }
  const bool wants_color =
      is_auto ? surroundings.errors_are_watched && !surroundings.no_color : arguments.color == "always";
  speech.colors = wants_color ? report::Colors::on : report::Colors::off;
  speech.quiet = arguments.quiet;
  speech.warnings_as_errors = arguments.warnings_as_errors;
  return {};
}

Status read_editions(const Arguments& arguments, std::vector<model::EditionKind>& editions) {
  for (const std::string& name : arguments.editions) {
    const std::optional<model::EditionKind> kind = model::edition_named(name);
    if (!kind) {
      std::vector<std::string_view> known;
      for (const model::EditionKind each : model::all_edition_kinds) known.push_back(model::name_of(each));
      return unknown_name("edition", name, known);
    }
    if (std::ranges::find(editions, *kind) == editions.end()) editions.push_back(*kind);
  }
  // The order of typing means nothing, so it must not show in what is written.
  std::ranges::sort(editions);
  return {};
}

} // namespace

Result<driver::BuildOptions> read_options(const Arguments& arguments, const Surroundings& surroundings) {
  driver::BuildOptions options{
      .courses = arguments.courses,
      .out = arguments.out,
      .only = arguments.only,
      .lesson = arguments.lesson,
      .run = arguments.run,
      .lang = arguments.lang,
      .theme_folder = arguments.theme_folder,
      .threads = arguments.jobs > 0 ? arguments.jobs : surroundings.processors,
  };
  std::ranges::sort(options.only);
  options.only.erase(std::unique(options.only.begin(), options.only.end()), options.only.end());
  if (const Status wrong = read_speech(arguments, surroundings, options.speech)) return *wrong;
  if (const Status wrong = read_editions(arguments, options.editions)) return *wrong;
  return options;
}

Failure unknown_name(const std::string& what, const std::string& name, const std::vector<std::string_view>& known) {
  std::string message = "there is no " + what + " `" + name + "`";
  if (const auto nearest = nearest_name(name, known)) {
    message += "; did you mean `" + *nearest + "`?";
  } else if (known.size() <= 12) {
    message += "; it can be";
    for (std::size_t index = 0; index < known.size(); ++index) {
      message += (index == 0 ? " `" : index + 1 == known.size() ? " or `" : ", `") + std::string(known[index]) + "`";
    }
  }
  return {FailureReason::usage, message};
}

} // namespace comb::cli
