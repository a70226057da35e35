// Diagnostics as one JSON array, for editors and scripts.
#include "base/json.hpp"

#include "report/place.hpp"

namespace comb::report {

namespace {

void set_place(Json& object, Span span, const Batch& batch) {
  const std::optional<Place> place = find_place(span, batch);
  if (!place) {
    for (const char* name : {"file", "line", "column", "end_line", "end_column"}) object.set(name, Json());
    return;
  }
  object.set("file", place->path);
  object.set("line", place->begin.line);
  object.set("column", place->begin.column);
  object.set("end_line", place->end.line);
  object.set("end_column", place->end.column);
}

Json to_json(const Diagnostic& diagnostic, const Batch& batch) {
  Json object = Json::object();
  object.set("name", diagnostic.kind->name);
  object.set("severity", name_of(diagnostic.kind->severity));
  set_place(object, diagnostic.span, batch);
  object.set("message", diagnostic.message);
  object.set("help", help_of(diagnostic));
  Json notes = Json::array();
  for (const Note& note : diagnostic.notes) {
    Json item = Json::object();
    set_place(item, note.span, batch);
    item.set("message", note.message);
    notes.push(std::move(item));
  }
  object.set("notes", std::move(notes));
  Json fixes = Json::array();
  for (const FixIt& fix : diagnostic.fixes) {
    Json item = Json::object();
    set_place(item, fix.span, batch);
    item.set("replacement", fix.replacement);
    fixes.push(std::move(item));
  }
  object.set("fixes", std::move(fixes));
  return object;
}

} // namespace

std::string render_json(std::span<const Batch> batches) {
  Json all = Json::array();
  for (const Batch& batch : batches) {
    for (const Diagnostic& diagnostic : batch.found) all.push(to_json(diagnostic, batch));
  }
  return to_text(all, JsonStyle::indented);
}

} // namespace comb::report
