// Cards.
#include "blocks/cards.hpp"

namespace comb::blocks {

model::Card make_card(LoweringContext& context, std::string name) {
  model::Card card{.id = context.id(), .name = std::move(name), .label = context.label(context.kind().name)};
  card.set = context.enclosing_title("roleplay");
  card.set_meta = context.lesson_number();
  card.secret_label = std::string(context.words().only_you_know);
  card.copies = context.values().integer("copies").value_or(1);
  return card;
}

} // namespace comb::blocks
