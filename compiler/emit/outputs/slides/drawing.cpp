// Display lists as SVG. No `style` attribute and no style element: the content security policy allows none.
#include "emit/outputs/slides/drawing.hpp"

#include "base/overloaded.hpp"
#include "emit/outputs/slides/parts.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

namespace comb::emit::slides {

namespace {

using typeset::Glyph;
using typeset::GlyphRun;

constexpr double pixels_a_point = 4.0 / 3.0;

/// In pixels, to a hundredth.
std::string pixels(double points) {
  const auto hundredths = static_cast<long>(std::lround(points * pixels_a_point * 100));
  const long whole = std::abs(hundredths) / 100, rest = std::abs(hundredths) % 100;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest != 0) text += (rest < 10 ? ".0" : ".") + std::to_string(rest);
  if (text.find('.') != std::string::npos && text.back() == '0') text.pop_back();
  return text;
}
std::string pixels(Points points) {
  return pixels(points.value);
}

class SvgWriter {
 public:
  explicit SvgWriter(const typeset::Fonts& fonts) : fonts_(fonts) {}

  void add(const typeset::Ops& ops) {
    for (const typeset::Op& op : ops) {
      std::visit(Overloaded{
                     [&](const GlyphRun& run) { add_run(run); },
                     [&](const typeset::FilledRectangle& box) {
                       add_box(box.box, box.radius);
                       attribute(" fill=\"", to_hex(box.color));
                       svg_ += "\"/>";
                     },
                     [&](const typeset::StrokedRectangle& box) {
                       add_box(box.box, box.radius);
                       add_stroke(box.color, box.width.value, {});
                       svg_ += "\" fill=\"none\"/>";
                     },
                     [&](const typeset::StrokedLine& line) { add_line(line); },
                     [&](const typeset::DrawnPath& path) { add_path(path); },
                     [](const typeset::DrawnImage&) {}, // diagrams hold none
                     [](const typeset::LinkArea&) {},   // nor is a label clicked
                     [](const typeset::Anchor&) {},
                 },
                 op.content);
    }
  }
  Html& svg() { return svg_; }
  /// ` name="value`: the quote that ends it comes with what follows.
  template <std::size_t size>
  void attribute(const char (&begin)[size], std::string_view value) {
    svg_ += begin;
    svg_.add(value);
  }

 private:
  void add_box(const Box2d& box, Points radius) {
    attribute("<rect x=\"", pixels(box.x));
    attribute("\" y=\"", pixels(box.y));
    attribute("\" width=\"", pixels(box.width));
    attribute("\" height=\"", pixels(box.height));
    if (radius.value > 0) attribute("\" rx=\"", pixels(std::min({radius, box.width / 2, box.height / 2})));
    svg_ += "\"";
  }

  void add_stroke(Rgb color, double width, const std::vector<double>& dashes) {
    attribute(" stroke=\"", to_hex(color));
    attribute("\" stroke-width=\"", pixels(width));
    if (dashes.empty()) return;
    std::string list;
    for (const double dash : dashes) list += (list.empty() ? "" : " ") + pixels(dash);
    attribute("\" stroke-dasharray=\"", list);
  }

  void add_line(const typeset::StrokedLine& line) {
    attribute("<line x1=\"", pixels(line.x1));
    attribute("\" y1=\"", pixels(line.y1));
    attribute("\" x2=\"", pixels(line.x2));
    attribute("\" y2=\"", pixels(line.y2));
    svg_ += "\"";
    add_stroke(line.color, line.width.value, line.dashes);
    svg_ += "\"/>";
  }

  void add_path(const typeset::DrawnPath& drawn) {
    const images::VectorPath& path = drawn.path;
    const auto x = [&](double value) { return pixels(drawn.x.value + value * drawn.scale); };
    const auto y = [&](double value) { return pixels(drawn.y.value + value * drawn.scale); };
    std::string data;
    for (const images::PathSegment& segment : path.segments) {
      switch (segment.kind) {
        case images::PathSegment::Kind::move:
          data += "M" + x(segment.x) + " " + y(segment.y);
          break;
        case images::PathSegment::Kind::line:
          data += "L" + x(segment.x) + " " + y(segment.y);
          break;
        case images::PathSegment::Kind::cubic:
          data += "C" + x(segment.x1) + " " + y(segment.y1) + " " + x(segment.x2) + " " + y(segment.y2) + " " +
                  x(segment.x) + " " + y(segment.y);
          break;
        case images::PathSegment::Kind::close:
          data += "Z";
          break;
      }
    }
    attribute("<path d=\"", data);
    attribute("\" fill=\"", path.fill.color ? to_hex(*path.fill.color) : "none");
    svg_ += "\"";
    if (path.stroke.color) {
      std::vector<double> dashes = path.dashes;
      for (double& dash : dashes) dash *= drawn.scale;
      add_stroke(*path.stroke.color, path.stroke_width * drawn.scale, dashes);
      if (path.join == images::LineJoin::round) svg_ += "\" stroke-linejoin=\"round";
      svg_ += "\"";
    }
    svg_ += "/>";
  }

