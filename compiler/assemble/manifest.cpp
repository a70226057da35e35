// course.yaml, terms.yaml and a run file, read with their schemas.
#include "assemble/manifest.hpp"

#include "assemble/kinds.hpp"
#include "assemble/manifest_keys.hpp"
#include "assemble/yaml_mapping.hpp"
#include "base/utf8.hpp"
#include "source/file_system.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

using schema::FieldType;
using syntax::Yaml;

namespace {

constexpr DiagnosticKind language_version{
    .name = "language-version",
    .severity = Severity::error,
    .help = "write `language: 1`",
    .explain = "`language` is the version of the course language. This compiler reads version 1.\n",
};
constexpr DiagnosticKind bad_clock_time{
    .name = "bad-clock-time",
    .severity = Severity::error,
    .help = "write hours and minutes: `start: \"09:00\"`",
};
constexpr DiagnosticKind not_yet_read{
    .name = "not-yet-read",
    .severity = Severity::info,
    .help = "it is checked for its form and kept in the source; nothing is made from it yet",
    .explain = "This version of the compiler knows the key but makes nothing from it yet.\n",
};
constexpr DiagnosticKind bad_name{
    .name = "bad-name",
    .severity = Severity::error,
    .help = "use lower-case letters, digits and hyphens, a letter first",
};
constexpr std::array<const DiagnosticKind*, 4> kinds = {&bad_clock_time, &bad_name, &language_version, &not_yet_read};

void read_variables(CourseState& state, std::span<const syntax::YamlEntry> entries) {
  for (const syntax::YamlEntry& entry : entries) {
    const std::string* value = entry.value.scalar();
    if (value != nullptr) state.variables[entry.key] = *value;
  }
}

void read_group(CourseState& state, const Mapping& manifest) {
  const Yaml* group = manifest.find("group");
  if (group == nullptr) return;
  const Mapping sizes = read_mapping(*group, group_keys(), "`group`", state.diagnostics);
  state.course.info.group = model::GroupSize{.min = sizes.scalars().integer("min").value_or(0),
                                             .max = sizes.scalars().integer("max").value_or(0)};
}

void read_course_allows(CourseState& state, const Mapping& manifest) {
  for (const syntax::YamlEntry& entry : manifest.entries("allow")) {
    const std::string* reason = entry.value.scalar();
    state.course.allows.push_back({.span = entry.key_span,
                                   .scope = {},
                                   .whole_course = true,
                                   .name = entry.key,
                                   .reason = reason == nullptr ? std::string() : *reason});
  }
}

std::vector<PartPlan> read_parts(CourseState& state, const Mapping& manifest) {
  std::vector<PartPlan> parts;
  for (const Yaml& element : manifest.elements("parts")) {
    const Mapping part = read_mapping(element, part_keys(), "a part", state.diagnostics);
    PartPlan plan{.id = part.text("id"),
                  .title = fill_variables(state, part.text("title"), part.scalars().span("title")),
                  .lessons = {}};
    if (!plan.id.empty()) {
      state.course.definitions.push_back(
          {.span = part.scalars().span("id"), .id = plan.id, .what = "part", .title = plan.title});
    } else {
      plan.id = "part-" + std::to_string(parts.size() + 1);
      state.course.definitions.push_back(
          {.span = part.scalars().span("title"), .id = plan.id, .what = "part", .title = plan.title});
    }
    for (const schema::RawValue& path : part.list("lessons")) {
      plan.lessons.push_back({.path = source::resolve_path("course.yaml", path.text), .span = path.value_span});
    }
    parts.push_back(std::move(plan));
  }
  return parts;
}

std::optional<std::chrono::minutes> clock_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto hours = schema::read_number(text.substr(0, colon));
  const auto minutes = schema::read_number(text.substr(colon + 1));
  const bool is_time =
      hours && minutes && *hours >= 0 && *hours < 24 && *minutes >= 0 && *minutes < 60 && text.size() == colon + 3;
  if (!is_time) return std::nullopt;
  return std::chrono::minutes(static_cast<int>(*hours) * 60 + static_cast<int>(*minutes));
}

