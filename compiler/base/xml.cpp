// Reading XML; the only user of pugixml.
#include "base/xml.hpp"

#include "base/utf8.hpp"

#include <pugixml.hpp>

#include <algorithm>

namespace comb {

namespace {

Failure failure(std::string message) {
  return {FailureReason::other, std::move(message)};
}

/// Copies `from`; false where it goes too deep.
bool copy(const pugi::xml_node& from, XmlNode& to, std::size_t depth_left) {
  if (depth_left == 0) return false;
  to.name = from.name();
  for (const pugi::xml_attribute& attribute : from.attributes()) {
    to.attributes.emplace_back(attribute.name(), attribute.value());
  }
  for (const pugi::xml_node& child : from.children()) {
    if (child.type() == pugi::node_element) {
      if (!copy(child, to.children.emplace_back(), depth_left - 1)) return false;
    } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      to.children.push_back({.name = {}, .text = child.value(), .attributes = {}, .children = {}});
    }
  }
  return true;
}

bool has_doctype_or_instruction(const pugi::xml_document& document) {
  return std::ranges::any_of(document.children(), [](const pugi::xml_node& node) {
    return node.type() == pugi::node_doctype || node.type() == pugi::node_pi;
  });
}

} // namespace

std::string_view XmlNode::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

Result<XmlNode> read_xml(std::string_view bytes, std::size_t max_depth) {
  if (first_bad_byte(bytes)) return failure("it is not UTF-8");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype | pugi::parse_pi;
  const pugi::xml_parse_result parsed = document.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8);
  if (!parsed) {
    const std::string_view before =
        bytes.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, parsed.offset)));
    return failure("line " + std::to_string(1 + std::ranges::count(before, '\n')) + " is not well-formed XML");
  }
  if (has_doctype_or_instruction(document)) return failure("it has a DOCTYPE or a processing instruction");
  const pugi::xml_node root = document.document_element();
  if (!root) return failure("it has no element");
  XmlNode tree;
  if (!copy(root, tree, max_depth))
    return failure("its elements are nested more than " + std::to_string(max_depth) + " deep");
  return tree;
}

} // namespace comb
