// Plain text and outlines of inline content.
#include "text/inline.hpp"

#include <doctest/doctest.h>

using namespace comb;
using namespace comb::text;

namespace {

const Inlines every_kind{
    {{}, Run{"甲"}},
    {{}, Emphasis{{{{}, Run{"乙"}}}}},
    {{}, Strong{{{{}, Strikethrough{{{{}, Code{"丙"}}}}}}}},
    {{}, LineBreak{}},
    {{}, Link{.url = "u", .title = "t", .children = {{{}, Run{"丁"}}}}},
    {{}, Image{.path = "p", .alternative = "戊", .caption = "c", .fields = {{"#", "f"}}}},
    {{}, FootnoteReference{"1"}},
    {{}, Variable{"v"}},
    {{}, Reference{.target = "r", .text = {}}},
    {{}, Reference{.target = "r", .text = "己"}},
    {{}, TermUse{.text = "庚", .term = "k"}},
    {{}, Fill{.text = "辛", .width_cells = 2}},
    {{}, Fill{.text = std::nullopt, .width_cells = 2}},
    {{}, Blank{.key = BlankKey{.answer = "壬", .also = {"x"}}, .options = {"壬", "y"}, .hint = "h", .width_cells = 2}},
    {{}, Blank{}},
    {{}, TrainerText{"癸"}},
};

} // namespace

TEST_CASE("plain text is what a reader who sees everything reads aloud") {
  CHECK(plain_text(every_kind) == "甲乙丙 丁戊{{v}}r己庚辛壬癸");
  CHECK(plain_text({}).empty());
}

TEST_CASE("an outline names each mark") {
  CHECK(dump(every_kind) ==
        "甲emphasis(乙)strong(strikethrough(code(丙)))break()link<u \"t\">(丁)image<p \"c\" #=f>(戊)footnote(1)"
        "variable(v)ref(r)ref<r>(己)term<k>(庚)fill(辛)fill()blank<also=x options=壬; y hint=h>(壬)blank()trainer(癸)");
  CHECK(dump({{{}, Run{"a(b)\\c\nd"}}}) == "a\\(b\\)\\\\c\\nd");
}

TEST_CASE("plain inlines of no text are none") {
  CHECK(plain_inlines("", {}).empty());
  CHECK(plain_inlines("甲", {{}, 1, 4}) == Inlines{{{{}, 1, 4}, Run{"甲"}}});
}