void read_days(CourseState& state, const Mapping& manifest) {
  for (const Yaml& element : manifest.elements("days")) {
    const Mapping written = read_mapping(element, day_keys(), "a day", state.diagnostics);
    model::Day day{.span = element.span};
    if (written.scalars().has("start")) {
      const auto start = clock_time(written.text("start"));
      if (!start) {
        state.report({.kind = &bad_clock_time,
                      .span = written.scalars().span("start"),
                      .message = "`" + written.text("start") + "` is not a time of day"});
      }
      day.start = start.value_or(day.start);
    }
    if (const auto minutes = written.scalars().time("minutes")) day.minutes = minutes->total;
    day.lessons = written.texts("lessons");
    for (const Yaml& pause : written.elements("breaks")) {
      const Mapping read = read_mapping(pause, break_keys(), "a break", state.diagnostics);
      const auto time = read.scalars().time("minutes");
      day.breaks.push_back({.after = read.text("after"), .time = time ? time->total : std::chrono::minutes(0)});
    }
    state.course.days.push_back(std::move(day));
  }
}

void check_outputs(CourseState& state, const Mapping& manifest) {
  for (const syntax::YamlEntry& entry : manifest.entries("outputs")) {
    state.report({.kind = &not_yet_read,
                  .span = entry.key_span,
                  .message = "`outputs: " + entry.key + "` has no effect yet: say `--only` on the command line"});
  }
}

void read_terms(CourseState& state) {
  if (!state.loaded.terms) return;
  const auto* entries = state.loaded.terms->mapping();
  if (entries == nullptr) {
    read_mapping(*state.loaded.terms, {}, "the term sheet", state.diagnostics);
    return;
  }
  for (const syntax::YamlEntry& entry : *entries) {
    if (!schema::is_id(entry.key)) {
      state.report(
          {.kind = &bad_name, .span = entry.key_span, .message = "`" + entry.key + "` is not a key for a term"});
    }
    const Mapping term = read_mapping(entry.value, term_keys(), "the term `" + entry.key + "`", state.diagnostics);
    state.course.terms.push_back({.span = entry.key_span,
                                  .key = entry.key,
                                  .use = term.text("use"),
                                  .gloss = term.text("gloss"),
                                  .text = term.text("text"),
                                  .forms = term.texts("forms"),
                                  .avoid = term.texts("avoid"),
                                  .scope = term.text("scope"),
                                  .except = term.texts("except")});
    if (!term.text("scope").empty()) {
      state.course.references.push_back({.span = term.scalars().span("scope"), .target = term.text("scope")});
    }
  }
}

void read_run(CourseState& state, Plan& plan) {
  if (!state.loaded.run) return;
  const Mapping run = read_mapping(*state.loaded.run, run_keys(), "the run file", state.diagnostics);
  const words::Words& words = *state.words;
  for (const std::string_view key : {"client", "trainer", "city", "logo"}) {
    if (run.scalars().has(key)) state.course.info.delivery[std::string(key)] = run.text(key);
  }
  std::string dates;
  for (const std::string& date : run.texts("dates"))
    dates += (dates.empty() ? "" : std::string(words.list_comma)) + date;
  if (!dates.empty()) state.course.info.delivery["dates"] = dates;
  for (const auto& [key, value] : state.course.info.delivery) state.variables[key] = value;
  read_variables(state, run.entries("variables"));
  for (const schema::RawValue& lesson : run.list("drop")) {
    plan.dropped.insert(lesson.text);
    plan.dropped_span = lesson.value_span;
  }
}

/// A course of one lesson, named after its file.
Plan plan_single_lesson(CourseState& state, const std::string& lang) {
  Plan plan;
  if (state.loaded.lesson_paths.empty()) return plan;
  const std::string& path = state.loaded.lesson_paths.front();
  const std::size_t slash = path.rfind('/');
  std::string stem = slash == std::string::npos ? path : path.substr(slash + 1);
  stem = stem.substr(0, stem.rfind('.'));
  state.course.info.id = schema::is_id(stem) && stem != "build" ? stem : "lesson";
  const auto file = state.loaded.sources.find(path);
  const bool can_guess = lang.empty() && file.has_value();
  state.course.info.lang = can_guess ? guess_language(state.loaded.sources.file(*file).text()) : lang;
  plan.parts.push_back({.id = "part-1", .title = {}, .lessons = {{.path = path, .span = {}}}});
  return plan;
}

} // namespace

