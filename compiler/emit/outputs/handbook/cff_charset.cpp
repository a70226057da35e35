// The charset of a CFF font program: which CID each glyph has.
#include "emit/outputs/handbook/cff_charset.hpp"

#include <array>
#include <cstddef>

namespace comb::emit::handbook {

namespace {

constexpr int charset_operator = 15;
constexpr int ros_operator = 12 * 256 + 30;

/// Reads big-endian numbers; past the end it gives zeros and remembers.
class Reader {
 public:
  explicit Reader(std::string_view data, std::size_t at = 0) : data_(data), at_(at) {}

  std::uint32_t read(std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) value = value << 8U | next();
    return value;
  }
  std::size_t position() const { return at_; }
  void go_to(std::size_t position) { at_ = position; }
  bool is_past_end() const { return is_past_end_; }

 private:
  std::uint32_t next() {
    if (at_ >= data_.size()) {
      is_past_end_ = true;
      return 0;
    }
    return static_cast<unsigned char>(data_[at_++]);
  }

  std::string_view data_;
  std::size_t at_;
  bool is_past_end_ = false;
};

struct IndexRange {
  std::size_t first_begin = 0, first_end = 0; ///< of the first object
  std::size_t end = 0;                        ///< of the whole index
};

/// Section 5 of the note.
IndexRange read_index(Reader& reader) {
  const std::uint32_t count = reader.read(2);
  if (count == 0) return {reader.position(), reader.position(), reader.position()};
  const std::uint32_t offset_size = reader.read(1);
  const std::size_t offsets = reader.position();
  const std::size_t base = offsets + (std::size_t{count} + 1) * offset_size - 1;
  const std::uint32_t first = reader.read(offset_size);
  const std::uint32_t second = reader.read(offset_size);
  reader.go_to(offsets + std::size_t{count} * offset_size);
  const std::size_t end = base + reader.read(offset_size);
  reader.go_to(end);
  return {base + first, base + second, end};
}

struct TopDictionary {
  bool is_cid_keyed = false;
  std::uint32_t charset = 0;
};

/// Section 4: operands come before their operator. Only the last integer matters here.
TopDictionary read_top_dictionary(std::string_view data) {
  TopDictionary found;
  Reader reader(data);
  std::int64_t operand = 0;
  while (reader.position() < data.size() && !reader.is_past_end()) {
    const std::uint32_t b = reader.read(1);
    if (b <= 21) {
      const int op = b == 12 ? static_cast<int>(12 * 256 + reader.read(1)) : static_cast<int>(b);
      if (op == ros_operator) found.is_cid_keyed = true;
      if (op == charset_operator) found.charset = static_cast<std::uint32_t>(operand);
    } else if (b == 28) {
      operand = static_cast<std::int16_t>(reader.read(2));
    } else if (b == 29) {
      operand = static_cast<std::int32_t>(reader.read(4));
    } else if (b == 30) {
      while (!reader.is_past_end() && (reader.read(1) & 0xfU) != 0xfU) {
      }
    } else if (b <= 246) {
      operand = static_cast<std::int64_t>(b) - 139;
    } else if (b <= 250) {
      operand = (static_cast<std::int64_t>(b) - 247) * 256 + reader.read(1) + 108;
    } else {
      operand = -(static_cast<std::int64_t>(b) - 251) * 256 - reader.read(1) - 108;
    }
  }
  return found;
}

} // namespace

std::optional<std::vector<std::uint16_t>> cff_charset(std::string_view data, std::size_t glyph_count) {
  if (data.size() < 4) return std::nullopt;
  Reader reader(data, static_cast<unsigned char>(data[2]));
  read_index(reader); // names
  const IndexRange top = read_index(reader);
  if (reader.is_past_end() || top.first_end > data.size() || top.first_begin > top.first_end) return std::nullopt;
  const TopDictionary dictionary = read_top_dictionary(data.substr(top.first_begin, top.first_end - top.first_begin));
  std::vector<std::uint16_t> cids;
  if (!dictionary.is_cid_keyed) return cids;

  reader.go_to(dictionary.charset);
  cids.push_back(0);
  const std::uint32_t format = reader.read(1);
  while (cids.size() < glyph_count && !reader.is_past_end()) {
    const std::uint32_t first = reader.read(2);
    const std::uint32_t more = format == 0 ? 0 : reader.read(format == 1 ? 1 : 2);
    for (std::uint32_t i = 0; i <= more && cids.size() < glyph_count; ++i) {
      cids.push_back(static_cast<std::uint16_t>(first + i));
    }
  }
  if (reader.is_past_end()) return std::nullopt;
  return cids;
}

} // namespace comb::emit::handbook
