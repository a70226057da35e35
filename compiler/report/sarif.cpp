// Diagnostics as SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines of a change.
#include "base/json.hpp"
#include "base/utf8.hpp"

#include "report/place.hpp"

#include <map>

namespace comb::report {

namespace {

/// A relative path as a URI reference (RFC 3986): every byte but unreserved ones and `/` as `%XX`.
std::string to_uri(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string uri;
  for (const char each : path) {
    if (plain.find(each) != std::string_view::npos) {
      uri += each;
      continue;
    }
    const auto byte = static_cast<unsigned char>(each);
    uri += '%';
    uri += digits[byte >> 4U];
    uri += digits[byte & 0xFU];
  }
  return uri;
}

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

Json text_object(std::string_view text) {
  return Json::object().set("text", text);
}

Json region_of(const Place& place) {
  Json region = Json::object();
  region.set("startLine", place.begin.line);
  region.set("startColumn", place.begin.column);
  region.set("endLine", place.end.line);
  region.set("endColumn", place.end.column);
  return region;
}

Json physical_location(const Place& place) {
  Json location = Json::object();
  location.set("artifactLocation", Json::object().set("uri", to_uri(place.path)));
  location.set("region", region_of(place));
  return location;
}

Json locations_of(const Diagnostic& diagnostic, const Batch& batch) {
  Json locations = Json::array();
  if (const std::optional<Place> place = find_place(diagnostic.span, batch)) {
    locations.push(Json::object().set("physicalLocation", physical_location(*place)));
  }
  return locations;
}

Json notes_of(const Diagnostic& diagnostic, const Batch& batch) {
  Json notes = Json::array();
  int id = 0;
  for (const Note& note : diagnostic.notes) {
    Json location = Json::object();
    location.set("id", ++id);
    if (const std::optional<Place> place = find_place(note.span, batch)) {
      location.set("physicalLocation", physical_location(*place));
    }
    location.set("message", text_object(note.message));
    notes.push(std::move(location));
  }
  return notes;
}

/// All changes of a finding as one fix: one entry a file, as the schema asks.
Json fixes_of(const Diagnostic& diagnostic, const Batch& batch) {
  std::map<std::string, Json> replacements;
  for (const FixIt& fix : diagnostic.fixes) {
    const std::optional<Place> place = find_place(fix.span, batch);
    if (!place) continue;
    Json replacement = Json::object();
    replacement.set("deletedRegion", region_of(*place));
    replacement.set("insertedContent", text_object(fix.replacement));
    replacements[to_uri(place->path)].push(std::move(replacement));
  }
  Json changes = Json::array();
  for (auto& [uri, list] : replacements) {
    Json change = Json::object();
    change.set("artifactLocation", Json::object().set("uri", uri));
    change.set("replacements", std::move(list));
    changes.push(std::move(change));
  }
  if (replacements.empty()) return Json::array();
  Json fix = Json::object();
  fix.set("description", text_object(help_of(diagnostic)));
  fix.set("artifactChanges", std::move(changes));
  return Json::array().push(std::move(fix));
}

using RuleIndices = std::map<std::string_view, int>;

Json result_of(const Diagnostic& diagnostic, const Batch& batch, const RuleIndices& rules) {
  Json result = Json::object();
  result.set("ruleId", diagnostic.kind->name);
  result.set("ruleIndex", rules.at(diagnostic.kind->name));
  result.set("level", level_of(diagnostic.kind->severity));
  std::string message = diagnostic.message;
  if (!diagnostic.help.empty()) message += "\n" + diagnostic.help;
  result.set("message", text_object(message));
  result.set("locations", locations_of(diagnostic, batch));
  if (!diagnostic.notes.empty()) result.set("relatedLocations", notes_of(diagnostic, batch));
  if (!diagnostic.fixes.empty()) result.set("fixes", fixes_of(diagnostic, batch));
  return result;
}

Json rule_of(const DiagnosticKind& kind) {
  Json rule = Json::object();
  rule.set("id", kind.name);
  rule.set("shortDescription", text_object(kind.help.empty() ? kind.name : kind.help));
  if (!kind.explain.empty()) {
    Json help = text_object(kind.explain);
    help.set("markdown", kind.explain);
    rule.set("help", std::move(help));
  }
  rule.set("defaultConfiguration", Json::object().set("level", level_of(kind.severity)));
  return rule;
}

std::map<std::string_view, const DiagnosticKind*> kinds_of(std::span<const Batch> batches) {
  std::map<std::string_view, const DiagnosticKind*> kinds;
  for (const Batch& batch : batches) {
    for (const Diagnostic& diagnostic : batch.found) kinds.emplace(diagnostic.kind->name, diagnostic.kind);
  }
  return kinds;
}

} // namespace

std::string render_sarif(std::span<const Batch> batches) {
  Json rules = Json::array();
  RuleIndices indices;
  for (const auto& [name, kind] : kinds_of(batches)) {
    indices.emplace(name, static_cast<int>(indices.size()));
    rules.push(rule_of(*kind));
  }
  Json results = Json::array();
  for (const Batch& batch : batches) {
    for (const Diagnostic& diagnostic : batch.found) results.push(result_of(diagnostic, batch, indices));
  }
  Json driver = Json::object();
  driver.set("name", "comb");
  driver.set("rules", std::move(rules));
  Json run = Json::object();
  run.set("tool", Json::object().set("driver", std::move(driver)));
  run.set("columnKind", "unicodeCodePoints");
  run.set("results", std::move(results));
  Json log = Json::object();
  log.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  log.set("version", "2.1.0");
  log.set("runs", Json::array().push(std::move(run)));
  return to_text(log, JsonStyle::indented);
}

} // namespace comb::report
