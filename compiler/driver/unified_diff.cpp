// What a change does to a text, line by line.
#include "driver/format_files.hpp"

#include <algorithm>
#include <span>

namespace comb::driver {

namespace {

constexpr std::size_t context_lines = 3;
// More lines than these between the common ends are shown as one change: the table below grows with their product.
constexpr std::size_t most_compared = 4000;

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

struct Line {
  char sign; ///< ` `, `-` or `+`
  std::string_view text;
};

/// The longest common subsequence, by the textbook's table, of what lies between the common ends.
void compare(std::span<const std::string_view> before, std::span<const std::string_view> after,
             std::vector<Line>& out) {
  const std::size_t rows = before.size();
  const std::size_t columns = after.size();
  if (rows > most_compared || columns > most_compared) {
    for (const std::string_view line : before) out.push_back({'-', line});
    for (const std::string_view line : after) out.push_back({'+', line});
    return;
  }
  std::vector<std::uint16_t> table((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t row, std::size_t column) -> std::uint16_t& {
    return table[row * (columns + 1) + column];
  };
  for (std::size_t row = rows; row-- > 0;) {
    for (std::size_t column = columns; column-- > 0;) {
      at(row, column) = before[row] == after[column] ? static_cast<std::uint16_t>(at(row + 1, column + 1) + 1)
                                                     : std::max(at(row + 1, column), at(row, column + 1));
    }
  }
  std::size_t row = 0;
  std::size_t column = 0;
  while (row < rows || column < columns) {
    if (row < rows && column < columns && before[row] == after[column]) {
      out.push_back({' ', before[row]});
      ++row;
      ++column;
    } else if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      out.push_back({'-', before[row++]});
    } else {
      out.push_back({'+', after[column++]});
    }
  }
}

std::vector<Line> all_lines(const Lines& before, const Lines& after) {
  std::size_t same_front = 0;
  while (same_front < before.size() && same_front < after.size() && before[same_front] == after[same_front]) {
    ++same_front;
  }
  std::size_t same_back = 0;
  while (same_back < before.size() - same_front && same_back < after.size() - same_front &&
         before[before.size() - 1 - same_back] == after[after.size() - 1 - same_back]) {
    ++same_back;
  }
  std::vector<Line> all;
  for (std::size_t i = 0; i < same_front; ++i) all.push_back({' ', before[i]});
  compare(std::span(before).subspan(same_front, before.size() - same_front - same_back),
          std::span(after).subspan(same_front, after.size() - same_front - same_back), all);
  for (std::size_t i = before.size() - same_back; i < before.size(); ++i) all.push_back({' ', before[i]});
  return all;
}

std::string range(std::size_t begin, std::size_t count) {
  return std::to_string(count == 0 ? begin : begin + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

} // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Line> all = all_lines(lines_of(before), lines_of(after));
  std::string out = "--- " + path + "\n+++ " + path + "\n";
  std::size_t old_line = 0; // lines of each text before `at`
  std::size_t new_line = 0;
  std::size_t at = 0;
  while (at < all.size()) {
    if (all[at].sign == ' ') {
      const bool is_near =
          std::any_of(all.begin() + static_cast<std::ptrdiff_t>(at),
                      all.begin() + static_cast<std::ptrdiff_t>(std::min(at + context_lines + 1, all.size())),
                      [](const Line& line) { return line.sign != ' '; });
      if (!is_near) {
        ++at;
        ++old_line;
        ++new_line;
        continue;
      }
    }
    // A hunk ends where no change comes within two contexts.
    std::size_t end = at;
    for (std::size_t i = at, quiet = 0; i < all.size() && quiet <= 2 * context_lines; ++i) {
      quiet = all[i].sign == ' ' ? quiet + 1 : 0;
      if (quiet <= context_lines) end = i + 1;
    }
    std::string body;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    for (std::size_t i = at; i < end; ++i) {
      body += all[i].sign + std::string(all[i].text) + "\n";
      if (all[i].sign != '+') ++old_count;
      if (all[i].sign != '-') ++new_count;
    }
    out += "@@ -" + range(old_line, old_count) + " +" + range(new_line, new_count) + " @@\n" + body;
    old_line += old_count;
    new_line += new_count;
    at = end;
  }
  return out;
}

} // namespace comb::driver
