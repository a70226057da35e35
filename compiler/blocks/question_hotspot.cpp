// Questions about a place on a picture: where the places are, and whether they can be told apart.
#include "blocks/question_body.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace comb::blocks {

using model::Region;
using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind hotspot_misfit{
    .name = "hotspot-misfit",
    .severity = Severity::error,
    .help = "give each place `{x=… y=… width=… height=…}` or, for a circle, `{x=… y=… radius=…}`",
    .explain =
        "A place is a rectangle from its upper left corner or a circle around its centre, in pixels of the picture. "
        "The words behind the box say what is there: trainers and screen readers get them, other learners see a "
        "letter.\n\n"
        "    ::hotspot{src=\"../figures/shop.svg\" alt=\"門市平面圖\"}\n\n"
        "    - [x] 入口右側 {x=120 y=80 width=60 height=40}\n"
        "    - [ ] 櫃檯後方 {x=300 y=90 radius=25}\n",
};
constexpr DiagnosticKind hotspot_outside{
    .name = "hotspot-outside",
    .severity = Severity::error,
    .help = "measure the place in pixels of the picture, from its upper left corner",
};
constexpr DiagnosticKind hotspot_overlap{
    .name = "hotspot-overlap",
    .severity = Severity::error,
    .help = "move the places apart: where two lie over each other, nobody can say which is meant",
};
constexpr std::array<const DiagnosticKind*, 3> kinds = {&hotspot_misfit, &hotspot_outside, &hotspot_overlap};

constexpr double largest = 100'000;
constexpr double full_weight = 100;

std::span<const FieldSpec> region_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "x",
       .type = FieldType::number,
       .help = "pixels from the left",
       .required = true,
       .min_value = 0,
       .max_value = largest},
      {.name = "y",
       .type = FieldType::number,
       .help = "pixels from the top",
       .required = true,
       .min_value = 0,
       .max_value = largest},
      {.name = "width", .type = FieldType::number, .help = "of a rectangle", .min_value = 1, .max_value = largest},
      {.name = "height", .type = FieldType::number, .help = "of a rectangle", .min_value = 1, .max_value = largest},
      {.name = "radius", .type = FieldType::number, .help = "of a circle", .min_value = 1, .max_value = largest},
  };
  return fields;
}

/// What a place covers.
struct Bounds {
  double left = 0, top = 0, right = 0, bottom = 0;
};

Bounds bounds_of(const Region& region) {
  if (region.shape == Region::Shape::circle) {
    return {region.x - region.width, region.y - region.width, region.x + region.width, region.y + region.width};
  }
  return {region.x, region.y, region.x + region.width, region.y + region.height};
}

bool circle_meets_box(const Region& circle, const Bounds& box) {
  const double x = std::clamp(circle.x, box.left, box.right);
  const double y = std::clamp(circle.y, box.top, box.bottom);
  return std::hypot(circle.x - x, circle.y - y) < circle.width;
}

bool overlap(const Region& one, const Region& other) {
  const bool one_is_round = one.shape == Region::Shape::circle;
  const bool other_is_round = other.shape == Region::Shape::circle;
  if (one_is_round && other_is_round) {
    return std::hypot(one.x - other.x, one.y - other.y) < one.width + other.width;
  }
  if (one_is_round) return circle_meets_box(one, bounds_of(other));
  if (other_is_round) return circle_meets_box(other, bounds_of(one));
  const Bounds a = bounds_of(one);
  const Bounds b = bounds_of(other);
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// The first paragraph of an item: what is there.
text::Inlines words_of(const syntax::ListItem& item, LoweringContext& context) {
  for (const syntax::Node& child : item.children) {
    const auto* paragraph = std::get_if<syntax::Paragraph>(&child.content);
    if (paragraph != nullptr) return context.inlines(paragraph->content);
  }
  context.report({.kind = &hotspot_misfit,
                  .span = item.span,
                  .message = "nothing says what is at this place",
                  .help = "name it in a few words: `- [ ] 櫃檯 {x=… y=… radius=…}`"});
  return {};
}

/// The place that an item describes; none where its fields do not make one, which is reported.
std::optional<Region> read_region(const syntax::ListItem& item, LoweringContext& context) {
  const schema::Values values = context.check_fields(item.fields, region_fields(), "a place on a picture", item.span);
  Region region{.span = item.span, .text = words_of(item, context)};
  const auto x = values.number("x"), y = values.number("y"), radius = values.number("radius");
  const auto width = values.number("width"), height = values.number("height");
  if (!x || !y) return std::nullopt; // reported as missing
  region.x = *x;
  region.y = *y;
  if (radius && !width && !height) {
    region.shape = Region::Shape::circle;
    region.width = *radius;
    return region;
  }
  if (width && height && !radius) {
    region.width = *width;
    region.height = *height;
    return region;
  }
  context.report({.kind = &hotspot_misfit,
                  .span = item.fields.span.is_empty() ? item.span : item.fields.span,
                  .message = radius ? "this place is a circle and a rectangle" : "this place has no size"});
  return std::nullopt;
}

void check_regions(const model::Hotspot& hotspot, LoweringContext& context) {
  const auto& regions = hotspot.regions;
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const Bounds bounds = bounds_of(regions[i]);
    const bool is_outside =
        hotspot.image != nullptr && (bounds.left < 0 || bounds.top < 0 || bounds.right > hotspot.image->width ||
                                     bounds.bottom > hotspot.image->height);
    if (is_outside) {
      context.report({.kind = &hotspot_outside,
                      .span = regions[i].span,
                      .message = "this place reaches out of the picture, which is " +
                                 std::to_string(std::lround(hotspot.image->width)) + " × " +
                                 std::to_string(std::lround(hotspot.image->height))});
    }
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      if (!overlap(regions[earlier], regions[i])) continue;
      context.report({.kind = &hotspot_overlap,
                      .span = regions[i].span,
                      .message = "this place lies over another",
                      .notes = {{.span = regions[earlier].span, .message = "the other is here"}}});
    }
  }
}

