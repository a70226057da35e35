// SVG: shapes, styles, transforms, text, arrows; what is refused and what is left out.
#include "images/image.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

using namespace comb;
using namespace comb::images;

namespace {

std::string short_number(double value) {
  std::ostringstream out;
  out << std::round(value * 10) / 10 + 0.0;
  return out.str();
}

/// `M0,0 L10,0 Z`, rounded to a tenth.
std::string path_text(const std::vector<PathSegment>& segments) {
  std::string out;
  for (const PathSegment& s : segments) {
    if (!out.empty()) out += ' ';
    const std::string end = short_number(s.x) + "," + short_number(s.y);
    switch (s.kind) {
      case PathSegment::Kind::move:
        out += "M" + end;
        break;
      case PathSegment::Kind::line:
        out += "L" + end;
        break;
      case PathSegment::Kind::cubic:
        out += "C" + short_number(s.x1) + "," + short_number(s.y1) + " " + short_number(s.x2) + "," +
               short_number(s.y2) + " " + end;
        break;
      case PathSegment::Kind::close:
        out += "Z";
        break;
    }
  }
  return out;
}

std::string read_path(std::string_view d) {
  const auto path = read_path_data(d);
  return path ? path_text(*path) : "malformed";
}

auto read(const std::string& inside) {
  return read_image("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\">" + inside + "</svg>", "a.svg",
                    {});
}

/// Each item of the picture on a line.
std::string drawn(const std::string& inside) {
  const auto found = read(inside);
  REQUIRE(found.value != nullptr);
  std::string out;
  for (const auto& item : std::get<VectorPicture>(found.value->content).items) {
    if (const auto* text = std::get_if<VectorText>(&item)) {
      out += "text " + short_number(text->x) + "," + short_number(text->y) + " " + short_number(text->size) + " " +
             text->text + "\n";
      continue;
    }
    const auto& path = std::get<VectorPath>(item);
    out += path_text(path.segments);
    if (path.fill.color) out += " fill " + to_hex(*path.fill.color);
    if (path.stroke.color) out += " stroke " + to_hex(*path.stroke.color) + " " + short_number(path.stroke_width);
    out += "\n";
  }
  return out;
}

std::string_view refusal(const std::string& inside) {
  const auto found = read(inside);
  CHECK(found.value == nullptr);
  return found.diagnostics.empty() ? std::string_view() : found.diagnostics[0].kind->name;
}

} // namespace

TEST_CASE("path data of every command becomes absolute moves, lines and curves") {
  CHECK(read_path("M0 0H10v10h-10z") == "M0,0 L10,0 L10,10 L0,10 Z");
  CHECK(read_path("m1,1 2,2-3-3") == "M1,1 L3,3 L0,0");
  CHECK(read_path("M0 0C1 1 2 1 3 0S5-1 6 0") == "M0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0");
  CHECK(read_path("M0 0Q3 3 6 0T12 0") == "M0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0");
  CHECK(read_path("M0 0 5 0zl1 1") == "M0,0 L5,0 Z M0,0 L1,1");
  CHECK(read_path("M.5.5 1e1 0") == "M0.5,0.5 L10,0");
}

TEST_CASE("an arc becomes curves that end where it ends") {
  CHECK(read_path("M10 0A10 10 0 01 0 10") == "M10,0 C10,5.5 5.5,10 0,10");
  CHECK(read_path("M10 0a10 10 0 1 0-10 10") == read_path("M10 0A10 10 0 10 0 10"));
  CHECK(read_path("M0 0A0 5 0 0 0 9 9") == "M0,0 L9,9");
}

TEST_CASE("malformed path data is none") {
  for (const std::string_view d :
       {"L1 1", "M1", "M0 0 L1", "M0 0 X1 1", "M0 0 1 1 z 5", "Minf 0", "M0 0A1 1 0 2 0 5 5"}) {
    CHECK_MESSAGE(read_path(d) == "malformed", d);
  }
  CHECK(read_path("") == "");
}

