// Reading XML: the tree, and what is refused.
#include "base/xml.hpp"

#include <doctest/doctest.h>

using namespace comb;

TEST_CASE("elements, attributes and text come in their order") {
  const auto root = read_xml("<?xml version=\"1.0\"?><!-- c --><a x=\"1&amp;2\">b<c/><![CDATA[<d>]]></a>");
  REQUIRE(static_cast<bool>(root));
  CHECK(root->name == "a");
  CHECK(root->attribute("x") == "1&2");
  CHECK(root->attribute("y").empty());
  REQUIRE(root->children.size() == 3);
  CHECK(root->children[0].text == "b");
  CHECK(root->children[1].name == "c");
  CHECK(root->children[2].text == "<d>");
}

TEST_CASE("what is not plain, sound and shallow XML is refused, with the reason") {
  const auto message = [](std::string_view text) {
    const auto read = read_xml(text, 3);
    REQUIRE_FALSE(static_cast<bool>(read));
    return read.failure().message;
  };
  CHECK(message("<a>\n<b></a>") == "line 2 is not well-formed XML");
  CHECK(message("") == "line 1 is not well-formed XML");
  CHECK(message("<a>\xff</a>") == "it is not UTF-8");
  CHECK(message("<!DOCTYPE a><a/>") == "it has a DOCTYPE or a processing instruction");
  CHECK(message("<?b c?><a/>") == "it has a DOCTYPE or a processing instruction");
  CHECK(message("<a><a><a><a/></a></a></a>") == "its elements are nested more than 3 deep");
}
