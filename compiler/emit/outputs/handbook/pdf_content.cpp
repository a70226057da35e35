// Content streams: glyph runs as TJ arrays, shapes as paths (ISO 32000-1, sections 8 and 9).
#include "emit/outputs/handbook/pdf_content.hpp"

#include "base/overloaded.hpp"
#include "emit/outputs/handbook/pdf_text.hpp"
#include "images/orientation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <optional>
#include <variant>

namespace comb::emit::handbook {

namespace {

using typeset::Glyph;
using typeset::GlyphRun;

// A quarter of a circle as a Bézier curve.
constexpr double circle_share = 0.5523;
// Half a thousandth of the size is seen by nobody.
constexpr double least_move = 0.5;

/// A box in PDF's own space, its lower left corner first.
struct PdfBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// The matrix that puts a picture, whose own space is the unit square, upright into `box` (ISO 32000-1, 8.9.5.1).
std::array<double, 6> upright(const PdfBox& box, images::Orientation orientation) {
  const double w = box.width;
  const double h = box.height;
  const double right = box.x + w;
  const double top = box.y + h;
  switch (orientation) {
    case images::Orientation::top_left:
      return {w, 0, 0, h, box.x, box.y};
    case images::Orientation::top_right:
      return {-w, 0, 0, h, right, box.y};
    case images::Orientation::bottom_right:
      return {-w, 0, 0, -h, right, top};
    case images::Orientation::bottom_left:
      return {w, 0, 0, -h, box.x, top};
    case images::Orientation::left_top:
      return {0, -h, -w, 0, right, top};
    case images::Orientation::right_top:
      return {0, -h, w, 0, box.x, top};
    case images::Orientation::right_bottom:
      return {0, h, w, 0, box.x, box.y};
    case images::Orientation::left_bottom:
      return {0, h, -w, 0, right, box.y};
  }
  return {w, 0, 0, h, box.x, box.y};
}

/// The text operators of one run.
class RunWriter {
 public:
  RunWriter(const GlyphRun& run, const PdfFonts& fonts, std::string& out) : run_(run), fonts_(fonts), out_(out) {}

  void write() {
    for (std::size_t i = 0; i < run_.glyphs.size();) {
      const std::size_t end = overlap_end(i);
      const bool is_spanned = end > i + 1;
      if (is_spanned) begin_span(text_from(i, end));
      for (; i < end; ++i) place(run_.glyphs[i], is_spanned);
      if (is_spanned) end_span();
    }
    set_rise(0);
    close_array();
  }

 private:
  void open_array() {
    if (!is_array_open_) out_ += '[';
    is_array_open_ = true;
  }
  void open_string() {
    open_array();
    if (!is_string_open_) out_ += '<';
    is_string_open_ = true;
  }
  void close_string() {
    if (is_string_open_) out_ += '>';
    is_string_open_ = false;
  }
  void close_array() {
    close_string();
    if (is_array_open_) out_ += "]TJ\n";
    is_array_open_ = false;
  }

  void move_to(double x) {
    const double thousandths = (pen_ - x) * 1000 / run_.size.value;
    if (std::abs(thousandths) < least_move) return;
    const long rounded = std::lround(thousandths);
    open_array();
    close_string();
    out_ += std::to_string(rounded);
    pen_ -= static_cast<double>(rounded) * run_.size.value / 1000;
  }

  void set_rise(double rise) {
    if (rise == rise_) return;
    close_array();
    append_number(out_, rise);
    out_ += " Ts\n";
    rise_ = rise;
  }

  double advance_of(const Glyph& glyph) const {
    return fonts_.faces().glyph_advance(run_.font, glyph.id) * run_.size.value / 1000;
  }

  /// The end of the glyphs from `begin` on that stand in each other's advance, as neighbouring Chinese marks do.
  /// Readers take a step back for a new line unless one text is said for all of them.
  std::size_t overlap_end(std::size_t begin) const {
    constexpr double tolerated = 0.08;
    std::size_t end = begin + 1;
    while (end < run_.glyphs.size()) {
      const Glyph& last = run_.glyphs[end - 1];
      const double gap = run_.glyphs[end].x.value - last.x.value - advance_of(last);
      if (gap >= -tolerated * run_.size.value || last.y.value != run_.glyphs[end].y.value) break;
      ++end;
    }
    return end;
  }

  std::string_view text_from(std::size_t begin, std::size_t end) const {
    const std::uint32_t first = run_.glyphs[begin].text_begin;
    return std::string_view(run_.text).substr(first, run_.glyphs[end - 1].text_end - first);
  }

  void begin_span(std::string_view text) {
    close_array();
    out_ += "/Span <</ActualText " + text_string(text) + ">> BDC\n";
  }
  void end_span() {
    close_array();
    out_ += "EMC\n";
  }

