// A slide as a display list of 960 x 540 points: the thumbnails of the trainer's guide.
#include "typeset/deck.hpp"
#include "typeset/deck_layout.hpp"
#include "typeset/deck_metrics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace comb::typeset {

using namespace metrics;

namespace {

/// The comb of the covers: one spine, many teeth, shorter to the left.
void draw_comb(const theme::Theme& theme, double width, double height, Ops& ops) {
  fill_box(&ops, {0, 0, width, height}, theme.colors.night);
  constexpr double pitch = 26, tooth = 8;
  const double spine_top = 0.1 * height, spine = 0.082 * height;
  const double teeth_top = spine_top + spine;
  for (double x = 0; x + tooth <= width; x += pitch) {
    const double end = height * (0.74 + 0.18 * x / width);
    fill_box(&ops, {x, teeth_top, tooth, end - teeth_top}, theme.colors.amber);
  }
  fill_box(&ops, {0, spine_top, width, spine}, theme.colors.amber);
}

/// A ring of `radius` about (x, y), of straight pieces: small enough not to be seen.
void draw_ring(double x, double y, double radius, Rgb color, Ops& ops) {
  images::VectorPath path;
  path.stroke.color = color;
  path.stroke_width = 22;
  constexpr int pieces = 48;
  for (int i = 0; i <= pieces; ++i) {
    const double angle = 2 * std::numbers::pi * i / pieces;
    path.segments.push_back({.kind = i == 0 ? images::PathSegment::Kind::move : images::PathSegment::Kind::line,
                             .x = radius * std::cos(angle),
                             .y = radius * std::sin(angle)});
  }
  ops.push_back({.node = artifact, .content = DrawnPath{std::move(path), pixels(x), pixels(y), pixels(1).value}});
}

class SlideDrawer {
 public:
  SlideDrawer(const Deck& deck, const Slide& slide, SlideSetter& setter)
      : deck_(deck), slide_(slide), setter_(setter), theme_(setter.theme()) {}

  Ops draw() {
    fill_box(&ops_, {0, 0, slide_width, slide_height}, theme_.colors.paper);
    switch (slide_.layout) {
      case SlideLayout::cover:
        cover();
        break;
      case SlideLayout::part:
        part();
        break;
      case SlideLayout::lesson:
        lesson();
        break;
      case SlideLayout::pause:
        pause();
        break;
      case SlideLayout::content:
      case SlideLayout::block:
      case SlideLayout::question:
        content();
        break;
    }
    return std::move(ops_);
  }

 private:
  SlideText look(double size, Rgb color, Weight weight = Weight::regular, double leading = headline_leading) const {
    return {.size = size, .leading = leading, .weight = weight, .color = color};
  }
  double line(std::string_view text, const SlideText& style, double x, double y, double width) {
    return text.empty() ? 0 : setter_.put(text, style, SlideArea{x, y, width, style.size}, &ops_);
  }

  void cover() {
    const double field = 0.46 * slide_width, left = 0.52 * slide_width;
    draw_comb(theme_, field, slide_height, ops_);
    const double width = slide_width - left - 70;
    double y = 230;
    y += setter_.put(slide_.headline, look(theme_.slide.title, theme_.colors.ink, Weight::bold),
                     SlideArea{left, y, width, theme_.slide.title}, &ops_);
    line(deck_.info.subtitle, look(theme_.slide.body, theme_.colors.soft, Weight::regular, 1.5), left, y + 20, width);
  }

  void part() {
    fill_box(&ops_, {0, 0, slide_width, slide_height}, theme_.colors.night);
    fill_box(&ops_, {0, 96, slide_width, 14}, theme_.colors.amber);
    const double width = slide_width - 2 * theme_.slide.side;
    setter_.put(slide_.headline, look(theme_.slide.title, theme_.colors.paper, Weight::bold),
                SlideArea{theme_.slide.side, 190, width, theme_.slide.title}, &ops_);
  }

  void lesson() {
    fill_box(&ops_, {0, 0, opener_field, slide_height}, theme_.colors.night);
    line(slide_.kicker, look(120, theme_.colors.amber, Weight::bold, 1), 64, 180, opener_field - 64);
    const double left = opener_field + opener_side;
    const double width = slide_width - left - theme_.slide.side;
    double y = 180;
    y += setter_.put(slide_.headline, look(opener_title, theme_.colors.ink, Weight::bold),
                     SlideArea{left, y, width, opener_title}, &ops_);
    y += line(slide_.kicker_meta, look(theme_.slide.small, theme_.colors.soft), left, y + 12, width) + 44;
    setter_.draw(slide_.body, SlideArea{left, y, width, theme_.slide.body}, ops_);
  }

  void pause() {
    const double width = slide_width - 2 * theme_.slide.side;
    setter_.put(slide_.headline, look(theme_.slide.title, theme_.colors.ink, Weight::bold),
                SlideArea{theme_.slide.side, 250, width, theme_.slide.title}, &ops_);
    line(slide_.kicker_meta, look(theme_.slide.body, theme_.colors.soft), theme_.slide.side, 350, width);
    draw_ring(slide_width - 320, slide_height / 2, 150, theme_.colors.amber, ops_);
  }

