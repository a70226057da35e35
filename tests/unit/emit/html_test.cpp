// Languages on pieces of HTML.
#include "emit/html.hpp"

#include <doctest/doctest.h>

namespace comb::emit {

TEST_CASE("a language stands on every outermost element, and on nothing inside") {
  const Html two = Html::markup("<p class=\"a\">x <em>y</em></p>\n<ul><li>z</li></ul>");
  CHECK(with_language(two, "en").str() ==
        "<p lang=\"en\" class=\"a\">x <em>y</em></p>\n<ul lang=\"en\"><li>z</li></ul>");
}

TEST_CASE("elements without an end do not hide those behind them") {
  const Html pieces = Html::markup("<p>a<br>b<img alt=\"\"></p><svg><rect/></svg><hr><p>c</p>");
  CHECK(with_language(pieces, "ja").str() ==
        "<p lang=\"ja\">a<br>b<img alt=\"\"></p><svg lang=\"ja\"><rect/></svg><hr lang=\"ja\"><p lang=\"ja\">c</p>");
}

TEST_CASE("the columns of a table have no end either") {
  const Html table = Html::markup("<table><colgroup><col class=\"a\"><col></colgroup><tr></tr></table><p>b</p>");
  CHECK(with_language(table, "en").str() ==
        "<table lang=\"en\"><colgroup><col class=\"a\"><col></colgroup><tr></tr></table><p lang=\"en\">b</p>");
}

TEST_CASE("an element's own language wins, and no language changes nothing") {
  const Html inner = with_language(Html::markup("<p>x</p>"), "ja");
  CHECK(with_language(inner + Html::markup("<p>y</p>"), "en").str() == "<p lang=\"ja\">x</p><p lang=\"en\">y</p>");
  CHECK(with_language(inner, "").str() == inner.str());
}

TEST_CASE("a language is escaped, and text that looks like a tag is text") {
  const Html html = Html::markup("<p>") + escape("<b> & >") + Html::markup("</p>");
  CHECK(with_language(html, "\"").str() == "<p lang=\"&quot;\">&lt;b&gt; &amp; &gt;</p>");
}

} // namespace comb::emit