TEST_CASE("shapes become paths") {
  CHECK(drawn(R"(<rect x="1" y="2" width="10" height="5"/>)") == "M1,2 L11,2 L11,7 L1,7 Z fill #000000\n");
  CHECK(drawn(R"(<line x1="0" y1="0" x2="9" y2="9" stroke="red"/>)") == "M0,0 L9,9 stroke #ff0000 1\n");
  CHECK(drawn(R"(<polygon points="0,0 4,0 4,4" fill="#A52"/>)") == "M0,0 L4,0 L4,4 Z fill #aa5522\n");
  CHECK(drawn(R"svg(<polyline points="0,0 4,0 4" fill="none" stroke="rgb(1,2,3)"/>)svg") ==
        "M0,0 L4,0 stroke #010203 1\n");
  CHECK(drawn(R"(<circle cx="5" cy="5" r="0"/>)").empty());
}

TEST_CASE("transforms of groups and elements add up") {
  CHECK(drawn(R"svg(<g transform="translate(10 20) scale(2)"><path d="M1 1L2 2" stroke="red" fill="none"/></g>)svg") ==
        "M12,22 L14,24 stroke #ff0000 2\n");
  CHECK(drawn(R"svg(<path transform="rotate(90)" d="M1 0L2 0"/>)svg") == "M0,1 L0,2 fill #000000\n");
  CHECK(drawn(R"svg(<path transform="matrix(1 0 0 1 5 5) skewX(0)" d="M0 0L1 0"/>)svg") == "M5,5 L6,5 fill #000000\n");
}

TEST_CASE("the view box moves the origin and gives the size") {
  const auto found = read_image(R"(<svg viewBox="10 20 30 40" width="60"><path d="M10 20L40 60"/></svg>)", "a.svg", {});
  REQUIRE(found.value != nullptr);
  CHECK(found.value->width == doctest::Approx(60));
  CHECK(found.value->height == doctest::Approx(80));
  const auto& picture = std::get<VectorPicture>(found.value->content);
  CHECK(picture.width == doctest::Approx(30));
  CHECK(path_text(std::get<VectorPath>(picture.items.at(0)).segments) == "M0,0 L30,40");
}

TEST_CASE("attributes give way to rules, rules to the style attribute") {
  const std::string style = "<style>/* c */ .a, #b { fill: blue } path { fill: lime; }</style>";
  CHECK(drawn(style + R"(<path fill="red" d="M0 0L1 1"/>)") == "M0,0 L1,1 fill #00ff00\n");
  CHECK(drawn(style + R"(<path class="x a" fill="red" d="M0 0L1 1"/>)") == "M0,0 L1,1 fill #0000ff\n");
  CHECK(drawn(style + R"(<path id="b" style="fill:#123456" d="M0 0L1 1"/>)") == "M0,0 L1,1 fill #123456\n");
  CHECK(drawn(R"(<g fill="red" color="teal"><path d="M0 0L1 1"/><path fill="currentColor" d="M0 0L1 1"/></g>)") ==
        "M0,0 L1,1 fill #ff0000\nM0,0 L1,1 fill #008080\n");
}

TEST_CASE("opacity of groups multiplies, hidden things are not drawn") {
  const auto found = read(R"(<g opacity=".5"><path fill-opacity="50%" d="M0 0L1 1"/></g>
                             <path display="none" d="M0 0L1 1"/><g visibility="hidden"><path d="M0 0L1 1"/></g>)");
  const auto& picture = std::get<VectorPicture>(found.value->content);
  REQUIRE(picture.items.size() == 1);
  CHECK(std::get<VectorPath>(picture.items[0]).fill.opacity == doctest::Approx(0.25));
}

TEST_CASE("text keeps its place, size and words; a placed tspan is a text of its own") {
  CHECK(drawn(R"(<text x="5" y="9" font-size="8">先  認 <tspan font-weight="bold">同</tspan></text>)") ==
        "text 5,9 8 先 認 同\n");
  CHECK(drawn(R"(<text x="5" y="9">一<tspan x="5" dy="1em">二</tspan></text>)") == "text 5,9 16 一\ntext 5,25 16 二\n");
  CHECK(drawn(R"svg(<g transform="scale(2)"><text x="5" y="9">甲</text></g>)svg") == "text 10,18 32 甲\n");
}

TEST_CASE("an arrow head is drawn at the end of its line, turned and scaled with it") {
  const std::string marker = R"(<marker id="m" refX="2" refY="1" orient="auto"><path d="M0 0L2 1L0 2z"/></marker>)";
  CHECK(drawn(marker + R"svg(<line x1="0" y1="10" x2="0" y2="20" stroke="red" marker-end="url(#m)"/>)svg") ==
        "M0,10 L0,20 stroke #ff0000 1\nM1,18 L0,20 L-1,18 Z fill #000000\n");
}

TEST_CASE("use draws what it names, and one that names itself is refused") {
  CHECK(drawn(R"(<defs><path id="p" d="M0 0L1 1"/></defs><use href="#p" x="5"/>)") == "M5,0 L6,1 fill #000000\n");
  CHECK(refusal(R"(<g id="g"><use href="#g"/></g>)") == "image-too-large");
}

TEST_CASE("a bomb of nested uses ends at the limit of shapes") {
  std::string bomb = R"(<path id="a0" d="M0 0L1 1"/>)";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "#a" + std::to_string(i - 1);
    bomb += "<g id=\"a" + std::to_string(i) + "\">";
    for (int j = 0; j < 10; ++j) bomb += "<use href=\"" + last + "\"/>";
    bomb += "</g>";
  }
  CHECK(refusal(bomb) == "image-too-large");
}

TEST_CASE("what may run or load something is refused") {
  for (const std::string inside :
       {R"(<script>alert(1)</script>)", R"(<foreignObject/>)", R"(<image href="a.png"/>)",
        R"(<use href="other.svg#a"/>)", R"svg(<path onload="x()" d="M0 0"/>)svg",
        R"svg(<path fill="url(http://a/#b)" d="M0 0"/>)svg", R"(<style>@import "a.css";</style>)",
        R"svg(<style>path{fill:url(a.svg#b)}</style>)svg", R"svg(<a href="javascript:x()"><path d="M0 0"/></a>)svg",
        R"(<defs><g><script/></g></defs>)"}) {
    CHECK_MESSAGE(refusal(inside) == "svg-unsafe", inside);
  }
}

TEST_CASE("entities, DOCTYPE, deep nesting and broken XML are unreadable") {
  const auto name = [](const std::string& text) {
    const auto found = read_image(text, "a.svg", {});
    CHECK(found.value == nullptr);
    return found.diagnostics.at(0).kind->name;
  };
  CHECK(name(R"(<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>)") == "image-unreadable");
  CHECK(name(R"(<?xml-stylesheet href="a.css"?><svg viewBox="0 0 1 1"/>)") == "image-unreadable");
  CHECK(name("<svg viewBox=\"0 0 1 1\"><g>") == "image-unreadable");
  CHECK(name("<svg/>") == "image-unreadable");
  CHECK(name("<svg viewBox='0 0 1 1'>\xff</svg>") == "image-unreadable");
  std::string deep = "<svg viewBox='0 0 1 1'>";
  for (int i = 0; i < 100'000; ++i) deep += "<g>";
  for (int i = 0; i < 100'000; ++i) deep += "</g>";
  CHECK(name(deep + "</svg>") == "image-unreadable");
}

TEST_CASE("what print does not know is named once, and the rest is drawn") {
  const auto found = read(R"(<sodipodi:namedview xmlns:sodipodi="x"/><textPath/><textPath/><path d="M0 0L1 1"/>)");
  REQUIRE(found.value != nullptr);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].kind->name == "svg-unsupported");
  CHECK(found.diagnostics[0].message.find("`textPath`") != std::string::npos);
}

TEST_CASE("a gradient is drawn in its first colour, and said") {
  const std::string gradient =
      R"(<linearGradient id="g"><stop stop-color="#010203"/><stop stop-color="red"/></linearGradient>)";
  CHECK(drawn(gradient + R"svg(<path fill="url(#g)" d="M0 0L1 1"/>)svg") == "M0,0 L1,1 fill #010203\n");
  CHECK(read(gradient + R"svg(<path fill="url(#g)" d="M0 0L1 1"/>)svg").diagnostics.size() == 1);
}

TEST_CASE("an SVG with one byte changed or cut off is read or refused, and nothing else") {
  const std::string whole =
      R"svg(<svg viewBox="0 0 9 9"><style>.a{fill:red}</style><g transform="rotate(9 1 1)"><path class="a" d="M0 0A1 1 0 0 1 5 5z"/></g><text x="1">a</text></svg>)svg";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    for (const char c : {'<', '"', '\0', '9', '#', '\xff'}) {
      changed[at] = c;
      const auto found = read_image(changed, "a.svg", {});
      CHECK((found.value != nullptr || !found.diagnostics.empty()));
    }
    CHECK(read_image(std::string_view(whole).substr(0, at), "a.svg", {}).value == nullptr);
  }
}