  void content() {
    const double side = theme_.slide.side;
    double y = theme_.slide.top;
    double width = slide_width - 2 * side;
    const TimerPlace timer = slide_.timer;
    if (timer == TimerPlace::ring) {
      width -= timer_width + timer_gap;
      const double radius = timer_ring / 2 - 11;
      draw_ring(slide_width - side - timer_width / 2, theme_.slide.top + timer_ring / 2, radius,
                setter_.tone_color(slide_.tone), ops_);
      draw_minutes(slide_width - side - timer_width / 2, theme_.slide.top + timer_ring / 2);
    }
    if (!slide_.kicker.empty()) {
      const Rgb color = setter_.tone_color(slide_.tone);
      fill_box(&ops_, {side, y, kicker_height, kicker_height}, color, kicker_height / 2);
      const std::string text = slide_.kicker + (slide_.kicker_meta.empty() ? "" : "　" + slide_.kicker_meta);
      line(text, look(20, color, Weight::bold, 1.7), side + 44, y, width);
      y += kicker_height + kicker_gap;
    }
    if (!slide_.headline.empty()) {
      y += setter_.put(slide_.headline, look(slide_.headline_size, theme_.colors.ink, Weight::bold),
                       SlideArea{side, y, width, slide_.headline_size}, &ops_);
      y += headline_gap;
    }
    const std::size_t first = ops_.size();
    setter_.draw(slide_.body, SlideArea{side, y, width / slide_.scale, theme_.slide.body}, ops_);
    if (slide_.scale != 1) rescale(first, side, y);
    if (const model::Timer* found = find_timer(slide_); found != nullptr && !found->phases.empty()) {
      const double full = slide_width - 2 * side;
      const double height = setter_.phases_height(*found, full);
      setter_.put_steps(found->phases, SlideArea{side, slide_height - theme_.slide.bottom - height, full, 22}, &ops_);
    }
    footer();
  }

  void draw_minutes(double x, double y) {
    const model::Timer* timer = find_timer(slide_);
    const std::string text = std::to_string(timer->total.count()) + ":00";
    const SlideText style = look(56, theme_.colors.ink, Weight::bold, 1);
    line(text, style, x - setter_.ruler().width(text, style) / 2, y - 30, timer_width);
  }

  /// Draws what was added since `first` at the slide's scale, about (x, y): runs and boxes are placed anew.
  void rescale(std::size_t first, double x, double y) {
    const double scale = slide_.scale;
    const auto at = [&](Points value, double from) { return pixels(from) + (value - pixels(from)) * scale; };
    const auto scaled = [&](Box2d box) {
      return Box2d{at(box.x, x), at(box.y, y), box.width * scale, box.height * scale};
    };
    for (std::size_t i = first; i < ops_.size(); ++i) {
      std::visit(
          [&]<class T>(T& op) {
            if constexpr (std::is_same_v<T, GlyphRun>) {
              op.x = at(op.x, x);
              op.y = at(op.y, y);
              op.size = op.size * scale;
              for (Glyph& glyph : op.glyphs) {
                glyph.x = glyph.x * scale;
                glyph.y = glyph.y * scale;
                glyph.advance = glyph.advance * scale;
              }
            } else if constexpr (std::is_same_v<T, StrokedLine>) {
              op.x1 = at(op.x1, x);
              op.x2 = at(op.x2, x);
              op.y1 = at(op.y1, y);
              op.y2 = at(op.y2, y);
            } else if constexpr (std::is_same_v<T, DrawnPath>) {
              op.x = at(op.x, x);
              op.y = at(op.y, y);
              op.scale *= scale;
            } else if constexpr (!std::is_same_v<T, Anchor>) {
              op.box = scaled(op.box);
            }
          },
          ops_[i].content);
    }
  }

  void footer() {
    const SlideText style = look(theme_.slide.tiny, theme_.colors.soft, Weight::regular, 1.2);
    constexpr double y = slide_height - 46;
    line(slide_.footer, style, theme_.slide.side, y, 800);
    const std::string number = std::to_string(slide_.number);
    line(number, style, slide_width - theme_.slide.side - setter_.ruler().width(number, style), y, 100);
    const double share =
        static_cast<double>(slide_.number) / static_cast<double>(std::max<std::size_t>(1, deck_.slides.size()));
    fill_box(&ops_, {0, slide_height - 5, slide_width * share, 5}, theme_.colors.wood);
  }

  const Deck& deck_;
  const Slide& slide_;
  SlideSetter& setter_;
  const theme::Theme& theme_;
  Ops ops_{};
};

} // namespace

Ops draw_slide(const Deck& deck, const Slide& slide, const theme::Theme& theme, const Fonts& fonts,
               const words::Words& words) {
  SlideSetter setter(theme, fonts, words, deck.questions);
  setter.diagrams().keep(slide.drawings);
  return SlideDrawer(deck, slide, setter).draw();
}

} // namespace comb::typeset
