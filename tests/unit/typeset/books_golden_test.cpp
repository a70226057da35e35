// The sample books as readable outlines in tests/golden/pages. `COMB_BLESS=1` rewrites them; the diff is the change
// that is claimed.
#include "books_support.hpp"
#include "typeset_support.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace comb::typeset {
namespace {

void compare_with_golden(const std::string& name, const Pages& pages) {
  const std::string path = std::string(COMB_SOURCE_DIR) + "/tests/golden/pages/" + name + ".txt";
  const std::string made = dump(pages);
  if (std::getenv("COMB_BLESS") != nullptr) std::ofstream(path, std::ios::binary) << made;
  std::ifstream file(path, std::ios::binary);
  const std::string golden{std::istreambuf_iterator<char>(file), {}};
  CHECK_MESSAGE(made == golden, name);
}

} // namespace

TEST_CASE("the sample books are laid out as their golden outlines say") {
  const theme::Theme theme;
  const Locations locations{.slide = {{"s06", 46}, {"combs", 47}}, .workbook_page = {{"s06", "23"}}};
  const BookContext context{
      .theme = theme, .fonts = test::fonts(), .words = words::words_for("zh-Hant-TW"), .locations = locations};
  compare_with_golden("workbook", paginate_workbook(test::sample_edition(model::EditionKind::workbook), context).value);
  compare_with_golden("guide", paginate_guide(test::sample_edition(model::EditionKind::guide), context).value);
  compare_with_golden("cards", paginate_cards(test::sample_edition(model::EditionKind::cards), context).value);
}

} // namespace comb::typeset
