// The faces of a run: found by family name, chained for fallback, opened when they are first needed.
#include "typeset/fonts.hpp"

#include "typeset/character_table.hpp"
#include "typeset/font_catalog.hpp"
#include "typeset/font_face.hpp"
#include "typeset/language_tools.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>

namespace comb::typeset {

namespace {

constexpr std::size_t family_count = 3;
constexpr std::size_t weight_count = 2;
constexpr std::array<std::string_view, 5> regions = {"TC", "SC", "JP", "HK", "KR"};

/// The region's suffix in the family names of the Noto CJK fonts.
std::string_view region_of(std::string_view lang) {
  const auto has = [&](std::string_view part) { return lang.find(part) != std::string_view::npos; };
  if (lang.starts_with("ja")) return "JP";
  if (lang.starts_with("ko")) return "KR";
  if (lang.starts_with("zh") && (has("-HK") || has("-MO"))) return "HK";
  if (lang.starts_with("zh") && (has("Hans") || has("-CN") || has("-SG"))) return "SC";
  return "TC";
}

std::string_view package_of(std::string_view family) {
  if (family.starts_with("DejaVu")) return "fonts-dejavu-core";
  return "fonts-noto-cjk";
}

Failure missing_family(const std::string& family) {
  return {FailureReason::not_found, "the font family `" + family + "` is not installed; Debian's package `" +
                                        std::string(package_of(family)) + "` has the fonts of the default theme"};
}

std::size_t chain_index(Family family, Weight weight) {
  return static_cast<std::size_t>(family) * weight_count + static_cast<std::size_t>(weight);
}

} // namespace

struct Fonts::Store {
  explicit Store(std::string_view lang) : tools(lang) {}

  /// The face of `family`, opened once however many chains it stands in.
  std::optional<FontId> add(const FontCatalog& catalog, std::string_view family, bool is_bold) {
    const std::optional<FontFile> file = catalog.find(family, is_bold);
    if (!file) return std::nullopt;
    const auto [known, is_new] =
        by_file.try_emplace({file->path, file->index}, FontId{static_cast<std::uint16_t>(faces.size())});
    if (is_new) faces.emplace_back(*file);
    return known->second;
  }

  std::deque<FontFace> faces;
  std::map<std::pair<std::string, std::uint32_t>, FontId> by_file;
  std::array<std::vector<FontId>, family_count * weight_count> chains;
  mutable std::array<CharacterTable, family_count * weight_count> choices;
  LanguageTools tools;
};

namespace {

/// Family names in the order in which a chain asks them for a character.
std::vector<std::string> chain_names(const theme::FontNames& names, Family family, std::string_view region) {
  const auto regional = [&](const std::string& name) {
    std::vector<std::string> all = {name + " " + std::string(region), name};
    for (const std::string_view other : regions) {
      if (other != region) all.push_back(name + " " + std::string(other));
    }
    return all;
  };
  std::vector<std::string> chain;
  const auto add = [&](const std::vector<std::string>& more) { chain.insert(chain.end(), more.begin(), more.end()); };
  if (family == Family::mono) add({names.mono});
  add(regional(family == Family::serif ? names.serif : names.sans));
  add({names.symbols});
  add(regional(family == Family::serif ? names.sans : names.serif));
  return chain;
}

/// The first of `names` that must be there for the family to count as installed.
const std::string& wanted_name(const theme::FontNames& names, Family family) {
  switch (family) {
    case Family::sans:
      return names.sans;
    case Family::serif:
      return names.serif;
    case Family::mono:
      return names.mono;
  }
  return names.sans;
}

} // namespace

Fonts::Fonts(std::shared_ptr<Store> store) : store_(std::move(store)) {}

Result<Fonts> Fonts::load(const theme::FontNames& names, std::string_view lang) {
  if (!LanguageTools::has_patterns()) {
    return Failure{FailureReason::not_found,
                   "the hyphenation patterns for English are not installed; Debian's "
                   "package `hyphen-en-us` has them"};
  }
  const FontCatalog catalog;
  auto store = std::make_shared<Store>(lang);
  for (const Family family : {Family::sans, Family::serif, Family::mono}) {
    for (const Weight weight : {Weight::regular, Weight::bold}) {
      std::vector<FontId>& chain = store->chains[chain_index(family, weight)];
      bool is_first_found = false;
      for (const std::string& name : chain_names(names, family, region_of(lang))) {
        const std::optional<FontId> face = store->add(catalog, name, weight == Weight::bold);
        if (!face || std::ranges::count(chain, *face) != 0) continue;
        is_first_found = is_first_found || name.starts_with(wanted_name(names, family));
        chain.push_back(*face);
      }
      if (!is_first_found) return missing_family(wanted_name(names, family));
    }
  }
  if (!catalog.find(names.symbols, false)) return missing_family(names.symbols);
  return Fonts(std::move(store));
}

std::optional<FontId> Fonts::face_for(char32_t character, Family family, Weight weight) const {
  const std::size_t index = chain_index(family, weight);
  CharacterTable& choices = store_->choices[index];
  // 0: not asked yet, 1: no face has it, else the face's number and 2.
  std::uint64_t choice = choices.get(character);
  if (choice == 0) {
    choice = 1;
    for (const FontId face : store_->chains[index]) {
      if (store_->faces[face.value].glyph(character).id == 0) continue;
      choice = std::uint64_t{face.value} + 2;
      break;
    }
    choices.set(character, choice);
  }
  if (choice == 1) return std::nullopt;
  return FontId{static_cast<std::uint16_t>(choice - 2)};
}

FontId Fonts::first_face(Family family, Weight weight) const {
  return store_->chains[chain_index(family, weight)].front();
}

const std::vector<ShapedGlyph>& Fonts::shape(FontId font, std::string_view text) const {
  return store_->faces[font.value].shape(text);
}

int Fonts::advance(FontId font, char32_t character) const {
  return glyph(font, character).advance;
}

NominalGlyph Fonts::glyph(FontId font, char32_t character) const {
  return store_->faces[font.value].glyph(character);
}

int Fonts::glyph_advance(FontId font, std::uint32_t glyph) const {
  return store_->faces[font.value].glyph_advance(glyph);
}

GlyphInk Fonts::glyph_ink(FontId font, std::uint32_t glyph) const {
  return store_->faces[font.value].glyph_ink(glyph);
}

const LanguageTools& Fonts::language() const {
  return store_->tools;
}

const FaceSource& Fonts::source(FontId font) const {
  return store_->faces[font.value].source();
}

std::size_t Fonts::face_count() const {
  return store_->faces.size();
}

} // namespace comb::typeset
