// The limits of a source file that hold before, or while, its blocks form (docs: safety). One place for the numbers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace comb::syntax::limits {

inline constexpr std::size_t file_bytes = 4U << 20U;
inline constexpr std::size_t line_bytes = 16U << 10U;
inline constexpr std::size_t paragraph_bytes = 64U << 10U;
inline constexpr std::size_t paragraph_brackets = 1000; ///< cmark-gfm is quadratic in images without an end
inline constexpr std::size_t directive_depth = 32;
inline constexpr std::size_t depth = 64;
inline constexpr std::size_t table_columns = 64;
inline constexpr std::size_t table_cells = 20'000;
inline constexpr std::size_t file_cells = 100'000;
inline constexpr std::size_t file_marks = 300'000; ///< lines, and `*`, `[`, `:` and their like: each may become a node
inline constexpr std::size_t file_blocks = 200'000;
inline constexpr std::size_t reference_bytes = 64U << 20U; ///< what link definitions may grow to where they are used
inline constexpr std::size_t yaml_bytes = 64U << 10U;
inline constexpr std::size_t yaml_depth = 16;
inline constexpr std::size_t include_depth = 16;
inline constexpr std::size_t include_count = 10'000;
inline constexpr std::uint64_t total_bytes = 64U << 20U;
inline constexpr std::uint64_t asset_bytes = 50U << 20U;

} // namespace comb::syntax::limits
