// What must be true of every kind in the registry.
#include "base/shuffle.hpp"
#include "blocks/block_kind.hpp"
#include "blocks/kind_label.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace comb;
using namespace comb::blocks;

TEST_CASE("each kind is found by its name, and no other name is") {
  for (const BlockKind* kind : all_kinds()) CHECK(find_kind(kind->name) == kind);
  CHECK(find_kind("roelplay") == nullptr);
}

TEST_CASE("each kind says what it is in each language") {
  for (const BlockKind* kind : all_kinds()) {
    CAPTURE(std::string(kind->name));
    CHECK_FALSE(kind->summary.empty());
    CHECK_FALSE(kind->help.empty());
    CHECK(bool(kind->lower != nullptr));
    CHECK(std::ranges::find(kind->labels, "en", &KindLabel::lang) != kind->labels.end());
    const std::string_view english = label_of(*kind, words::words_for("en"));
    for (const words::Words* language : words::all_words()) {
      CAPTURE(std::string(language->lang));
      CHECK(bool(language->lang == "en" || label_of(*kind, *language) != english));
    }
  }
}

TEST_CASE("each field has help, and no kind has two of a name") {
  for (const BlockKind* kind : all_kinds()) {
    CAPTURE(std::string(kind->name));
    std::set<std::string_view> names;
    for (const schema::FieldSpec& field : all_fields(*kind)) {
      CAPTURE(std::string(field.name));
      CHECK_FALSE(field.help.empty());
      CHECK(names.insert(field.name).second);
    }
  }
}

TEST_CASE("the kinds that a kind may stand in exist") {
  for (const BlockKind* kind : all_kinds()) {
    for (const std::string_view parent : kind->parents) CHECK(find_kind(parent) != nullptr);
  }
}

TEST_CASE("each alias of each language names a kind") {
  for (const words::Words* language : words::all_words()) {
    for (const words::DirectiveAlias& alias : language->aliases) {
      CAPTURE(std::string(alias.alias));
      CHECK(find_kind(alias.name) != nullptr);
      CHECK(find_kind(alias.alias) == nullptr);
    }
  }
}

TEST_CASE("what a kind is called on slides may be typed, too") {
  for (const BlockKind* kind : all_kinds()) {
    for (const KindLabel& label : kind->labels) {
      if (label.lang == "en") continue;
      CAPTURE(std::string(label.text));
      const auto& aliases = words::words_for(label.lang).aliases;
      const auto alias = std::ranges::find(aliases, label.text, &words::DirectiveAlias::alias);
      CHECK(bool(alias != aliases.end() && alias->name == kind->name));
    }
  }
}

TEST_CASE("each kind has a name in each language but English, which has the kind's own") {
  for (const words::Words* language : words::all_words()) {
    if (language->lang == "en") continue;
    for (const BlockKind* kind : all_kinds()) {
      CAPTURE(std::string(language->lang));
      CAPTURE(std::string(kind->name));
      CHECK(std::ranges::find(language->aliases, kind->name, &words::DirectiveAlias::name) != language->aliases.end());
    }
  }
}

TEST_CASE("answers reach no learner") {
  for (const char* name : {"solution", "teaching-note", "trainer-note", "say", "do", "ask", "answer"}) {
    CAPTURE(name);
    CHECK((find_kind(name)->editions & model::learner_editions).is_empty());
  }
}

TEST_CASE("a shuffle depends on its seed alone and never keeps the order") {
  CHECK(shuffled_order("q5-2", 4) == shuffled_order("q5-2", 4));
  CHECK(shuffled_order("q", 0).empty());
  CHECK(shuffled_order("q", 1) == std::vector<int>{0});
  for (const char* seed : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    CHECK(shuffled_order(seed, 2) == std::vector<int>{1, 0});
    std::vector<int> order = shuffled_order(seed, 5);
    CHECK_FALSE(std::ranges::is_sorted(order));
    std::ranges::sort(order);
    CHECK(order == std::vector<int>{0, 1, 2, 3, 4});
  }
}

TEST_CASE("the shuffle of a published bank stays as it is") {
  // These orders are in printed papers: they must not change with a release.
  CHECK(shuffled_order("q9-3", 6) == std::vector<int>{5, 0, 4, 2, 1, 3});
}