  void place(const Glyph& glyph, bool is_spanned) {
    set_rise(glyph.y.value);
    move_to(glyph.x.value);
    const std::string_view text =
        std::string_view(run_.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
    const GlyphCode code = fonts_.code(run_.font, glyph.id, text);
    const bool needs_own_span = code.needs_actual_text && !is_spanned;
    if (needs_own_span) begin_span(text);
    open_string();
    append_hex16(out_, code.code);
    if (needs_own_span) end_span();
    pen_ += advance_of(glyph);
  }

  const GlyphRun& run_;
  const PdfFonts& fonts_;
  std::string& out_;
  bool is_array_open_ = false;
  bool is_string_open_ = false;
  double pen_ = 0;
  double rise_ = 0;
};

class ContentWriter {
 public:
  ContentWriter(const typeset::Page& page, const typeset::Structure& structure, const PdfFonts& fonts,
                const PdfResources& resources)
      : page_(page), structure_(structure), fonts_(fonts), resources_(resources) {}

  PageContent write() {
    content_.operators.reserve(page_.ops.size() * 160);
    for (const typeset::Op& op : page_.ops) {
      if (std::holds_alternative<typeset::LinkArea>(op.content) ||
          std::holds_alternative<typeset::Anchor>(op.content)) {
        continue;
      }
      mark(op.node);
      std::visit([this](const auto& drawn) { draw(drawn); }, op.content);
    }
    if (is_marked_) out() += "EMC\n";
    return std::move(content_);
  }

 private:
  std::string& out() { return content_.operators; }

  void mark(typeset::NodeId node) {
    if (is_marked_ && node == marked_) return;
    if (is_marked_) out() += "EMC\n";
    is_marked_ = true;
    marked_ = node;
    if (node == typeset::artifact || node.value >= structure_.nodes.size()) {
      out() += "/Artifact BMC\n";
      return;
    }
    out() += '/';
    out() += structure_type(structure_.nodes[node.value].role);
    out() += " <</MCID " + std::to_string(content_.marked.size()) + ">> BDC\n";
    content_.marked.push_back(node);
  }

  void numbers(std::initializer_list<double> values) {
    for (const double value : values) {
      append_number(out(), value);
      out() += ' ';
    }
  }
  double up(Points y) const { return page_.height.value - y.value; }

  void set_fill(Rgb color) {
    if (fill_ == color) return;
    fill_ = color;
    append_color(out(), color);
    out() += " rg\n";
  }
  void set_stroke(Rgb color) {
    if (stroke_ == color) return;
    stroke_ = color;
    append_color(out(), color);
    out() += " RG\n";
  }

  void draw(const GlyphRun& run) {
    if (run.glyphs.empty() || run.size.value <= 0) return;
    set_fill(run.color);
    out() += "BT /F" + std::to_string(run.font.value) + " ";
    append_number(out(), run.size.value);
    out() += " Tf ";
    if (run.slant == 0 && run.rotation == 0) {
      numbers({1, 0, 0, 1});
    } else {
      const double angle = run.rotation * std::numbers::pi / 180;
      const double c = std::cos(angle);
      const double s = std::sin(angle);
      numbers({c, -s, run.slant * c + s, c - run.slant * s});
    }
    numbers({run.x.value, up(run.y)});
    out() += "Tm\n";
    RunWriter(run, fonts_, out()).write();
    out() += "ET\n";
  }

  void add_rectangle(const Box2d& box, Points radius) {
    const double x = box.x.value;
    const double y = up(box.y + box.height);
    const double w = box.width.value;
    const double h = box.height.value;
    const double r = std::min(radius.value, std::min(w, h) / 2);
    if (r <= 0) {
      numbers({x, y, w, h});
      out() += "re ";
      return;
    }
    const double k = r * (1 - circle_share);
    numbers({x + r, y});
    out() += "m ";
    add_side({x + w - r, y}, {x + w - k, y, x + w, y + k, x + w, y + r});
    add_side({x + w, y + h - r}, {x + w, y + h - k, x + w - k, y + h, x + w - r, y + h});
    add_side({x + r, y + h}, {x + k, y + h, x, y + h - k, x, y + h - r});
    add_side({x, y + r}, {x, y + k, x + k, y, x + r, y});
    out() += "h ";
  }
  void add_side(std::initializer_list<double> line, std::initializer_list<double> corner) {
    numbers(line);
    out() += "l ";
    numbers(corner);
    out() += "c ";
  }

  void draw(const typeset::FilledRectangle& rectangle) {
    set_fill(rectangle.color);
    add_rectangle(rectangle.box, rectangle.radius);
    out() += "f\n";
  }

  void set_width(double width) {
    if (width_ == width) return;
    width_ = width;
    numbers({width});
    out() += "w ";
  }

  void draw(const typeset::StrokedRectangle& rectangle) {
    set_stroke(rectangle.color);
    set_width(rectangle.width.value);
    add_rectangle(rectangle.box, rectangle.radius);
    out() += "S\n";
  }

