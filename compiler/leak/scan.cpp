// Searches finished files for secrets, after taking off what hides text: entities, streams, encodings.
#include "base/utf8.hpp"
#include "leak/kinds.hpp"
#include "leak/leak.hpp"
#include "leak/pdf_text.hpp"
#include "leak/text_index.hpp"

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

std::string decoded_markup(std::string_view html) {
  constexpr std::size_t longest_entity = 10;
  std::string text;
  text.reserve(html.size());
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] == '&') {
      const std::size_t end = html.find(';', at);
      if (end != std::string_view::npos && end - at <= longest_entity) {
        append_entity(html.substr(at + 1, end - at - 1), text);
        at = end;
        continue;
      }
    }
    if (html[at] == '\\' && html.substr(at).starts_with("\\u") && at + 6 <= html.size()) {
      std::uint32_t value = 0;
      const auto end = std::from_chars(html.data() + at + 2, html.data() + at + 6, value, 16).ptr;
      if (end == html.data() + at + 6) {
        append_utf8(text, value);
        at += 5;
        continue;
      }
    }
    text += html[at];
  }
  return text;
}

/// Markup once with its tags (attributes, comments, scripts) and once without, since a tag inside a word would part it.
std::vector<std::string> readings_of_markup(std::string_view html) {
  std::string without_tags;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) without_tags += c;
    if (c == '>') in_tag = false;
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
