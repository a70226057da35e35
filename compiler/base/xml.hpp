// Reading XML, through pugixml, into a small tree of our own.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace comb {

/// An element, or a piece of text, whose name is empty.
struct XmlNode {
  std::string name; ///< with its prefix, as written
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes; ///< in document order
  std::vector<XmlNode> children;
  bool operator==(const XmlNode&) const = default;

  bool is_text() const { return name.empty(); }
  /// The value of the attribute `wanted`, empty where there is none.
  std::string_view attribute(std::string_view wanted) const;
};

/// The root element of `bytes`, which must be UTF-8. Comments are dropped; entities other than XML's own five,
/// a DOCTYPE and processing instructions after the declaration are refused, and so is nesting deeper than
/// `max_depth`. A failure says what is wrong, with the line.
Result<XmlNode> read_xml(std::string_view bytes, std::size_t max_depth = 64);

} // namespace comb