  /// A text element for each stretch without a gap: the space between Chinese and Latin is no character.
  void add_run(const GlyphRun& run) {
    const auto is_space = [&](const Glyph& glyph) {
      const std::string_view text =
          std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
      return text == " " || text == "\n";
    };
    const double gap = run.size.value * 0.05;
    std::size_t begin = 0;
    while (begin < run.glyphs.size()) {
      if (is_space(run.glyphs[begin])) {
        ++begin;
        continue;
      }
      std::size_t end = begin + 1;
      while (end < run.glyphs.size()) {
        const Glyph& before = run.glyphs[end - 1];
        if (run.glyphs[end].x.value > (before.x + before.advance).value + gap) break;
        ++end;
      }
      std::size_t last = end;
      while (is_space(run.glyphs[last - 1])) --last;
      add_text(run, std::span(run.glyphs).subspan(begin, last - begin));
      begin = end;
    }
  }

  void add_text(const GlyphRun& run, std::span<const Glyph> glyphs) {
    const std::string& face = fonts_.source(run.font).postscript_name;
    const Glyph& last = glyphs.back();
    attribute("<text x=\"", pixels(run.x + glyphs.front().x));
    attribute("\" y=\"", pixels(run.y));
    attribute("\" font-size=\"", pixels(run.size));
    attribute("\" fill=\"", to_hex(run.color));
    if (face.find("Bold") != std::string::npos) svg_ += "\" font-weight=\"700";
    if (face.find("SansMono") != std::string::npos) svg_ += "\" font-family=\"monospace";
    if (run.slant > 0) svg_ += "\" font-style=\"italic";
    attribute("\" textLength=\"", pixels(last.x + last.advance - glyphs.front().x));
    svg_ += "\" lengthAdjust=\"spacingAndGlyphs\">";
    svg_.add(std::string_view(run.text).substr(glyphs.front().text_begin, last.text_end - glyphs.front().text_begin));
    svg_ += "</text>";
  }

  const typeset::Fonts& fonts_;
  Html svg_{};
};

} // namespace

Html draw_svg(const typeset::DrawnDiagram& drawn, std::string_view alternative, Layers layers,
              const typeset::Fonts& fonts) {
  SvgWriter writer(fonts);
  writer.attribute("<svg class=\"diagram\" role=\"img\" aria-label=\"", alternative);
  writer.attribute("\" width=\"", pixels(drawn.width));
  writer.attribute("\" height=\"", pixels(drawn.height));
  writer.attribute("\" viewBox=\"0 0 ", pixels(drawn.width));
  writer.attribute(" ", pixels(drawn.height));
  writer.svg() += "\">\n";
  for (const typeset::DiagramLayer& layer : drawn.layers) {
    if (layers == Layers::one_by_one && layer.step > 0) {
      writer.attribute("<g class=\"step\" data-step=\"", std::to_string(layer.step));
      writer.svg() += "\">";
    } else {
      writer.svg() += "<g>";
    }
    writer.add(layer.ops);
    writer.svg() += "</g>\n";
  }
  writer.svg() += "</svg>\n";
  return std::move(writer.svg());
}

void PartRenderer::add_diagram(const model::Diagram& diagram, Span span, Html& out) {
  const auto is_it = [&](const typeset::SlideDrawing& drawing) { return drawing.span == span; };
  const auto found = std::ranges::find_if(slide_->drawings, is_it);
  const bool is_drawn = found != slide_->drawings.end() && !found->drawn.layers.empty();
  if (where_ == Where::notes || !is_drawn) {
    out += "<p>";
    out.add(diagram.alternative);
    out += "</p>\n";
    return;
  }
  out += "<figure class=\"diagram\">";
  out += draw_svg(found->drawn, diagram.alternative, diagram.reveal ? Layers::one_by_one : Layers::at_once, fonts_);
  if (!diagram.caption.empty()) {
    out += "<figcaption>";
    add(diagram.caption, out);
    out += "</figcaption>";
  }
  out += "</figure>\n";
}

} // namespace comb::emit::slides
