// Type 0 fonts of our own: subset, widths, and the text that each code stands for (ISO 32000-1, section 9.7).
#include "emit/outputs/handbook/pdf_fonts.hpp"

#include "base/digest.hpp"
#include "emit/outputs/handbook/font_subset.hpp"
#include "emit/outputs/handbook/pdf_text.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace comb::emit::handbook {

namespace {

/// A code with what stands behind it.
struct Code {
  std::uint16_t code = 0;
  std::uint16_t new_glyph = 0;
  int advance = 0;
  std::string_view text;
};

/// Six capital letters that depend on the glyphs alone (9.6.4).
std::string subset_tag(std::string_view program) {
  const Sha256 digest = sha256(program);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
  return tag;
}

/// `/W`: runs of neighbouring codes with their advances.
std::string widths(const std::vector<Code>& codes) {
  std::string out = "[";
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const bool is_new_run = i == 0 || codes[i].code != codes[i - 1].code + 1;
    if (is_new_run) out += (i == 0 ? "" : "]\n") + std::to_string(codes[i].code) + "[";
    out += (is_new_run ? "" : " ") + std::to_string(codes[i].advance);
  }
  return out + (codes.empty() ? "]" : "]]");
}

std::string to_unicode(const std::vector<Code>& codes) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  std::vector<const Code*> mapped;
  for (const Code& code : codes) {
    if (!code.text.empty()) mapped.push_back(&code);
  }
  // A section may have a hundred entries at most (Adobe Technical Note 5014).
  constexpr std::size_t section = 100;
  for (std::size_t i = 0; i < mapped.size(); i += section) {
    const std::size_t end = std::min(mapped.size(), i + section);
    out += std::to_string(end - i) + " beginbfchar\n";
    for (std::size_t j = i; j < end; ++j) {
      out += "<";
      append_hex16(out, mapped[j]->code);
      out += "> <";
      append_utf16_hex(out, mapped[j]->text);
      out += ">\n";
    }
    out += "endbfchar\n";
  }
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// `/CIDToGIDMap`: two bytes a code.
std::string glyph_map(const std::vector<Code>& codes) {
  std::string map((codes.empty() ? 0 : std::size_t{codes.back().code} + 1) * 2, '\0');
  for (const Code& code : codes) {
    map[std::size_t{code.code} * 2] = static_cast<char>(code.new_glyph >> 8U);
    map[std::size_t{code.code} * 2 + 1] = static_cast<char>(code.new_glyph & 0xffU);
  }
  return map;
}

ObjectId add_descriptor(const typeset::FaceSource& source, const FontSubset& subset, const std::string& name,
                        PdfObjects& objects) {
  const ObjectId program = objects.add_stream(
      source.is_cff ? "/Subtype /CIDFontType0C\n" : "/Length1 " + std::to_string(subset.program.size()) + "\n",
      subset.program, Compression::deflate);
  constexpr std::string_view symbolic = "4";
  return objects.add("/Type /FontDescriptor\n/FontName /" + name + "\n/Flags " + std::string(symbolic) +
                     "\n/FontBBox [" + std::to_string(subset.x_min) + " " + std::to_string(subset.y_min) + " " +
                     std::to_string(subset.x_max) + " " + std::to_string(subset.y_max) + "]\n/ItalicAngle 0\n/Ascent " +
                     std::to_string(source.ascender) + "\n/Descent " + std::to_string(source.descender) +
                     "\n/CapHeight " + std::to_string(source.cap_height) + "\n/StemV 80\n/FontFile" +
                     (source.is_cff ? "3 " : "2 ") + reference(program) + "\n");
}

