// The slides as files: what learners get, what only the trainer gets, and what a theme may not do.
#include "base/digest.hpp"
#include "emit/output_kind.hpp"
#include "emit/outputs/slides/templates.hpp"
#include "support/slide_sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace comb::emit {

extern const OutputKind slides_output;

namespace {

using namespace sample;

WithDiagnostics<std::vector<Artifact>> emitted(const Course& made, const theme::Theme& theme) {
  const check::CheckResult checked = check::check(made, {});
  const words::Words& words = words::words_for(made.info.lang);
  const Result<typeset::Fonts> fonts = typeset::Fonts::load(theme.fonts, made.info.lang);
  REQUIRE(fonts);
  EmitContext context{.course = *checked.checked, .theme = theme, .words = words, .fonts = *fonts};
  for (const EditionKind kind : {EditionKind::slides, EditionKind::presenter}) {
    context.decks.emplace(
        kind, typeset::make_deck(edition_of(made, kind), {.theme = theme, .fonts = *fonts, .words = words}).value);
  }
  return slides_output.emit(context, {});
}

struct Files {
  std::string learner, trainer;
};
Files files_of(const Course& made) {
  const auto artifacts = emitted(made, default_theme());
  REQUIRE(artifacts.diagnostics.empty());
  REQUIRE(artifacts.value.size() == 2);
  return {artifacts.value[0].bytes, artifacts.value[1].bytes};
}

bool holds(const std::string& text, std::string_view piece) {
  return text.find(piece) != std::string::npos;
}

/// What stands between `open` and `close`.
std::string between(const std::string& text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.rfind(open) + open.size();
  return text.substr(begin, text.find(close, begin) - begin);
}

TEST_CASE("learners' slides hold no notes, no keys and no feedback") {
  const Files files = files_of(course());
  CHECK_FALSE(holds(files.learner, secret));
  CHECK_FALSE(holds(files.learner, feedback_secret));
  CHECK_FALSE(holds(files.learner, "class=\"key\""));
  CHECK_FALSE(holds(files.learner, "class=\"answer\""));
  CHECK_FALSE(holds(files.learner, "<aside class=\"notes\" aria"));
  CHECK(holds(files.trainer, secret));
  CHECK(holds(files.trainer, feedback_secret));
  CHECK(holds(files.trainer, "<li class=\"key\">"));
}

TEST_CASE("the policy names the digests of the very style and script that stand in the file") {
  const std::string html = files_of(course()).learner;
  CHECK(holds(html, "default-src &#39;none&#39;"));
  CHECK(holds(html, "script-src &#39;" + integrity(between(html, "<script>", "</script>")) + "&#39;"));
  CHECK(holds(html, "style-src &#39;" + integrity(between(html, "<style>", "</style>")) + "&#39;"));
}

TEST_CASE("no element has a style of its own and nothing is loaded from elsewhere") {
  const std::string html = files_of(course()).trainer;
  CHECK_FALSE(holds(html, " style="));
  CHECK_FALSE(holds(html, "src=\"http"));
  CHECK_FALSE(holds(html, "url(http"));
  CHECK_FALSE(holds(html, "@import"));
}

TEST_CASE("text of a course is escaped wherever it stands") {
  Course made = course();
  made.info.title = "<script>alert(\"1\")</script>";
  made.parts[0].lessons[0].title = words_of("a & b < c");
  made.parts[0].lessons[0].topics[1].title = words_of("</section><img src=x onerror='alert(1)'>");
  const std::string html = files_of(made).learner;
  CHECK_FALSE(holds(html, "<script>alert"));
  CHECK_FALSE(holds(html, "<img src=x"));
  CHECK(holds(html, "a &amp; b &lt; c"));
}

TEST_CASE("links go to the web or nowhere") {
  Course made = course();
  text::Inlines line;
  line.push_back({Span{}, text::Link{"javascript:alert(1)", "", words_of("一")}});
  line.push_back({Span{}, text::Link{"https://example.org/?a=1&b=2", "", words_of("二")}});
  List links;
  links.items.push_back({.children = {part(Prose{line})}});
  made.parts[0].lessons[0].topics[1].parts = {part(links)};
  const std::string html = files_of(made).learner;
  CHECK_FALSE(holds(html, "javascript:"));
  CHECK(holds(html, "href=\"https://example.org/?a=1&amp;b=2\""));
}

TEST_CASE("the same course gives the same bytes") {
  CHECK(files_of(course()).trainer == files_of(course()).trainer);
}

TEST_CASE("the runtime is small") {
  constexpr std::size_t most = 25'000;
  CHECK(default_theme().files.at("slides/runtime.js").size() <= most);
}

TEST_CASE("a theme without a template is told so") {
  theme::Theme theme = default_theme();
  theme.files.erase("slides/slide.mustache");
  const auto artifacts = emitted(course(), theme);
  CHECK(artifacts.value.empty());
  REQUIRE(artifacts.diagnostics.size() == 1);
  CHECK(artifacts.diagnostics[0].kind->name == "theme-file-missing");
}

TEST_CASE("a style or script that would end its element is refused") {
  theme::Theme theme = default_theme();
  theme.files["slides/runtime.js"] += "// </script>";
  const auto artifacts = emitted(course(), theme);
  REQUIRE(artifacts.diagnostics.size() == 1);
  CHECK(artifacts.diagnostics[0].kind->name == "theme-closes-element");
}

std::string linted(std::string_view source) {
  constexpr std::array<slides::TemplateKey, 2> keys = {
      {{slides::TemplateKey::Type::text, "title"}, {slides::TemplateKey::Type::markup, "body"}}};
  std::string names;
  for (const Diagnostic& found : slides::Template::read("x.mustache", source, keys).diagnostics) {
    names += std::string(found.kind->name) + " " + found.message.substr(0, found.message.find(':')) + "\n";
  }
  return names;
}

TEST_CASE("a template may name only what slides have") {
  CHECK(linted("<h2>{{title}}</h2>\n{{{body}}}{{#title}}<p>{{! why }}</p>{{/title}}").empty());
  CHECK(linted("{{titel}}") == "theme-unknown-key `x.mustache` line 1\n");
  CHECK(linted("\n{{> other}}") == "theme-unknown-key `x.mustache` line 2\n");
}

TEST_CASE("text is neither put into a template raw, nor into a script, nor outside quotes") {
  CHECK(linted("{{{title}}}") == "theme-raw-text `x.mustache` line 1\n");
  CHECK(linted("{{&title}}") == "theme-raw-text `x.mustache` line 1\n");
  CHECK(linted("<script>const x = '{{title}}';</script>") == "theme-raw-text `x.mustache` line 1\n");
  CHECK(linted("<p class={{title}}>") == "theme-unquoted-attribute `x.mustache` line 1\n");
  CHECK(linted("<p class=\"{{title}}\">").empty());
}

TEST_CASE("escaping leaves no character that HTML would read as its own") {
  CHECK(escape("<a href=\"x\">&'</a>").str() == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;&lt;/a&gt;");
  CHECK(escape(std::string_view("a\0\x1b"
                                "b\n\t",
                                6))
            .str() == "ab\n\t");
}

/// A course with a flow of three steps, the second one with words that markup must not swallow.
Course course_with_flow(bool reveal) {
  Diagram flow{.sort = DiagramSort::flow, .alternative = "先 \"看\"，再 <問>，然後做", .reveal = reveal};
  flow.caption = words_of("三步");
  for (const char* label : {"看", "A & B <問>", "做"}) flow.nodes.push_back({.label = words_of(label)});
  Course made = course();
  made.parts.front().lessons.front().topics.front().parts = {part(std::move(flow))};
  return made;
}

std::size_t count_of(const std::string& text, std::string_view piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

TEST_CASE("a diagram is an svg that a screen reader tells in words, with its text as text") {
  const std::string html = files_of(course_with_flow(false)).learner;
  CHECK(holds(html, "<svg class=\"diagram\" role=\"img\" aria-label=\"先 &quot;看&quot;，再 &lt;問&gt;，然後做\""));
  const std::string drawing = between(html, "<figure class=\"diagram\">", "</figure>");
  CHECK(holds(drawing, ">看</text>"));
  CHECK(holds(drawing, "&amp;"));
  CHECK(holds(drawing, "&lt;"));
  CHECK(holds(drawing, "textLength="));
  CHECK(holds(drawing, "<figcaption>三步</figcaption>"));
  CHECK(count_of(drawing, "class=\"step\"") == 0);
}

TEST_CASE("a diagram that is revealed has a step for each of its nodes") {
  const std::string html = files_of(course_with_flow(true)).learner;
  const std::string drawing = between(html, "<figure class=\"diagram\">", "</figure>");
  CHECK(count_of(drawing, "class=\"step\"") == 3);
  CHECK(holds(drawing, "data-step=\"1\""));
  CHECK(holds(drawing, "data-step=\"3\""));
}

} // namespace
} // namespace comb::emit
