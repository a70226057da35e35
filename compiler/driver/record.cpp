// What goes into `build.json`, and what stays out: anything that differs between machines.
#include "driver/record.hpp"

#include "base/digest.hpp"
#include "base/json.hpp"
#include "driver/version.hpp"

#include <map>

namespace comb::driver {

namespace {

Json names(const std::vector<std::string>& list) {
  Json array = Json::array();
  for (const std::string& name : list) array.push(name);
  return array;
}

Json options_of(const BuildOptions& options) {
  Json editions = Json::array();
  for (const model::EditionKind kind : options.editions) editions.push(model::name_of(kind));
  Json object = Json::object();
  object.set("only", names(options.only));
  object.set("editions", std::move(editions));
  object.set("lesson", options.lesson);
  object.set("run", options.run);
  object.set("lang", options.lang);
  return object;
}

/// Digests by path; a map, for the order in which files were read means nothing.
std::map<std::string, std::string> inputs_of(const Compiled& compiled) {
  std::map<std::string, std::string> digests;
  for (const source::SourceFile& file : compiled.loaded.sources.files()) {
    digests.emplace(file.path(), sha256_hex(file.text()));
  }
  for (const auto& [path, bytes] : compiled.loaded.assets) digests.emplace(path, sha256_hex(bytes));
  for (const auto& [path, bytes] : compiled.theme.theme.files) {
    digests.emplace("theme:" + compiled.theme.theme.name + "/" + path, sha256_hex(bytes));
  }
  return digests;
}

} // namespace

std::string build_record(const Compiled& compiled, const BuildOptions& options,
                         const std::vector<PublishedFile>& outputs) {
  Json inputs = Json::array();
  for (const auto& [path, digest] : inputs_of(compiled)) {
    inputs.push(Json::object().set("path", path).set("sha256", digest));
  }
  Json written = Json::array();
  for (const PublishedFile& file : outputs) {
    Json entry = Json::object();
    entry.set("path", file.path).set("size", static_cast<std::int64_t>(file.size)).set("sha256", file.sha256);
    written.push(std::move(entry));
  }
  Json record = Json::object();
  record.set("comb", version());
  record.set("course", compiled.course_id);
  record.set("lang", compiled.lang);
  record.set("options", options_of(options));
  record.set("inputs", std::move(inputs));
  record.set("outputs", std::move(written));
  return to_text(record, JsonStyle::indented);
}

} // namespace comb::driver
