// Font files by family name, listed through fontconfig.
#include "typeset/font_catalog.hpp"

#include <fontconfig/fontconfig.h>

#include <cstdlib>
#include <tuple>

namespace comb::typeset {

namespace {

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct ObjectSetDeleter {
  void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
};
struct FontSetDeleter {
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};

int integer(const FcPattern* pattern, const char* object, int otherwise) {
  int value = 0;
  return FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is_variable(const FcPattern* pattern) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, FC_VARIABLE, 0, &value) == FcResultMatch && value != FcFalse;
}

/// How far a face is from the one that is wanted; the path and index only make the order total.
using Distance = std::tuple<int, int, int, std::string, int>;

Distance distance(const FcPattern* pattern, int wanted_weight, const std::string& path) {
  return {std::abs(integer(pattern, FC_SLANT, FC_SLANT_ROMAN) - FC_SLANT_ROMAN),
          std::abs(integer(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL),
          std::abs(integer(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR) - wanted_weight), path,
          integer(pattern, FC_INDEX, 0)};
}

} // namespace

struct FontCatalog::Configuration {
  FcConfig* config = FcInitLoadConfigAndFonts();
};

FontCatalog::FontCatalog() : configuration_(std::make_unique<Configuration>()) {}

FontCatalog::~FontCatalog() {
  if (configuration_->config != nullptr) FcConfigDestroy(configuration_->config);
}

std::optional<FontFile> FontCatalog::find(std::string_view family, bool is_bold) const {
  if (configuration_->config == nullptr) return std::nullopt;
  const std::string name(family);
  const std::unique_ptr<FcPattern, PatternDeleter> pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
  const std::unique_ptr<FcObjectSet, ObjectSetDeleter> wanted(
      FcObjectSetBuild(FC_FILE, FC_INDEX, FC_SLANT, FC_WIDTH, FC_WEIGHT, FC_VARIABLE, nullptr));
  // Listing never substitutes, unlike matching.
  const std::unique_ptr<FcFontSet, FontSetDeleter> fonts(
      FcFontList(configuration_->config, pattern.get(), wanted.get()));
  if (!fonts) return std::nullopt;

  std::optional<Distance> best;
  for (int i = 0; i < fonts->nfont; ++i) {
    const FcPattern* font = fonts->fonts[i];
    FcChar8* path = nullptr;
    if (FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch || is_variable(font)) continue;
    Distance found = distance(font, is_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, reinterpret_cast<const char*>(path));
    if (!best || found < *best) best = std::move(found);
  }
  if (!best) return std::nullopt;
  return FontFile{std::get<3>(*best), static_cast<std::uint32_t>(std::get<4>(*best))};
}

} // namespace comb::typeset