ObjectId add_font(const typeset::FaceSource& source, const FontSubset& subset, const std::vector<Code>& codes,
                  PdfObjects& objects) {
  const std::string name = subset_tag(subset.program) + "+" + source.postscript_name;
  const ObjectId descriptor = add_descriptor(source, subset, name, objects);
  std::string body = "/Type /Font\n/Subtype /CIDFontType" + std::string(source.is_cff ? "0" : "2") + "\n/BaseFont /" +
                     name + "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n" +
                     "/FontDescriptor " + reference(descriptor) + "\n/DW 1000\n/W " + widths(codes) + "\n";
  if (!source.is_cff) {
    body += "/CIDToGIDMap " + reference(objects.add_stream({}, glyph_map(codes), Compression::deflate)) + "\n";
  }
  const ObjectId descendant = objects.add(std::move(body));
  const ObjectId unicode = objects.add_stream({}, to_unicode(codes), Compression::deflate);
  // The name of a Type 0 font with a CFF descendant ends in the encoding's (9.7.6.2).
  return objects.add("/Type /Font\n/Subtype /Type0\n/BaseFont /" + name + (source.is_cff ? "-Identity-H" : "") +
                     "\n/Encoding /Identity-H\n/DescendantFonts [" + reference(descendant) + "]\n/ToUnicode " +
                     reference(unicode) + "\n");
}

} // namespace

const FontUse::Entry* FontUse::find(std::uint32_t glyph, std::string_view text) const {
  if (glyph >= first_of_glyph_.size()) return nullptr;
  for (std::uint32_t i = first_of_glyph_[glyph]; i != 0; i = entries_[i].next) {
    if (entries_[i].text == text) return &entries_[i];
  }
  return nullptr;
}

void FontUse::note(std::uint32_t glyph, std::string_view text) {
  if (find(glyph, text) != nullptr) return;
  if (first_of_glyph_.size() <= glyph) first_of_glyph_.resize(std::size_t{glyph} + 1);
  const auto added = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({.glyph = glyph, .text = std::string(text), .code = 0, .next = 0});
  std::uint32_t* link = &first_of_glyph_[glyph];
  while (*link != 0) link = &entries_[*link].next;
  *link = added;
}

GlyphCode FontUse::code(std::uint32_t glyph, std::string_view text) const {
  const Entry* entry = find(glyph, text);
  if (entry == nullptr) return {};
  const bool is_first = entry == &entries_[first_of_glyph_[glyph]];
  return {entry->code, source_.is_cff && !is_first};
}

Result<ObjectId> FontUse::embed(const typeset::Fonts& fonts, PdfObjects& objects) {
  std::vector<std::uint32_t> glyphs;
  for (std::size_t i = 1; i < entries_.size(); ++i) glyphs.push_back(entries_[i].glyph);
  const Result<FontSubset> subset = subset_font(source_, glyphs);
  if (!subset) return subset.failure();

  std::vector<Code> codes;
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    // 0 is kept for .notdef.
    entry.code = source_.is_cff ? subset->cids[i - 1] : static_cast<std::uint16_t>(i);
    const bool is_first = first_of_glyph_[entry.glyph] == i;
    if (source_.is_cff && !is_first) continue;
    codes.push_back({entry.code, subset->new_glyphs[i - 1], fonts.glyph_advance(font_, entry.glyph), entry.text});
  }
  std::ranges::sort(codes, {}, &Code::code);
  return add_font(source_, *subset, codes, objects);
}

PdfFonts::PdfFonts(const typeset::Pages& pages, const typeset::Fonts& fonts) : fonts_(fonts) {
  FontUse* use = nullptr;
  std::optional<typeset::FontId> used;
  for (const typeset::Page& page : pages.pages) {
    for (const typeset::Op& op : page.ops) {
      const auto* run = std::get_if<typeset::GlyphRun>(&op.content);
      if (run == nullptr) continue;
      if (used != run->font) {
        use = &uses_.try_emplace(run->font.value, run->font, fonts.source(run->font)).first->second;
        used = run->font;
      }
      const std::string_view text = run->text;
      for (const typeset::Glyph& glyph : run->glyphs) {
        use->note(glyph.id, text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin));
      }
    }
  }
}

Status PdfFonts::embed(PdfObjects& objects) {
  for (auto& [font, use] : uses_) {
    const Result<ObjectId> object = use.embed(fonts_, objects);
    if (!object) return object.failure();
    objects_[font] = *object;
  }
  return std::nullopt;
}

GlyphCode PdfFonts::code(typeset::FontId font, std::uint32_t glyph, std::string_view text) const {
  const auto use = uses_.find(font.value);
  return use == uses_.end() ? GlyphCode{} : use->second.code(glyph, text);
}

std::string PdfFonts::resources() const {
  std::string out;
  for (const auto& [font, object] : objects_) out += "/F" + std::to_string(font) + " " + reference(object) + " ";
  return out;
}

} // namespace comb::emit::handbook
