// Searches finished files for secrets, after taking off what hides text: entities, streams, encodings.
#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "leak/kinds.hpp"
#include "leak/leak.hpp"
#include "leak/pdf_text.hpp"
#include "leak/text_index.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace comb::leak {

namespace {

constexpr std::array<const DiagnosticKind*, 2> kinds = {&trainer_text_repeated, &secret_leaked};

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 6> entities = {Entity{"amp", "&"},   Entity{"lt", "<"},   Entity{"gt", ">"},
                                            Entity{"quot", "\""}, Entity{"apos", "'"}, Entity{"nbsp", " "}};

/// `&amp;`, `&#39;`, `&#x4e00;` and, in scripts, `\u4e00` as the characters that they stand for.
void append_entity(std::string_view name, std::string& text) {
  for (const Entity& entity : entities) {
    if (entity.name == name) text += entity.text;
  }
  if (!name.starts_with('#')) return;
  const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
  append_utf8(text, value);
}

/// What stands at `at`, if it is an entity or an escape of scripts: its text goes to `text`. How many bytes it takes; 0
/// for none.
std::size_t decode_escape(std::string_view html, std::size_t at, std::string& text) {
  constexpr std::size_t longest_entity = 10;
  if (html[at] == '&') {
    const std::size_t length = html.substr(at, longest_entity + 1).find(';');
    if (length == std::string_view::npos) return 0;
    append_entity(html.substr(at + 1, length - 1), text);
    return length + 1;
  }
  constexpr std::size_t escape_size = 6;
  if (!html.substr(at).starts_with("\\u") || at + escape_size > html.size()) return 0;
  std::uint32_t value = 0;
  const char* const end = html.data() + at + escape_size;
  if (std::from_chars(html.data() + at + 2, end, value, 16).ptr != end) return 0;
  append_utf8(text, value);
  return escape_size;
}

std::string decoded_markup(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  std::size_t run = 0; // where what stands for itself begins
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '&' && html[at] != '\\') {
      ++at;
      continue;
    }
    text.append(html.substr(run, at - run));
    const std::size_t taken = decode_escape(html, at, text);
    run = at + taken;
    at = std::max(run, at + 1);
  }
  text.append(html.substr(run));
  return text;
}

std::string without_tags(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    text.append(html.substr(at, tag - at));
    const std::size_t end = html.find('>', tag);
    at = end == std::string_view::npos ? html.size() : end + 1;
  }
  return text;
}

/// One way to read a file.
using Reading = std::function<std::string()>;

/// Markup once with its tags (attributes, comments, scripts) and once without, since a tag inside a word would part it.
std::vector<Reading> readings_of(const emit::Artifact& artifact) {
  std::vector<Reading> all;
  if (artifact.path.ends_with(".pdf")) {
    all.emplace_back([&artifact] { return decoded_pdf_text(artifact.bytes); });
  } else {
    all.emplace_back([&artifact] { return decoded_markup(artifact.bytes); });
    all.emplace_back([&artifact] { return decoded_markup(without_tags(artifact.bytes)); });
  }
  all.emplace_back([&artifact] { return artifact.path; });
  for (const std::string& text : artifact.learner_text) all.emplace_back([&text] { return text; });
  return all;
}

/// The places of the secrets that stand in one file.
using Places = std::set<Span>;

} // namespace

Diagnostics scan(std::span<const emit::Artifact> artifacts, std::span<const Secret> secrets, int threads) {
  std::vector<std::string_view> texts;
  for (const Secret& secret : secrets) texts.push_back(secret.text);
  const TextIndex index(texts);
  std::vector<std::pair<const emit::Artifact*, Reading>> readings;
  for (const emit::Artifact& artifact : artifacts) {
    if (!model::learner_editions.has(artifact.edition)) continue;
    for (Reading& reading : readings_of(artifact)) readings.emplace_back(&artifact, std::move(reading));
  }
  std::vector<std::set<std::size_t>> found_in(readings.size());
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    tasks.emplace_back([&, i] { found_in[i] = index.find(normalised(readings[i].second())); });
  }
  run_all(tasks, threads);

  std::map<std::string_view, Places> places; // by path
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const std::size_t secret : found_in[i]) places[readings[i].first->path].insert(secrets[secret].span);
  }
  Diagnostics found;
  for (const auto& [path, spans] : places) {
    for (const Span& place : spans) {
      found.push_back({.kind = &secret_leaked,
                       .span = place,
                       .message = "this text for trainers would stand in `" + std::string(path) + "`"});
    }
  }
  sort_for_report(found);
  return found;
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  return kinds;
}

} // namespace comb::leak
