// One visitor made of several lambdas, for exhaustive `std::visit`.
#pragma once

namespace comb {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

// clang 14 does not deduce aggregates through bases, so it is told.
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace comb
