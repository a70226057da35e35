// One face: nominal glyphs, advances, ink and shaped words through HarfBuzz.
#include "typeset/font_face.hpp"

#include "base/utf8.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <array>

namespace comb::typeset {

namespace {

constexpr int units_per_size = 1000;

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

std::string postscript_name(hb_face_t* face) {
  std::array<char, 128> name{};
  unsigned length = name.size();
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name.data());
  return std::string(name.data());
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  const bool found = hb_blob_get_length(blob) > 0;
  hb_blob_destroy(blob);
  return found;
}

int cap_height(hb_font_t* font) {
  hb_position_t height = 0;
  if (hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &height) != 0 && height > 0) return height;
  return 700;
}

/// Text bytes that each glyph stands for: from its cluster to the next cluster, whichever way the run goes.
void set_text_ends(std::vector<ShapedGlyph>& glyphs, std::uint32_t text_size) {
  std::uint32_t end = text_size;
  for (std::size_t i = glyphs.size(); i-- > 0;) {
    glyphs[i].text_end = end;
    if (i > 0 && glyphs[i - 1].text_begin != glyphs[i].text_begin) end = glyphs[i].text_begin;
  }
}

bool is_wide_text(std::string_view text) {
  return text.starts_with("——") || is_wide(decode_at(text, 0).character);
}

std::vector<ShapedGlyph> shape_word(hb_font_t* font, std::string_view text) {
  const std::unique_ptr<hb_buffer_t, BufferDeleter> buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  // Set first, so that HarfBuzz does not take the machine's locale.
  hb_buffer_set_language(buffer.get(), hb_language_from_string("en", -1));
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  if (is_wide_text(text)) {
    // Joins the two halves of 「——」.
    hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
    hb_shape(font, buffer.get(), nullptr, 0);
  } else {
    hb_buffer_guess_segment_properties(buffer.get());
    // Chinese faces draw “ ” ’ … full width; in a Latin word they must be narrow.
    constexpr hb_feature_t proportional{HB_TAG('p', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    hb_shape(font, buffer.get(), &proportional, 1);
  }

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::vector<ShapedGlyph> glyphs;
  glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    glyphs.push_back({.id = infos[i].codepoint,
                      .advance = positions[i].x_advance,
                      .x_offset = positions[i].x_offset,
                      .y_offset = positions[i].y_offset,
                      .text_begin = infos[i].cluster});
  }
  set_text_ends(glyphs, static_cast<std::uint32_t>(text.size()));
  return glyphs;
}

} // namespace

struct FontFace::Opened {
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
  FaceSource source;
};

FontFace::FontFace(FontFile file) : file_(std::move(file)) {}

FontFace::~FontFace() {
  if (!opened_) return;
  hb_font_destroy(opened_->font);
  hb_face_destroy(opened_->face);
}

const FontFace::Opened& FontFace::opened() const {
  std::call_once(once_, [this] {
    auto opened = std::make_unique<Opened>();
    hb_blob_t* blob = hb_blob_create_from_file(file_.path.c_str());
    opened->face = hb_face_create(blob, file_.index);
    hb_blob_destroy(blob);
    opened->font = hb_font_create(opened->face);
    hb_font_set_scale(opened->font, units_per_size, units_per_size);
    hb_face_make_immutable(opened->face);
    hb_font_make_immutable(opened->font);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(opened->font, &extents);
    opened->source = {.path = file_.path,
                      .index = file_.index,
                      .postscript_name = postscript_name(opened->face),
                      .is_cff = has_table(opened->face, HB_TAG('C', 'F', 'F', ' ')),
                      .ascender = extents.ascender,
                      .descender = extents.descender,
                      .cap_height = cap_height(opened->font)};
    opened_ = std::move(opened);
  });
  return *opened_;
}

NominalGlyph FontFace::glyph(char32_t character) const {
  // The highest bit says that the character was looked up; 32 bits of glyph, 16 of advance.
  constexpr std::uint64_t known = std::uint64_t{1} << 63U;
  std::uint64_t memo = glyphs_.get(character);
  if (memo == 0) {
    hb_codepoint_t id = 0;
    hb_font_t* font = opened().font;
    const bool found = hb_font_get_nominal_glyph(font, character, &id) != 0;
    const int advance = found ? hb_font_get_glyph_h_advance(font, id) : 0;
    memo = known | (static_cast<std::uint64_t>(static_cast<std::uint16_t>(advance)) << 32U) | (found ? id : 0U);
    glyphs_.set(character, memo);
  }
  return {static_cast<std::uint32_t>(memo & 0xffffffffU), static_cast<std::int16_t>((memo >> 32U) & 0xffffU)};
}

int FontFace::glyph_advance(std::uint32_t glyph) const {
  return hb_font_get_glyph_h_advance(opened().font, glyph);
}

GlyphInk FontFace::glyph_ink(std::uint32_t glyph) const {
  // Reading an outline is slow, and the same few marks are asked for again and again.
  constexpr std::uint64_t known = std::uint64_t{1} << 63U;
  std::uint64_t memo = inks_.get(glyph);
  if (memo == 0) {
    hb_glyph_extents_t extents{};
    hb_font_get_glyph_extents(opened().font, glyph, &extents);
    const auto left = static_cast<std::uint16_t>(extents.x_bearing);
    const auto right = static_cast<std::uint16_t>(extents.x_bearing + extents.width);
    memo = known | (static_cast<std::uint64_t>(left) << 16U) | right;
    inks_.set(glyph, memo);
  }
  return {static_cast<std::int16_t>((memo >> 16U) & 0xffffU), static_cast<std::int16_t>(memo & 0xffffU)};
}

const std::vector<ShapedGlyph>& FontFace::shape(std::string_view text) const {
  std::string key(text);
  {
    const std::shared_lock lock(mutex_);
    const auto found = words_.find(key);
    if (found != words_.end()) return found->second;
  }
  std::vector<ShapedGlyph> glyphs = shape_word(opened().font, text);
  const std::unique_lock lock(mutex_);
  return words_.try_emplace(std::move(key), std::move(glyphs)).first->second;
}

const FaceSource& FontFace::source() const {
  return opened().source;
}

} // namespace comb::typeset
