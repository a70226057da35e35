// The text that a reader can get out of a PDF: strings through ToUnicode, ActualText, bookmarks, metadata.
#include "leak/pdf_text.hpp"

#include "base/utf8.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <charconv>
#include <map>
#include <unordered_map>

namespace comb::leak {

namespace {

using CodeMap = std::unordered_map<std::uint32_t, std::string>;
/// The maps of a page's fonts by their name there; the maps themselves are shared between pages.
using FontMaps = std::map<std::string, const CodeMap*>;

/// UTF-16BE in hexadecimal digits to UTF-8.
std::string from_utf16_hex(std::string_view digits) {
  std::string text;
  std::uint32_t high = 0;
  for (std::size_t at = 0; at + 4 <= digits.size(); at += 4) {
    std::uint32_t unit = 0;
    std::from_chars(digits.data() + at, digits.data() + at + 4, unit, 16);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
      continue;
    }
    if (unit >= 0xDC00 && unit < 0xE000 && high != 0) unit = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
    high = 0;
    append_utf8(text, unit);
  }
  return text;
}

/// The `<…>` strings of one line of a CMap.
std::vector<std::string_view> hex_strings(std::string_view line) {
  std::vector<std::string_view> all;
  for (std::size_t open = line.find('<'); open != std::string_view::npos; open = line.find('<', open + 1)) {
    const std::size_t close = line.find('>', open);
    if (close == std::string_view::npos) break;
    all.push_back(line.substr(open + 1, close - open - 1));
  }
  return all;
}

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

/// `bfchar` and `bfrange` lines of a ToUnicode CMap (ISO 32000-1, 9.10.3).
CodeMap read_code_map(std::string_view cmap) {
  CodeMap codes;
  bool in_range = false;
  for (std::size_t begin = 0; begin < cmap.size();) {
    const std::size_t end = std::min(cmap.find('\n', begin), cmap.size());
    const std::string_view line = cmap.substr(begin, end - begin);
    begin = end + 1;
    if (line.find("beginbfrange") != std::string_view::npos) in_range = true;
    if (line.find("beginbfchar") != std::string_view::npos) in_range = false;
    const auto strings = hex_strings(line);
    if (!in_range && strings.size() == 2) codes[hex_value(strings[0])] = from_utf16_hex(strings[1]);
    if (!in_range || strings.size() != 3) continue;
    const std::uint32_t last = std::min(hex_value(strings[1]), hex_value(strings[0]) + 0xFFFF);
    for (std::uint32_t code = hex_value(strings[0]); code <= last; ++code) {
      codes[code] = to_utf8(static_cast<char32_t>(hex_value(strings[2]) + code - hex_value(strings[0])));
    }
  }
  return codes;
}

/// Reads one page's operators and gathers what they show.
class TextCollector : public QPDFObjectHandle::ParserCallbacks {
 public:
  TextCollector(const FontMaps& fonts, std::string& text) : fonts_(fonts), text_(text) {}

  void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "Tf" && operands_.size() >= 2) {
      const auto font = fonts_.find(operands_[0].getName());
      codes_ = font == fonts_.end() ? nullptr : font->second;
    }
    if (name == "Tj" || name == "TJ" || name == "'" || name == "\"") {
      for (QPDFObjectHandle& operand : operands_) show(operand);
    }
    if (name == "BDC" && operands_.size() == 2 && operands_[1].isDictionary() && operands_[1].hasKey("/ActualText")) {
      text_ += operands_[1].getKey("/ActualText").getUTF8Value();
    }
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void show(QPDFObjectHandle& operand) {
    if (operand.isString()) append(operand.getStringValue());
    if (!operand.isArray()) return;
    for (QPDFObjectHandle item : operand.aitems()) {
      if (item.isString()) append(item.getStringValue());
    }
  }
  void append(const std::string& bytes) {
    if (codes_ == nullptr) {
      text_ += bytes;
      return;
    }
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
      const std::uint32_t code = static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) << 8 |
                                 static_cast<unsigned char>(bytes[at + 1]);
      const auto found = codes_->find(code);
      if (found != codes_->end()) text_ += found->second;
    }
  }

  const FontMaps& fonts_;
  std::string& text_;
  const CodeMap* codes_ = nullptr;
  std::vector<QPDFObjectHandle> operands_;
};

std::string stream_text(QPDFObjectHandle stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

/// Fonts are shared between pages, so each is read once.
FontMaps fonts_of(QPDFObjectHandle page, std::map<QPDFObjGen, CodeMap>& known) {
  FontMaps fonts;
  QPDFObjectHandle all = page.getKey("/Resources").getKeyIfDict("/Font");
  if (!all.isDictionary()) return fonts;
  for (auto& [name, font] : all.ditems()) {
    QPDFObjectHandle map = font.getKeyIfDict("/ToUnicode");
    if (!map.isStream()) continue;
    const auto [place, is_new] = known.try_emplace(font.getObjGen());
    if (is_new) place->second = read_code_map(stream_text(map));
    fonts[name] = &place->second;
  }
  return fonts;
}

void outline_titles(const std::vector<QPDFOutlineObjectHelper>& entries, std::string& text) {
  for (QPDFOutlineObjectHelper entry : entries) {
    text += entry.getTitle() + "\n";
    outline_titles(entry.getKids(), text);
  }
}

std::string read_all(std::string_view bytes) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("artifact", bytes.data(), bytes.size());
  std::string text;
  std::map<QPDFObjGen, CodeMap> known;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    const auto fonts = fonts_of(page.getObjectHandle(), known);
    TextCollector collector(fonts, text);
    page.parseContents(&collector);
    text += "\n";
  }
  outline_titles(QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines(), text);
  QPDFObjectHandle info = pdf.getTrailer().getKey("/Info");
  if (info.isDictionary()) {
    for (auto& [name, value] : info.ditems()) {
      if (value.isString()) text += value.getUTF8Value() + "\n";
    }
  }
  QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
  if (metadata.isStream()) text += stream_text(metadata);
  return text;
}

} // namespace

std::string decoded_pdf_text(std::string_view bytes) {
  try {
    return read_all(bytes);
  } catch (const std::exception&) {
    // Our own files always read; anything else is searched as it is.
    return std::string(bytes);
  }
}

} // namespace comb::leak
