// The pipeline. It reads from top to bottom like a recipe; each step is one stage of ARCHITECTURE.md.
#include "driver/compile.hpp"

#include "assemble/assemble.hpp"
#include "base/parallel.hpp"
#include "blocks/block_kind.hpp"
#include "check/check.hpp"
#include "diagnostics/suggest.hpp"
#include "driver/layouts.hpp"
#include "leak/leak.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <tuple>

namespace comb::driver {

using model::EditionKind;
using model::EditionSet;

namespace {

using Outputs = std::vector<const emit::OutputKind*>;

bool is_wanted(EditionKind kind, const BuildOptions& options) {
  return options.editions.empty() || std::ranges::find(options.editions, kind) != options.editions.end();
}

/// The editions that `outputs` need for what is asked for.
EditionSet editions_needed(const Outputs& outputs, const BuildOptions& options) {
  EditionSet needed;
  for (const emit::OutputKind* output : outputs) {
    for (const EditionKind kind : output->editions) {
      if (is_wanted(kind, options)) needed = needed | EditionSet{kind};
    }
  }
  return with_quoted(needed);
}

std::vector<std::string> paths_of(std::span<const emit::OutputKind* const> outputs, const model::Course& course) {
  std::vector<std::string> all;
  for (const emit::OutputKind* output : outputs) {
    const std::vector<std::string> paths = output->paths(course, {});
    all.insert(all.end(), paths.begin(), paths.end());
  }
  std::ranges::sort(all);
  return all;
}

Status find_lesson(const model::Course& course, const std::string& id) {
  if (id.empty()) return {};
  std::vector<std::string_view> known;
  for (const model::CoursePart& part : course.parts) {
    for (const model::Lesson& lesson : part.lessons) known.emplace_back(lesson.id);
  }
  if (std::ranges::find(known, id) != known.end()) return {};
  const auto nearest = nearest_name(id, known);
  return Failure{FailureReason::usage, "the course has no lesson `" + id + "`" +
                                           (nearest ? "; did you mean `" + *nearest + "`?" : std::string())};
}

/// Exams and keys are made for each variant by itself.
bool is_paper(EditionKind kind) {
  return kind == EditionKind::exam || kind == EditionKind::key;
}

/// The papers of all exams; none where one lesson alone is asked for, which has no exam.
std::vector<emit::Paper> make_papers(const check::CheckedCourse& course, EditionSet needed,
                                     const BuildOptions& options) {
  std::vector<emit::Paper> papers;
  if (!options.lesson.empty()) return papers;
  for (const EditionKind kind : {EditionKind::exam, EditionKind::key}) {
    if (needed.has(kind)) std::ranges::move(papers_of(course, kind), std::back_inserter(papers));
  }
  return papers;
}

std::map<EditionKind, edition::Edition> make_editions(const check::CheckedCourse& course, EditionSet needed,
                                                      const BuildOptions& options) {
  std::map<EditionKind, edition::Edition> editions;
  for (const EditionKind kind : model::all_edition_kinds) {
    if (needed.has(kind) && !is_paper(kind)) editions.try_emplace(kind);
  }
  // An edition alone, as `watch` makes it, has all threads for its lessons.
  const int threads_of_edition = editions.size() == 1 ? options.threads : 1;
  std::vector<std::function<void()>> tasks;
  for (auto& [kind, edition] : editions) {
    tasks.emplace_back([&course, &options, threads_of_edition, kind = kind, &edition = edition] {
      edition = edition::make_edition(course, {.kind = kind, .lang = course.course().info.lang}, threads_of_edition);
      if (!options.lesson.empty()) keep_lesson(edition, options.lesson);
    });
  }
  run_all(tasks, options.threads);
  return editions;
}

/// Runs the outputs side by side and puts their files together in the order of their paths.
std::vector<emit::Artifact> emit_all(const Outputs& outputs, const emit::EmitContext& context,
                                     const BuildOptions& options, Diagnostics& found) {
  std::vector<std::optional<WithDiagnostics<std::vector<emit::Artifact>>>> results(outputs.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t index = 0; index < outputs.size(); ++index) {
    tasks.emplace_back([&, index] { results[index] = outputs[index]->emit(context, options.editions); });
  }
  run_all(tasks, options.threads);

  std::vector<emit::Artifact> artifacts;
  for (auto& result : results) {
    append(found, std::move(result->diagnostics));
    std::ranges::move(result->value, std::back_inserter(artifacts));
  }
  std::ranges::stable_sort(artifacts, {}, &emit::Artifact::path);
  return artifacts;
}

/// Opening fonts takes as long as a small course; shaped words are kept with them.
Result<typeset::Fonts> load_fonts(const Compiled& compiled, Memory* memory) {
  const theme::FontNames& names = compiled.theme.theme.fonts;
  if (memory == nullptr) return typeset::Fonts::load(names, compiled.lang);
  const std::string key =
      names.sans + '\n' + names.serif + '\n' + names.mono + '\n' + names.symbols + '\n' + compiled.lang;
  if (!memory->fonts || memory->font_key != key) {
    Result<typeset::Fonts> fonts = typeset::Fonts::load(names, compiled.lang);
    if (!fonts) return fonts.failure();
    memory->fonts = *fonts;
    memory->font_key = key;
  }
  return *memory->fonts;
}

/// Slides that `memory` has for `theme`. They are taken out of it: what goes wrong on the way leaves none.
SlideMemory take_slides(Memory* memory, const theme::Theme& theme) {
  SlideMemory slides;
  if (memory != nullptr) slides = std::exchange(memory->slides, {});
  if (slides.theme != theme) slides = {.theme = theme, .decks = {}, .written = {}};
  return slides;
}

/// Leaves the slides of this run to the next one. Those of the run before are freed with `compiled`. `written` is what
/// was written before this run: a deck that was laid out for the guide alone, and so not written, must not be found
/// together with it.
void keep_slides(emit::EmitContext& context, SlideMemory slides, const emit::Memory& written, Memory& memory,
                 Compiled& compiled) {
  for (auto& [kind, deck] : context.decks) {
    const auto before_run = written.decks.find(kind);
    const bool is_written = before_run == written.decks.end() || slides.written.decks[kind] != before_run->second;
    if (!is_written) slides.written.decks.erase(kind);
    typeset::DeckMemory made{.edition = std::move(context.editions.at(kind)), .deck = std::move(deck)};
    typeset::DeckMemory before = std::exchange(slides.decks[kind], std::move(made));
    compiled.leftovers.push_back(std::make_shared<const typeset::DeckMemory>(std::move(before)));
  }
  memory.slides = std::move(slides);
}

/// Leaves what was laid out to be freed with `compiled`.
void keep_layouts(emit::EmitContext& context, Compiled& compiled) {
  auto layouts = std::make_tuple(std::move(context.editions), std::move(context.decks), std::move(context.books),
                                 std::move(context.papers));
  compiled.leftovers.push_back(std::make_shared<const decltype(layouts)>(std::move(layouts)));
}

/// Everything behind the gate: editions, layouts, files, leak scan.
Status produce(const check::CheckedCourse& course, const Outputs& outputs, const BuildOptions& options, Memory* memory,
               Compiled& compiled) {
  const words::Words& words = words::words_for(compiled.lang);
  const Result<typeset::Fonts> fonts = load_fonts(compiled, memory);
  if (!fonts) return fonts.failure();

  SlideMemory slides = take_slides(memory, compiled.theme.theme);
  emit::EmitContext context{.course = course,
                            .theme = compiled.theme.theme,
                            .words = words,
                            .fonts = *fonts,
                            .threads = outputs.size() == 1 ? options.threads : 1,
                            .memory = memory == nullptr ? nullptr : &slides.written};
  const EditionSet needed = editions_needed(outputs, options);
  context.editions = make_editions(course, needed, options);
  context.papers = make_papers(course, needed, options);
  append(compiled.diagnostics, lay_out(context, options.threads, &slides.decks));
  if (has_errors(compiled.diagnostics)) return {};

  const emit::Memory written = slides.written;
  compiled.artifacts = emit_all(outputs, context, options, compiled.diagnostics);
  append(compiled.diagnostics, leak::scan(compiled.artifacts, compiled.secrets, options.threads));
  if (memory != nullptr) keep_slides(context, std::move(slides), written, *memory, compiled);
  keep_layouts(context, compiled);
  return {};
}

} // namespace

Result<Compiled> compile(const source::FileSystem& files, const std::string& entry, const BuildOptions& options,
                         Memory* memory) {
  Result<Outputs> outputs = outputs_wanted(options);
  if (!outputs) return outputs.failure();

  Compiled compiled;
  auto [loaded, found] = syntax::load_course(
      files, {.entry = entry, .run_path = options.run, .remembered = memory == nullptr ? nullptr : &memory->documents});
  auto [course, wrong] =
      assemble::assemble(loaded, blocks::all_kinds(),
                         {.lang = options.lang, .remembered = memory == nullptr ? nullptr : &memory->pictures});
  append(found, std::move(wrong));
  compiled.loaded = std::move(loaded);
  compiled.course_id = course.info.id;
  compiled.lang = course.info.lang;
  compiled.all_paths = paths_of(emit::all_outputs(), course);
  compiled.claimed_paths = paths_of(*outputs, course);
  if (const Status no_lesson = find_lesson(course, options.lesson)) return *no_lesson;

  Result<LoadedTheme> theme = load_theme(compiled.loaded, course.info.theme, options.theme_folder);
  if (!theme) return theme.failure();
  compiled.theme = std::move(*theme);
  append(found, compiled.theme.course_diagnostics);

  const auto find_secrets = [&compiled](const model::Course& complete) {
    auto [secrets, repeated] = leak::find_secrets(complete);
    compiled.secrets = std::move(secrets);
    return std::move(repeated); // before the gate, so that a course can allow it with a reason
  };
  check::CheckResult checked =
      check::check(std::move(course), std::move(found), {.threads = options.threads, .also = find_secrets});
  compiled.diagnostics = std::move(checked.diagnostics);
  if (checked.checked && !has_errors(compiled.theme.theme_diagnostics)) {
    if (const Status failed = produce(*checked.checked, *outputs, options, memory, compiled)) return *failed;
    compiled.leftovers.push_back(std::make_shared<const check::CheckedCourse>(*checked.checked));
  }
  sort_for_report(compiled.diagnostics);
  return compiled;
}

Result<std::vector<const emit::OutputKind*>> outputs_wanted(const BuildOptions& options) {
  std::vector<std::string_view> known;
  for (const emit::OutputKind* output : emit::all_outputs()) known.push_back(output->name);
  for (const std::string& name : options.only) {
    if (std::ranges::find(known, name) != known.end()) continue;
    const auto nearest = nearest_name(name, known);
    return Failure{FailureReason::usage, "there is no output `" + name + "`" +
                                             (nearest ? "; did you mean `" + *nearest + "`?" : std::string())};
  }
  std::vector<const emit::OutputKind*> wanted;
  for (const emit::OutputKind* output : emit::all_outputs()) {
    const bool is_named = options.only.empty() || std::ranges::find(options.only, output->name) != options.only.end();
    const bool has_edition =
        std::ranges::any_of(output->editions, [&options](EditionKind kind) { return is_wanted(kind, options); });
    if (is_named && has_edition) wanted.push_back(output);
  }
  return wanted;
}

void keep_lesson(edition::Edition& edition, const std::string& id) {
  for (model::CoursePart& part : edition.parts) {
    std::erase_if(part.lessons, [&id](const model::Lesson& lesson) { return lesson.id != id; });
  }
  std::erase_if(edition.parts, [](const model::CoursePart& part) { return part.lessons.empty(); });
}

} // namespace comb::driver
