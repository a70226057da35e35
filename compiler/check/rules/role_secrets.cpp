// A hidden goal that another player can read on their own card is none.
#include "check/check.hpp"
#include "check/letter_text.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace comb::check {

namespace {

constexpr DiagnosticKind role_secret_told{
    .name = "role-secret-told",
    .severity = Severity::warning,
    .help = "keep what is quoted in a role on this role's card alone; what all may know stands in the role play's body",
    .explain =
        "What a role quotes (`> …`) is its hidden goal. Where a long stretch of it stands on the card of another role, "
        "too, there is nothing left to find out, and the role play is a reading.\n",
};

// As much as a dozen ideographs or some five English words: less than that is shared by chance.
constexpr std::size_t telling_weight = 24;

std::u32string letters_on(const model::Parts& parts) {
  std::string text;
  walk_parts(parts, [&](const model::Part& part) {
    inlines_of(part, [&](const text::Inlines& inlines) { text += text::plain_text(inlines) + "\n"; });
  });
  return letters_of(text);
}

/// An observer may read what the players hide.
bool is_observers(const model::Card& card) {
  return std::ranges::any_of(card.front, [](const model::Part& part) {
    const auto* checklist = std::get_if<model::Checklist>(&part.content);
    return checklist != nullptr && checklist->seen_columns;
  });
}

/// A player's card, and what can be read on it.
struct Player {
  const model::Card* card = nullptr;
  std::u32string letters;
  std::unordered_set<std::u32string_view> stretches; ///< of `letters`
};

std::vector<Player> players_of(const model::Box& box) {
  std::vector<Player> players;
  for (const model::Part& part : box.children) {
    const auto* card = std::get_if<model::Card>(&part.content);
    if (card != nullptr && !is_observers(*card)) players.push_back({.card = card, .letters = {}, .stretches = {}});
  }
  if (players.size() < 2) return {};
  for (Player& player : players) { // not before: the stretches point into letters that must not move
    player.letters = letters_on(player.card->front) + U'\n' + letters_on(player.card->secret);
    const std::vector<std::u32string_view> stretches = stretches_of_weight(player.letters, telling_weight);
    player.stretches = {stretches.begin(), stretches.end()};
  }
  return players;
}

/// Compared paragraph by paragraph, so that the place is that of what is told.
void check_secret(const model::Part& secret, const model::Card& owner, const std::vector<Player>& players,
                  Diagnostics& found) {
  const std::u32string hidden = letters_on({secret});
  const std::vector<std::u32string_view> stretches = stretches_of_weight(hidden, telling_weight);
  for (const Player& other : players) {
    if (other.card == &owner) continue;
    const bool is_told =
        std::ranges::any_of(stretches, [&](std::u32string_view stretch) { return other.stretches.contains(stretch); });
    if (!is_told) continue;
    found.push_back(
        {.kind = &role_secret_told,
         .span = secret.span,
         .message = "what `" + owner.name + "` hides stands on the card of `" + other.card->name + "`, too"});
    return;
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  walk_parts(course, [&](const model::Part& part) {
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) return;
    const std::vector<Player> players = players_of(*box);
    for (const Player& owner : players) {
      for (const model::Part& secret : owner.card->secret) check_secret(secret, *owner.card, players, found);
    }
  });
  return found;
}

} // namespace

extern const Rule role_secrets_rule;
const Rule role_secrets_rule{
    .name = "role-secrets",
    .diagnostics = {&role_secret_told},
    .run = run,
};

} // namespace comb::check
