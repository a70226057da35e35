// Searches finished files for secrets, after taking off what hides text: entities, streams, encodings.
#include "base/utf8.hpp"
#include "leak/kinds.hpp"
#include "leak/leak.hpp"

#include <array>
#include <charconv>
#include <set>
#include <unordered_map>

namespace comb::leak {

namespace {

constexpr std::array<const DiagnosticKind*, 2> kinds = {&trainer_text_repeated, &secret_leaked};

/// Secrets by their first bytes, so that a text of any length is passed over once.
class Index {
 public:
  explicit Index(std::span<const Secret> secrets) {
    for (const Secret& secret : secrets) {
      if (secret.text.size() >= window) by_beginning_[hash(secret.text.substr(0, window))].push_back(&secret);
    }
  }

  std::set<const Secret*> find(std::string_view text) const {
    std::set<const Secret*> found;
    if (text.size() < window || by_beginning_.empty()) return found;
    std::uint64_t rolling = hash(text.substr(0, window));
    for (std::size_t at = 0;; ++at) {
      look(text, at, rolling, found);
      if (at + window >= text.size()) break;
      rolling = (rolling - byte(text[at]) * highest_power) * base + byte(text[at + window]);
    }
    return found;
  }

 private:
  static constexpr std::size_t window = 12; // bytes; every secret has at least twelve characters
  static constexpr std::uint64_t base = 1099511628211ULL;
  static constexpr std::uint64_t highest_power = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 1; i < window; ++i) power *= base;
    return power;
  }();
  static std::uint64_t byte(char c) { return static_cast<unsigned char>(c); }
  static std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0;
    for (const char c : text) value = value * base + byte(c);
    return value;
  }
  void look(std::string_view text, std::size_t at, std::uint64_t rolling, std::set<const Secret*>& found) const {
    const auto candidates = by_beginning_.find(rolling);
    if (candidates == by_beginning_.end()) return;
    for (const Secret* secret : candidates->second) {
      if (text.substr(at, secret->text.size()) == secret->text) found.insert(secret);
    }
  }

  std::unordered_map<std::uint64_t, std::vector<const Secret*>> by_beginning_; // looked up only, never walked
};

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
  const Index index(secrets);
  Diagnostics found;
  for (const emit::Artifact& artifact : artifacts) {
    if (!model::learner_editions.has(artifact.edition)) continue;
    std::set<Span> places;
    for (const std::string& text : readings(artifact)) {
      for (const Secret* secret : index.find(text)) places.insert(secret->span);
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
