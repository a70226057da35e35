// The first stages once more, with their outlines printed.
#include "driver/inspect.hpp"

#include "assemble/assemble.hpp"
#include "blocks/block_kind.hpp"
#include "check/check.hpp"
#include "driver/compile.hpp"
#include "driver/layouts.hpp"
#include "driver/location.hpp"
#include "report/report.hpp"
#include "source/file_system.hpp"
#include "syntax/load_course.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace comb::driver {

using model::EditionKind;

namespace {

/// A course as far as assembly takes it, with what was found on the way.
struct Assembled {
  syntax::LoadedCourse loaded;
  model::Course course;
  Diagnostics found;
  std::string path_prefix;
};

Result<Assembled> assemble_course(const BuildOptions& options) {
  const Result<CourseLocation> location = locate_course(options.courses.front());
  if (!location) return location.failure();
  const Result<source::DiskFileSystem> disk = source::DiskFileSystem::open(location->root);
  if (!disk) return disk.failure();
  auto [loaded, found] =
      syntax::load_course(*disk, {.entry = location->entry, .run_path = locate_run(options.run, *location)});
  auto [course, wrong] = assemble::assemble(loaded, blocks::all_kinds(), {.lang = options.lang});
  append(found, std::move(wrong));
  return Assembled{std::move(loaded), std::move(course), std::move(found), location->path_prefix};
}

ExitStatus fail(const Failure& failure, Console& console) {
  print_failure(console, failure);
  return failure.reason == FailureReason::usage ? ExitStatus::wrong_usage : ExitStatus::world_failed;
}

/// Prints what was found; returns what the status is for it.
ExitStatus print_found(Diagnostics found, const Assembled& assembled, const SpeechOptions& speech, Console& console) {
  sort_for_report(found);
  const std::array<report::Batch, 1> batches = {report::Batch{found, assembled.loaded.sources, assembled.path_prefix}};
  console.write_error(report::render(batches, speech.format, speech.colors));
  return has_errors(found) ? ExitStatus::course_errors : ExitStatus::fine;
}

std::string dump_documents(const syntax::LoadedCourse& loaded) {
  std::string text;
  for (const auto& [path, document] : loaded.documents) {
    text += path + "\n" + syntax::dump(*document, loaded.sources.file(document->file));
  }
  return text;
}

EditionKind kind_to_dump(const BuildOptions& options, Stage stage) {
  if (!options.editions.empty()) return options.editions.front();
  return stage == Stage::pages ? EditionKind::workbook : EditionKind::slides;
}

std::map<EditionKind, edition::Edition> editions_to_dump(const check::CheckedCourse& course, EditionKind wanted) {
  std::map<EditionKind, edition::Edition> editions;
  const model::EditionSet needed = with_quoted({wanted});
  for (const EditionKind kind : model::all_edition_kinds) {
    if (!needed.has(kind)) continue;
    editions.emplace(kind, edition::make_edition(course, {.kind = kind, .lang = course.course().info.lang}));
  }
  return editions;
}

/// The papers of all exams, one after the other.
ExitStatus dump_papers(emit::EmitContext& context, const Assembled& assembled, const BuildOptions& options,
                       Console& console) {
  const ExitStatus status = print_found(lay_out(context, options.threads), assembled, options.speech, console);
  for (const emit::Paper& paper : context.papers) console.write(typeset::dump(paper.pages));
  return status;
}

/// The stages behind the gate.
ExitStatus dump_layout(const check::CheckedCourse& course, Assembled& assembled, const BuildOptions& options,
                       Stage stage, Console& console) {
  const EditionKind wanted = kind_to_dump(options, stage);
  std::map<EditionKind, edition::Edition> editions = editions_to_dump(course, wanted);
  if (!options.lesson.empty()) {
    for (auto& [kind, edition] : editions) keep_lesson(edition, options.lesson);
  }
  const bool is_paper = wanted == EditionKind::exam || wanted == EditionKind::key;
  std::vector<emit::Paper> papers = is_paper ? papers_of(course, wanted) : std::vector<emit::Paper>();
  if (stage == Stage::edition && is_paper) {
    for (const emit::Paper& paper : papers) console.write(edition::dump(paper.edition));
    return ExitStatus::fine;
  }
  if (stage == Stage::edition) {
    console.write(edition::dump(editions.at(wanted)));
    return ExitStatus::fine;
  }
  const model::CourseInfo& info = course.course().info;
  const Result<LoadedTheme> theme = load_theme(assembled.loaded, info.theme, options.theme_folder);
  if (!theme) return fail(theme.failure(), console);
  const Result<typeset::Fonts> fonts = typeset::Fonts::load(theme->theme.fonts, info.lang);
  if (!fonts) return fail(fonts.failure(), console);

  emit::EmitContext context{
      .course = course, .theme = theme->theme, .words = words::words_for(info.lang), .fonts = *fonts};
  context.papers = std::move(papers);
  if (is_paper && stage == Stage::pages) return dump_papers(context, assembled, options, console);
  context.editions = std::move(editions);
  const ExitStatus status = print_found(lay_out(context, options.threads), assembled, options.speech, console);
  const auto deck = context.decks.find(wanted);
  const auto book = context.books.find(wanted);
  if (stage == Stage::deck && deck != context.decks.end()) {
    console.write(typeset::dump(deck->second));
  } else if (stage == Stage::pages && book != context.books.end()) {
    console.write(typeset::dump(book->second));
  } else {
    return fail({FailureReason::usage, "the edition `" + std::string(model::name_of(wanted)) + "` has no such stage"},
                console);
  }
  return status;
}

} // namespace

ExitStatus list_outputs(const BuildOptions& options, Console& console) {
  const Result<std::vector<const emit::OutputKind*>> outputs = outputs_wanted(options);
  if (!outputs) return fail(outputs.failure(), console);
  Result<Assembled> assembled = assemble_course(options);
  if (!assembled) return fail(assembled.failure(), console);
  const ExitStatus status = print_found(assembled->found, *assembled, options.speech, console);
  if (status != ExitStatus::fine) return status;

  std::set<std::string> paths = {"build.json"};
  for (const emit::OutputKind* output : *outputs) {
    for (std::string& path : output->paths(assembled->course, options.editions)) paths.insert(std::move(path));
  }
  const model::CourseInfo& info = assembled->course.info;
  for (const std::string& path : paths) {
    console.write(options.out + "/" + info.id + "/" + info.lang + "/" + path + "\n");
  }
  return status;
}

std::optional<Stage> stage_named(std::string_view name) {
  if (name == "document") return Stage::document;
  if (name == "course") return Stage::course;
  if (name == "edition") return Stage::edition;
  if (name == "pages") return Stage::pages;
  if (name == "deck") return Stage::deck;
  return std::nullopt;
}

ExitStatus dump(const BuildOptions& options, Stage stage, Console& console) {
  Result<Assembled> assembled = assemble_course(options);
  if (!assembled) return fail(assembled.failure(), console);
  if (stage == Stage::document) {
    console.write(dump_documents(assembled->loaded));
    return print_found(assembled->found, *assembled, options.speech, console);
  }
  if (stage == Stage::course) {
    console.write(model::dump(assembled->course));
    return print_found(assembled->found, *assembled, options.speech, console);
  }
  check::CheckResult checked =
      check::check(std::move(assembled->course), std::move(assembled->found), {.threads = options.threads});
  const ExitStatus status = print_found(std::move(checked.diagnostics), *assembled, options.speech, console);
  if (!checked.checked) return status;
  return dump_layout(*checked.checked, *assembled, options, stage, console);
}

} // namespace comb::driver