std::span<const DiagnosticKind* const> manifest_diagnostics() {
  return kinds;
}

Plan read_manifest(CourseState& state, const std::string& lang) {
  Plan plan;
  if (!state.loaded.manifest) {
    plan = plan_single_lesson(state, lang);
    state.words = &words::words_for(state.course.info.lang);
    read_terms(state);
    read_run(state, plan);
    return plan;
  }
  const Mapping manifest = read_mapping(*state.loaded.manifest, manifest_keys(), "course.yaml", state.diagnostics);
  model::CourseInfo& info = state.course.info;
  info.id = manifest.text("id", "course");
  info.lang = lang.empty() ? manifest.text("lang", "en") : lang;
  state.words = &words::words_for(info.lang);
  if (manifest.scalars().integer("language").value_or(1) != 1) {
    state.report({.kind = &language_version,
                  .span = manifest.scalars().span("language"),
                  .message = "this compiler does not read version `" + manifest.text("language") + "`"});
  }
  read_variables(state, manifest.entries("variables"));
  read_run(state, plan);
  info.title = fill_variables(state, manifest.text("title"), manifest.scalars().span("title"));
  info.subtitle = fill_variables(state, manifest.text("subtitle"), manifest.scalars().span("subtitle"));
  info.version = manifest.text("version");
  info.licence = manifest.text("licence");
  info.authors = manifest.texts("authors");
  info.audience = manifest.text("audience");
  info.theme = manifest.text("theme", "default");
  read_group(state, manifest);
  read_course_allows(state, manifest);
  plan.parts = read_parts(state, manifest);
  read_days(state, manifest);
  plan.exams = read_exams(state, manifest);
  check_outputs(state, manifest);
  read_terms(state);
  return plan;
}

LessonMatter read_front_matter(CourseState& state, const syntax::Document& document) {
  LessonMatter matter;
  if (!document.front_matter) return matter;
  const Mapping written = read_mapping(*document.front_matter, front_matter_keys(), "front matter", state.diagnostics);
  matter.id = written.text("id");
  matter.id_span = written.scalars().span("id");
  if (const auto time = written.scalars().time("time")) matter.time = time->total;
  const auto length = static_cast<std::uint32_t>(state.loaded.sources.file(document.file).text().size());
  for (const syntax::YamlEntry& entry : written.entries("allow")) {
    const std::string* reason = entry.value.scalar();
    state.course.allows.push_back({.span = entry.key_span,
                                   .scope = {.file = document.file, .begin = 0, .end = length},
                                   .name = entry.key,
                                   .reason = reason == nullptr ? std::string() : *reason});
  }
  return matter;
}

std::string guess_language(std::string_view text) {
  // Frequent characters whose two forms differ.
  static const std::u32string simplified = U"们这国说时会对学为来个问题话听让";
  static const std::u32string traditional = U"們這國說時會對學為來個問題話聽讓";
  int han = 0;
  int kana = 0;
  int latin = 0;
  int balance = 0;
  for (const char32_t character : to_utf32(text)) {
    if (character >= 0x4E00 && character <= 0x9FFF) ++han;
    if (character >= 0x3041 && character <= 0x30FF && character != U'・') ++kana;
    if ((character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z')) ++latin;
    if (simplified.find(character) != std::u32string::npos) --balance;
    if (traditional.find(character) != std::u32string::npos) ++balance;
  }
  // A Chinese character says about as much as three letters.
  if ((han + kana) * 3 <= latin) return "en";
  // Japanese is half kana; a Chinese text has a name or two in it at most.
  if (kana * 4 > han) return "ja";
  return balance < 0 ? "zh-Hans" : "zh-Hant";
}

} // namespace comb::assemble