  void draw(const typeset::StrokedLine& line) {
    set_stroke(line.color);
    set_width(line.width.value);
    if (!line.dashes.empty()) add_dashes(line.dashes);
    numbers({line.x1.value, up(line.y1)});
    out() += "m ";
    numbers({line.x2.value, up(line.y2)});
    out() += "l S\n";
    if (!line.dashes.empty()) out() += "[] 0 d\n";
  }

  void add_dashes(const std::vector<double>& dashes) {
    out() += '[';
    for (const double dash : dashes) numbers({dash});
    out() += "] 0 d ";
  }

  void draw(const typeset::DrawnPath& drawn) {
    const images::VectorPath& path = drawn.path;
    if (!path.fill.color && !path.stroke.color) return;
    out() += "q ";
    numbers({drawn.scale, 0, 0, -drawn.scale, drawn.x.value, up(drawn.y)});
    out() += "cm\n";
    if (const std::string state = PdfResources::state_name(path); !state.empty()) out() += "/" + state + " gs\n";
    if (path.fill.color) {
      append_color(out(), *path.fill.color);
      out() += " rg\n";
    }
    if (path.stroke.color) {
      append_color(out(), *path.stroke.color);
      out() += " RG ";
      numbers({path.stroke_width});
      out() += "w ";
      if (path.round_ends) out() += "1 J 1 j ";
      if (!path.dashes.empty()) add_dashes(path.dashes);
    }
    for (const images::PathSegment& segment : path.segments) add_segment(segment);
    out() += painting_operator(path);
    out() += " Q\n";
  }

  void add_segment(const images::PathSegment& segment) {
    switch (segment.kind) {
      case images::PathSegment::Kind::move:
        numbers({segment.x, segment.y});
        out() += "m\n";
        return;
      case images::PathSegment::Kind::line:
        numbers({segment.x, segment.y});
        out() += "l\n";
        return;
      case images::PathSegment::Kind::cubic:
        numbers({segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y});
        out() += "c\n";
        return;
      case images::PathSegment::Kind::close:
        out() += "h\n";
        return;
    }
  }

  static std::string_view painting_operator(const images::VectorPath& path) {
    if (!path.fill.color) return "S";
    if (!path.stroke.color) return path.even_odd ? "f*" : "f";
    return path.even_odd ? "B*" : "B";
  }

  void draw(const typeset::DrawnImage& drawn) {
    if (!drawn.image) return;
    const auto* jpeg = std::get_if<images::CheckedJpeg>(&drawn.image->content);
    const auto orientation = jpeg == nullptr ? images::Orientation::top_left : images::jpeg_orientation(jpeg->bytes);
    const PdfBox box{drawn.box.x.value, up(drawn.box.y + drawn.box.height), drawn.box.width.value,
                     drawn.box.height.value};
    out() += "q ";
    for (const double value : upright(box, orientation)) numbers({value});
    out() += "cm /" + resources_.image_name(drawn.image.get()) + " Do Q\n";
  }

  // Not drawn: they become annotations and destinations.
  void draw(const typeset::LinkArea&) {}
  void draw(const typeset::Anchor&) {}

  const typeset::Page& page_;
  const typeset::Structure& structure_;
  const PdfFonts& fonts_;
  const PdfResources& resources_;
  PageContent content_;
  bool is_marked_ = false;
  typeset::NodeId marked_{};
  std::optional<Rgb> fill_;
  std::optional<Rgb> stroke_;
  std::optional<double> width_;
};

} // namespace

PageContent write_content(const typeset::Page& page, const typeset::Structure& structure, const PdfFonts& fonts,
                          const PdfResources& resources) {
  return ContentWriter(page, structure, fonts, resources).write();
}

std::string_view structure_type(typeset::Role role) {
  using enum typeset::Role;
  switch (role) {
    case document:
      return "Document";
    case part:
      return "Part";
    case section:
      return "Sect";
    case division:
      return "Div";
    case heading1:
      return "H1";
    case heading2:
      return "H2";
    case heading3:
      return "H3";
    case heading4:
      return "H4";
    case paragraph:
      return "P";
    case list:
      return "L";
    case list_item:
      return "LI";
    case label:
      return "Lbl";
    case list_body:
      return "LBody";
    case table:
      return "Table";
    case table_row:
      return "TR";
    case table_header:
      return "TH";
    case table_cell:
      return "TD";
    case caption:
      return "Caption";
    case figure:
      return "Figure";
    case quote:
      return "BlockQuote";
    case code:
      return "Code";
    case link:
      return "Link";
    case note:
      return "Note";
    case reference:
      return "Reference";
    case contents:
      return "TOC";
    case contents_item:
      return "TOCI";
    case form:
      return "Form";
    case span:
      return "Span";
  }
  return "Span";
}

} // namespace comb::emit::handbook
