// Digests, JSON and XML: checked against the values of their specifications.
#include "base/digest.hpp"
#include "base/json.hpp"
#include "base/xml_text.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace comb;

TEST_CASE("SHA-256 gives the values of FIPS 180-4") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("base64 gives the values of RFC 4648, section 10") {
  CHECK(to_base64("") == "");
  CHECK(to_base64("f") == "Zg==");
  CHECK(to_base64("fo") == "Zm8=");
  CHECK(to_base64("foo") == "Zm9v");
  CHECK(to_base64("foob") == "Zm9vYg==");
  CHECK(to_base64("fooba") == "Zm9vYmE=");
  CHECK(to_base64("foobar") == "Zm9vYmFy");
  CHECK(to_base64("\xff\xff\xfe") == "///+");
}

TEST_CASE("an integrity value is what browsers compare") {
  CHECK(integrity("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("an object keeps the order of its members") {
  Json object = Json::object();
  object.set("b", 1).set("a", Json::array().push(true).push(Json()).push(0.25));
  CHECK(to_text(object, JsonStyle::compact) == R"({"b":1,"a":[true,null,0.25]})");
  CHECK(to_text(object, JsonStyle::indented) == "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    0.25\n  ]\n}\n");
}

TEST_CASE("empty groups stay on one line") {
  CHECK(to_text(Json::object().set("none", Json::array()), JsonStyle::indented) == "{\n  \"none\": []\n}\n");
}

TEST_CASE("a JSON string can stand in a script element") {
  CHECK(json_string("</script>\u2028&") == R"("\u003c/script\u003e\u2028\u0026")");
  CHECK(json_string("a\"b\\c\n\t\x1b課") == R"("a\"b\\c\n\t\u001b課")");
  CHECK(json_string("bad \xff byte") == "\"bad \uFFFD byte\"");
}

TEST_CASE("a number that JSON has no word for is null") {
  CHECK(to_text(Json(std::numeric_limits<double>::infinity()), JsonStyle::compact) == "null");
}

TEST_CASE("XML text holds no markup and no character that XML forbids") {
  CHECK(escape_xml("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escape_xml(std::string("\x01\t課\x00", 6)) == "\uFFFD\t課\uFFFD");
}