/// The picture, read as any other: a paragraph that holds it alone.
void read_picture(const syntax::Node& node, model::Hotspot& hotspot, LoweringContext& context) {
  const auto& directive = std::get<syntax::Directive>(node.content);
  const schema::Values values = context.check_fields(node.fields, hotspot_fields(), "`::hotspot`", directive.name_span);
  if (!values.has("src") || !values.has("alt")) return;
  text::Image image{.path = values.text("src"),
                    .alternative = context.filled(values.text("alt"), values.span("alt")),
                    .caption = {},
                    .fields = {},
                    .path_span = values.span("src")};
  syntax::Node paragraph{.span = node.span, .fields = {}, .content = syntax::Paragraph{}};
  std::get<syntax::Paragraph>(paragraph.content).content.push_back({.span = node.span, .content = std::move(image)});
  for (model::Part& part : context.lower({paragraph})) {
    auto* figure = std::get_if<model::Figure>(&part.content);
    if (figure == nullptr) continue;
    hotspot.image = figure->image;
    hotspot.path = figure->path;
    hotspot.alternative = figure->alternative;
  }
}

/// Keys share 100 percent; where there are several, the other places together take as much away.
std::vector<double> weights_of(const std::vector<bool>& is_key) {
  const auto keys = static_cast<double>(std::ranges::count(is_key, true));
  const auto others = static_cast<double>(is_key.size()) - keys;
  std::vector<double> weights;
  for (const bool key : is_key) weights.push_back(key ? full_weight / keys : keys > 1 ? -full_weight / others : 0);
  return weights;
}

} // namespace

std::span<const FieldSpec> hotspot_fields() {
  static const std::vector<FieldSpec> fields = {
      {.name = "src", .type = FieldType::path, .help = "the picture, relative to this file", .required = true},
      {.name = "alt", .help = "what the picture shows, in words", .required = true},
  };
  return fields;
}

std::span<const DiagnosticKind* const> question_hotspot_diagnostics() {
  return kinds;
}

void read_hotspot(const QuestionBody& body, model::Question& question, LoweringContext& context) {
  check_boxes(body, context);
  model::Hotspot hotspot;
  model::QuestionKey& key = *question.key;
  read_picture(*body.hotspot, hotspot, context);
  for (const WrittenOption& option : body.options) {
    std::optional<Region> region = read_region(*option.item, context);
    if (!region) continue;
    hotspot.regions.push_back(std::move(*region));
    key.is_key.push_back(option.item->box == syntax::TaskBox::ticked);
    key.feedback.push_back(feedback_of(option, context));
  }
  key.weights = weights_of(key.is_key);
  const bool all_read = hotspot.regions.size() == body.options.size();
  if (all_read && std::ranges::find(key.is_key, true) == key.is_key.end()) report_no_key(body, context);
  if (all_read && hotspot.regions.size() < 2) {
    context.report({.kind = &hotspot_misfit,
                    .span = body.list->span,
                    .message = "one place alone asks nothing",
                    .help = "add places that learners could take for the right one"});
  }
  check_regions(hotspot, context);
  question.form = std::move(hotspot);
}

} // namespace comb::blocks
