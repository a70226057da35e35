// A hidden goal that another player can read on their own card is none.
#include "check/check.hpp"
#include "check/letter_text.hpp"
#include "check/parts_walk.hpp"

#include <algorithm>

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

std::vector<const model::Card*> players_of(const model::Box& box) {
  std::vector<const model::Card*> players;
  for (const model::Part& part : box.children) {
    const auto* card = std::get_if<model::Card>(&part.content);
    if (card != nullptr && !is_observers(*card)) players.push_back(card);
  }
  return players;
}

/// Compared paragraph by paragraph, so that the place is that of what is told.
void check_secret(const model::Part& secret, const model::Card& owner, const std::vector<const model::Card*>& players,
                  Diagnostics& found) {
  const std::u32string hidden = letters_on({secret});
  for (const model::Card* other : players) {
    if (other == &owner) continue;
    const std::u32string known = letters_on(other->front) + U'\n' + letters_on(other->secret);
    if (weight_of(longest_shared(hidden, known)) < telling_weight) continue;
    found.push_back({.kind = &role_secret_told,
                     .span = secret.span,
                     .message = "what `" + owner.name + "` hides stands on the card of `" + other->name + "`, too"});
    return;
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  walk_parts(course, [&](const model::Part& part) {
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) return;
    const std::vector<const model::Card*> players = players_of(*box);
    for (const model::Card* owner : players) {
      for (const model::Part& secret : owner->secret) check_secret(secret, *owner, players, found);
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
