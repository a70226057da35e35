// Subsetting through HarfBuzz.
#include "emit/outputs/handbook/font_subset.hpp"

#include "emit/outputs/handbook/cff_charset.hpp"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <memory>

namespace comb::emit::handbook {

namespace {

struct Deleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
  void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
template <class T>
using Owned = std::unique_ptr<T, Deleter>;

Failure unreadable(const typeset::FaceSource& source) {
  return {FailureReason::other, "the font `" + source.postscript_name + "` could not be embedded"};
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob, &length);
  return {data, length};
}

/// What a PDF reader does not look at: layout, vertical metrics, names.
void drop_tables(hb_subset_input_t* input) {
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag :
       {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('v', 'h', 'e', 'a'),
        HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('S', 'T', 'A', 'T'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('c', 'm', 'a', 'p')}) {
    hb_set_add(dropped, tag);
  }
}

/// Section 5.2.1 of the OpenType specification: xMin, yMin, xMax, yMax stand at byte 36 of `head`.
void read_font_box(hb_face_t* face, FontSubset& subset) {
  const Owned<hb_blob_t> head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  const std::string bytes = bytes_of(head.get());
  if (bytes.size() < 44) return;
  const auto scaled = [&](std::size_t at) {
    const auto high = static_cast<unsigned char>(bytes[at]);
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::int16_t>(high << 8U | low) * 1000 / static_cast<int>(hb_face_get_upem(face));
  };
  subset.x_min = scaled(36);
  subset.y_min = scaled(38);
  subset.x_max = scaled(40);
  subset.y_max = scaled(42);
}

/// The CFF program alone, with the CIDs of the glyphs.
bool take_cff(hb_face_t* face, FontSubset& subset) {
  const Owned<hb_blob_t> table(hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' ')));
  subset.program = bytes_of(table.get());
  const auto charset = cff_charset(subset.program, hb_face_get_glyph_count(face));
  if (!charset) return false;
  for (const std::uint16_t glyph : subset.new_glyphs) {
    if (!charset->empty() && glyph >= charset->size()) return false;
    subset.cids.push_back(charset->empty() ? glyph : (*charset)[glyph]);
  }
  return true;
}

} // namespace

Result<FontSubset> subset_font(const typeset::FaceSource& source, std::span<const std::uint32_t> glyphs) {
  const Owned<hb_blob_t> file(hb_blob_create_from_file(source.path.c_str()));
  const Owned<hb_face_t> face(hb_face_create(file.get(), source.index));
  const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
  if (!input) return unreadable(source);
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  drop_tables(input.get());
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  const Owned<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(face.get(), input.get()));
  if (!plan) return unreadable(source);
  const Owned<hb_face_t> made(hb_subset_plan_execute_or_fail(plan.get()));
  if (!made) return unreadable(source);

  FontSubset subset;
  const hb_map_t* mapping = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs) {
    subset.new_glyphs.push_back(static_cast<std::uint16_t>(hb_map_get(mapping, glyph)));
  }
  const Owned<hb_blob_t> whole(hb_face_reference_blob(made.get()));
  const Owned<hb_face_t> reopened(hb_face_create(whole.get(), 0));
  read_font_box(reopened.get(), subset);
  if (source.is_cff) {
    if (!take_cff(reopened.get(), subset)) return unreadable(source);
  } else {
    subset.program = bytes_of(whole.get());
  }
  return subset;
}

} // namespace comb::emit::handbook
