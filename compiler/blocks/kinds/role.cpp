// A role of a role play: private to its own card and the guide.
#include "blocks/cards.hpp"

#include <algorithm>
#include <iterator>

namespace comb::blocks {

namespace {

constexpr DiagnosticKind role_without_name{
    .name = "role-without-name",
    .severity = Severity::error,
    .help = "name the role behind the word: `::: role 顧客`",
};
constexpr DiagnosticKind role_without_text{
    .name = "role-without-text",
    .severity = Severity::error,
    .help = "say on the card who one is and what one wants; `> …` sets the hidden goal apart",
};

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  if (context.title().empty()) {
    context.report({.kind = &role_without_name, .span = context.span(), .message = "this role has no name"});
  }
  model::Card card = make_card(context, context.title());
  for (const syntax::Node& node : directive.children) {
    const auto* quote = std::get_if<syntax::Quote>(&node.content);
    if (quote == nullptr) {
      std::ranges::move(context.lower({node}), std::back_inserter(card.front));
    } else {
      std::ranges::move(context.lower(quote->children), std::back_inserter(card.secret));
    }
  }
  if (card.front.empty() && card.secret.empty()) {
    context.report({.kind = &role_without_text, .span = context.span(), .message = "this role's card is empty"});
  }
  model::Parts parts;
  parts.push_back({.span = context.span(), .editions = context.kind().editions, .content = std::move(card)});
  return parts;
}

} // namespace

extern const BlockKind role_kind;
const BlockKind role_kind{
    .name = "role",
    .summary = "One role of a role play, on a card of its own.",
    .help =
        "The title is the role's name. Everything in the body is private to this card and the guide; a quote in it is "
        "set apart as the hidden goal. What all may know stands in the role play itself.\n",
    .example =
        ":::: roleplay The silent customer\n"
        "A quiet afternoon in a phone shop.\n\n"
        "::: role Customer {#customer}\n"
        "You are buying a first phone for your mother.\n\n"
        "> You talk only after one concrete question.\n"
        ":::\n"
        "::::\n",
    .parents = {"roleplay"},
    .fields = {{.name = "copies",
                .type = schema::FieldType::integer,
                .help = "how many cards to print",
                .min_value = 1,
                .max_value = 200}},
    .labels = {{"en", "Role card"}, {"zh-Hant", "角色卡"}, {"zh-Hans", "角色卡"}},
    .editions = {model::EditionKind::cards, model::EditionKind::guide},
    .diagnostics = {&role_without_name, &role_without_text},
    .lower = lower,
};

} // namespace comb::blocks
