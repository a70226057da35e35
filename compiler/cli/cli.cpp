// The commands and their options. The only file that includes CLI11.
#include "cli/cli.hpp"

#include "blocks/block_kind.hpp"
#include "cli/arguments.hpp"
#include "driver/build.hpp"
#include "driver/format_files.hpp"
#include "driver/inspect.hpp"
#include "driver/new_course.hpp"
#include "driver/version.hpp"
#include "driver/watch.hpp"
#include "reference/reference.hpp"
#include "schema/field.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace comb::cli {

using driver::ExitStatus;

namespace {

constexpr const char* common_group = "Options of every command";

/// The program's commands. CLI11 fills `arguments` by reference, so both live together.
class CommandLine {
 public:
  CommandLine() : app_("Compiles courses written in Markdown into slides, handbooks and question banks.", "comb") {
    app_.require_subcommand(1);
    app_.set_version_flag("--version", "comb " + std::string(driver::version()));
    app_.set_help_flag("-h,--help", "print this help");
    add_build();
    add_check();
    add_watch();
    add_fmt();
    add_new();
    add_blocks();
    add_explain();
    add_outputs();
    add_dump();
    add_schema();
    add_reference();
  }

  CLI::App& app() { return app_; }
  const Arguments& arguments() const { return arguments_; }
  std::string chosen() const {
    const std::vector<CLI::App*> subcommands = app_.get_subcommands();
    return subcommands.empty() ? std::string() : subcommands.front()->get_name();
  }

 private:
  CLI::App* add(const char* name, const char* summary) {
    CLI::App* command = app_.add_subcommand(name, summary);
    command->add_option("--diagnostics", arguments_.diagnostics, "human, json, sarif or github")
        ->group(common_group)
        ->type_name("FORMAT");
    command->add_option("--color", arguments_.color, "auto, always or never")->group(common_group)->type_name("WHEN");
    command->add_flag("-q,--quiet", arguments_.quiet, "say nothing but errors")->group(common_group);
    command->add_flag("--warnings-as-errors", arguments_.warnings_as_errors, "a warning keeps the old output, too")
        ->group(common_group);
    command->set_version_flag("--version", "comb " + std::string(driver::version()))->group(common_group);
    command->get_help_ptr()->group(common_group);
    return command;
  }

  void add_only(CLI::App* command) {
    command->add_option("--only", arguments_.only, "only these outputs, for example slides,handbook")
        ->delimiter(',')
        ->type_name("OUTPUT,…")
        ->allow_extra_args(false);
  }

  void add_edition(CLI::App* command) {
    command->add_option("--edition", arguments_.editions, "only these editions, for example workbook,guide")
        ->delimiter(',')
        ->type_name("EDITION,…")
        ->allow_extra_args(false);
  }

  void add_selection(CLI::App* command) {
    add_only(command);
    add_edition(command);
    command->add_option("--lesson", arguments_.lesson, "only this lesson, into a folder of its own")->type_name("ID");
    add_source(command);
  }

