// Searches finished files for secrets, after taking off what hides text: entities, streams, encodings.
#include "base/utf8.hpp"
#include "leak/kinds.hpp"
#include "leak/leak.hpp"
#include "leak/pdf_text.hpp"
#include "leak/text_index.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

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

/// Markup once with its tags (attributes, comments, scripts) and once without, since a tag inside a word would part it.
std::vector<std::string> readings_of_markup(std::string_view html) {
  std::string without_tags;
  without_tags.reserve(html.size());
  for (std::size_t at = 0; at < html.size();) {
    const std::size_t tag = std::min(html.find('<', at), html.size());
    without_tags.append(html.substr(at, tag - at));
    const std::size_t end = html.find('>', tag);
    at = end == std::string_view::npos ? html.size() : end + 1;
  }
  return {normalised(decoded_markup(html)), normalised(decoded_markup(without_tags))};
}

std::vector<std::string> readings(const emit::Artifact& artifact) {
  std::vector<std::string> all;
  if (artifact.path.ends_with(".pdf")) {
    all.push_back(normalised(decoded_pdf_text(artifact.bytes)));
  } else {
    all = readings_of_markup(artifact.bytes);
  }
  all.push_back(normalised(artifact.path));
  for (const std::string& text : artifact.learner_text) all.push_back(normalised(text));
  return all;
}

} // namespace

Diagnostics scan(std::span<const emit::Artifact> artifacts, std::span<const Secret> secrets) {
  std::vector<std::string_view> texts;
  for (const Secret& secret : secrets) texts.push_back(secret.text);
  const TextIndex index(texts);
  Diagnostics found;
  for (const emit::Artifact& artifact : artifacts) {
    if (!model::learner_editions.has(artifact.edition)) continue;
    std::set<Span> places;
    for (const std::string& text : readings(artifact)) {
      for (const std::size_t secret : index.find(text)) places.insert(secrets[secret].span);
    }
    for (const Span& place : places) {
      found.push_back({.kind = &secret_leaked,
                       .span = place,
                       .message = "this text for trainers would stand in `" + artifact.path + "`"});
    }
  }
  sort_for_report(found);
  return found;
}

std::span<const DiagnosticKind* const> diagnostic_kinds() {
  return kinds;
}

} // namespace comb::leak