  void add_source(CLI::App* command) {
    command->add_option("--out", arguments_.out, "the folder to write to (out)")->type_name("DIR");
    command->add_option("--run", arguments_.run, "data of one delivery: client, trainer, dates")->type_name("FILE");
    command->add_option("--lang", arguments_.lang, "instead of the course's own language")
        ->type_name("LANG")
        ->check([](const std::string& lang) {
          return schema::is_language_tag(lang) ? std::string()
                                               : "`" + lang + "` is not a language tag such as `en` or `zh-Hant`";
        });
    command->add_option("--theme-dir", arguments_.theme_folder, "the folder that holds themes")->type_name("DIR");
    command->add_option("-j,--jobs", arguments_.jobs, "threads (one for each processor)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
  }

  void add_courses(CLI::App* command) {
    command->add_option("COURSE", arguments_.courses, "course folders, or single lessons ending in .md (.)");
  }

  void add_build() {
    CLI::App* command = add("build", "make all files of a course");
    add_courses(command);
    add_selection(command);
  }
  void add_check() {
    CLI::App* command = add("check", "do everything that build does but write");
    add_courses(command);
    add_selection(command);
  }
  void add_watch() {
    CLI::App* command = add("watch", "build the slides of a course again whenever a file is saved");
    command->add_option("COURSE", arguments_.courses, "a course folder, or one lesson ending in .md")->expected(0, 1);
    command->add_flag("--pdf", arguments_.pdf, "make all other files too, after the slides");
    add_selection(command);
  }
  void add_fmt() {
    CLI::App* command = add("fmt", "lay lessons out in one way, without changing what they say");
    command->add_option("PATH", arguments_.courses, "lessons ending in .md, or folders of them (.)");
    command->add_flag("--check", arguments_.check, "change nothing; list what would change and end with status 1");
    command->add_flag("--diff", arguments_.diff, "change nothing; show the lines that would change");
  }
  void add_new() {
    CLI::App* command = add("new", "start a course that builds, with one of each main block");
    command->add_option("NAME", arguments_.name, "the new folder; its name becomes the course's id")->required();
    command->add_option("--lang", arguments_.lang, "en, zh-Hant, zh-Hans or ja")->type_name("LANG");
  }
  void add_blocks() {
    CLI::App* command = add("blocks", "list the blocks, or explain one");
    command->add_option("NAME", arguments_.name, "a block");
  }
  void add_explain() {
    CLI::App* command = add("explain", "explain a diagnostic or a block");
    command->add_option("NAME", arguments_.name, "its name")->required();
  }
  void add_outputs() {
    CLI::App* command = add("outputs", "list what a build would write");
    command->add_option("COURSE", arguments_.courses, "a course folder, or one lesson ending in .md")->expected(0, 1);
    add_only(command);
    add_edition(command);
    add_source(command);
  }
  void add_dump() {
    CLI::App* command = add("dump", "print what a stage of the compiler makes of a course");
    command->add_option("COURSE", arguments_.courses, "a course folder, or one lesson ending in .md")->expected(0, 1);
    command->add_option("--stage", arguments_.stage, std::string(driver::stage_names))->required()->type_name("STAGE");
    add_selection(command);
  }

  void add_schema() {
    CLI::App* command = add("schema", "print the JSON Schema of a YAML file, for editors");
    command->add_option("WHICH", arguments_.name, "course, terms, run or theme")->required();
  }
  void add_reference() {
    CLI::App* command = add("reference", "print a document that is made from the program itself");
    command->add_option("WHICH", arguments_.name, "authoring, diagnostics or names (of diagnostics)")->required();
  }

  Arguments arguments_;
  CLI::App app_;
};

ExitStatus fail(const Failure& failure, driver::Console& console) {
  print_failure(console, failure);
  return ExitStatus::wrong_usage;
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

/// All option names that fit where the user stands.
std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  const auto add = [&names](const CLI::App& each) {
    for (const CLI::Option* option : each.get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  };
  add(app);
  for (const CLI::App* command : app.get_subcommands()) add(*command);
  return names;
}

std::vector<std::string> command_names(CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

/// What is wrong with a command line that CLI11 could not read.
Failure explain_error(CLI::App& app, const CLI::ParseError& error) {
  for (const std::string& argument : app.remaining(true)) {
    if (argument.starts_with("-")) {
      const std::vector<std::string> known = option_names(app);
      return unknown_name("option", argument.substr(0, argument.find('=')), views(known));
    }
    if (app.get_subcommands().empty()) {
      const std::vector<std::string> known = command_names(app);
      return unknown_name("command", argument, views(known));
    }
  }
  std::string message = error.what();
  if (!message.empty() && message.back() == '.') message.pop_back();
  return {FailureReason::usage, message + " (see `comb --help`)"};
}

ExitStatus print_blocks(const std::string& name, driver::Console& console) {
  if (name.empty()) {
    console.write(reference::blocks_overview());
    return ExitStatus::fine;
  }
  const std::string help = reference::block_help(name);
  if (help.empty()) {
    std::vector<std::string_view> known;
    for (const blocks::BlockKind* kind : blocks::all_kinds()) known.push_back(kind->name);
    return fail(unknown_name("block", name, known), console);
  }
  console.write(help);
  return ExitStatus::fine;
}

ExitStatus print_explanation(const std::string& name, driver::Console& console) {
  const std::string text = reference::explain(name);
  if (text.empty()) {
    std::vector<std::string_view> known;
    for (const DiagnosticKind* kind : reference::all_diagnostic_kinds()) known.push_back(kind->name);
    for (const blocks::BlockKind* kind : blocks::all_kinds()) known.push_back(kind->name);
    return fail(unknown_name("diagnostic or block", name, known), console);
  }
  console.write(text);
  return ExitStatus::fine;
}

ExitStatus print_reference(const std::string& which, driver::Console& console) {
  if (which == "authoring") {
    console.write(reference::authoring_reference());
  } else if (which == "diagnostics") {
    console.write(reference::diagnostics_reference());
  } else if (which == "names") {
    for (const DiagnosticKind* kind : reference::all_diagnostic_kinds()) console.write(std::string(kind->name) + "\n");
  } else {
    return fail(unknown_name("document", which, {"authoring", "diagnostics", "names"}), console);
  }
  return ExitStatus::fine;
}

ExitStatus print_schema(const std::string& which, driver::Console& console) {
  const std::string text = reference::yaml_schema(which);
  if (text.empty()) return fail(unknown_name("schema", which, {"course", "terms", "run", "theme"}), console);
  console.write(text);
  return ExitStatus::fine;
}

ExitStatus format(const Arguments& arguments, const driver::BuildOptions& options, driver::Console& console) {
  using Mode = driver::FormatOptions::Mode;
  Mode mode = Mode::write;
  if (arguments.check) mode = Mode::check;
  if (arguments.diff) mode = Mode::diff;
  return driver::format_files({.paths = options.courses, .mode = mode, .speech = options.speech}, console);
}

ExitStatus dispatch(const CommandLine& line, const Surroundings& surroundings, driver::Console& console) {
  const Arguments& arguments = line.arguments();
  const std::string command = line.chosen();
  Result<driver::BuildOptions> options = read_options(arguments, surroundings);
  if (!options) return fail(options.failure(), console);
  if (command == "new") return driver::make_new_course(arguments.name, arguments.lang, console);
  if (command == "blocks") return print_blocks(arguments.name, console);
  if (command == "explain") return print_explanation(arguments.name, console);
  if (command == "schema") return print_schema(arguments.name, console);
  if (command == "reference") return print_reference(arguments.name, console);

  if (options->courses.empty()) options->courses.emplace_back(".");
  if (command == "watch") {
    using Rest = driver::WatchOptions::Rest;
    return driver::watch({.build = *options, .rest = arguments.pdf ? Rest::always : Rest::on_demand}, console);
  }
  if (command == "fmt") return format(arguments, *options, console);
  if (command == "build") return driver::build(*options, driver::Publishing::on, console);
  if (command == "check") return driver::build(*options, driver::Publishing::off, console);
  if (command == "outputs") return driver::list_outputs(*options, console);
  const std::optional<driver::Stage> stage = driver::stage_named(arguments.stage);
  if (!stage) {
    return fail(unknown_name("stage", arguments.stage, {"document", "course", "edition", "pages", "deck"}), console);
  }
  return driver::dump(*options, *stage, console);
}

} // namespace

ExitStatus run(const std::vector<std::string>& arguments, const Surroundings& surroundings, driver::Console& console) {
  CommandLine line;
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // as CLI11 wants a vector
    line.app().parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    console.write(line.app().help());
    return ExitStatus::fine;
  } catch (const CLI::CallForVersion&) {
    console.write("comb " + std::string(driver::version()) + "\n");
    return ExitStatus::fine;
  } catch (const CLI::ParseError& error) {
    return fail(explain_error(line.app(), error), console);
  }
  return dispatch(line, surroundings, console);
}

} // namespace comb::cli
