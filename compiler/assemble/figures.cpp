// Pictures: their fields, their text alternatives, and reading them once for the whole course.
#include "assemble/kinds.hpp"
#include "assemble/lowering.hpp"
#include "source/file_system.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind picture_without_alternative{
    .name = "picture-without-alternative",
    .severity = Severity::error,
    .help = "say in the square brackets what the picture shows, or add `{decorative}`",
    .explain =
        "A learner who cannot see the picture hears its alternative. Say what it is there to tell, not that it is "
        "a picture.\n\n"
        "    ![三座寺院，香客從山腳走到山頂](figures/temples.svg)\n"
        "    ![](figures/ornament.svg){decorative}\n",
};
constexpr DiagnosticKind decorative_with_alternative{
    .name = "decorative-with-alternative",
    .severity = Severity::warning,
    .help = "take either the alternative or `decorative` away",
    .explain = "A decorative picture is passed over by a screen reader, so its alternative would be read by nobody.\n",
};
constexpr std::array<const DiagnosticKind*, 2> kinds = {&decorative_with_alternative, &picture_without_alternative};

std::span<const FieldSpec> figure_fields() {
  static const std::vector<FieldSpec> fields = [] {
    std::vector<FieldSpec> all(markdown_fields().begin(), markdown_fields().end());
    all.push_back({.name = "width", .type = FieldType::percent, .help = "share of the measure: `width=50%`"});
    all.push_back({.name = "place",
                   .type = FieldType::choice,
                   .help = "where it stands",
                   .choices = {"center", "left", "right", "full", "background"}});
    all.push_back({.name = "decorative", .type = FieldType::flag, .help = "says nothing: no alternative needed"});
    return all;
  }();
  return fields;
}

model::Place place_named(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, model::Place>, 5> places = {
      {{"center", model::Place::center},
       {"left", model::Place::left},
       {"right", model::Place::right},
       {"full", model::Place::full},
       {"background", model::Place::background}}};
  const auto* found = std::ranges::find(places, name, &std::pair<std::string_view, model::Place>::first);
  return found == places.end() ? model::Place::center : found->second;
}

} // namespace

std::span<const DiagnosticKind* const> figure_diagnostics() {
  return kinds;
}

schema::Values Lowering::figure_values(const text::Image& image, Span span, const syntax::Fields& block_fields) {
  syntax::Fields fields{.span = span, .values = {}};
  for (const auto& [name, value] : image.fields) {
    fields.values.push_back(
        {.name = name, .text = value, .name_span = span, .value_span = span, .is_flag = value.empty()});
  }
  // Fields on the line above a picture that stands alone are meant for the picture.
  fields.values.insert(fields.values.end(), block_fields.values.begin(), block_fields.values.end());
  schema::Values values = check_fields(fields, figure_fields(), "a picture", span);
  const bool is_decorative = values.flag("decorative");
  if (image.alternative.empty() && !is_decorative) {
    report({.kind = &picture_without_alternative,
            .span = span,
            .message = "the picture `" + image.path + "` has no text alternative"});
  } else if (!image.alternative.empty() && is_decorative) {
    report({.kind = &decorative_with_alternative,
            .span = span,
            .message = "the picture `" + image.path + "` is decorative but has an alternative"});
  }
  return values;
}

std::shared_ptr<const images::Image> Lowering::remembered_picture(const std::string& path,
                                                                  const std::string& bytes) const {
  if (state_.remembered == nullptr) return nullptr;
  const auto found = state_.remembered->find(path);
  return found != state_.remembered->end() && found->second.bytes == bytes ? found->second.image : nullptr;
}

std::shared_ptr<const images::Image> Lowering::picture(const text::Image& image, Span span, std::string& path) {
  const std::string& from = state_.loaded.sources.file(span.file).path();
  path = source::resolve_path(from, image.path);
  const auto known = state_.images.find(path);
  if (known != state_.images.end()) return known->second;
  const auto bytes = state_.loaded.assets.find(path);
  if (bytes == state_.loaded.assets.end()) return nullptr; // the loader has said so
  if (auto same = remembered_picture(path, bytes->second)) {
    state_.images.emplace(path, same);
    return same;
  }
  auto read = images::read_image(bytes->second, path, image.path_span.is_empty() ? span : image.path_span);
  if (state_.remembered != nullptr && read.diagnostics.empty()) {
    state_.remembered->insert_or_assign(path, ReadPicture{.bytes = bytes->second, .image = read.value});
  }
  append(state_.diagnostics, std::move(read.diagnostics));
  state_.images.emplace(path, read.value);
  return read.value;
}

std::optional<model::Part> Lowering::figure(const text::Image& image, Span span, const syntax::Fields& block_fields) {
  const schema::Values values = figure_values(image, span, block_fields);
  collect_allows(values, span);
  view_ = view_for(values);
  view_.directly_in_topic = false;
  model::Figure figure{.alternative = image.alternative};
  figure.image = picture(image, span, figure.path);
  figure.decorative = values.flag("decorative");
  figure.caption = text::plain_inlines(filled(image.caption, span), span);
  figure.width = values.percent("width");
  figure.place = place_named(values.text("place"));
  figure.source = values.text("source");
  figure.licence = values.text("licence");
  if (values.has("id")) {
    const std::string title = image.caption.empty() ? image.alternative : image.caption;
    define({.span = values.span("id"), .id = values.text("id"), .what = "figure", .title = title});
  }
  if (figure.image == nullptr) return std::nullopt;
  return model::Part{.span = span,
                     .editions = view_.editions(),
                     .id = values.text("id"),
                     .lang = values.text("lang"),
                     .content = std::move(figure)};
}

text::Image Lowering::inline_picture(const text::Image& image, Span span) {
  text::Image lowered = image;
  const schema::Values values = figure_values(image, span, {});
  if (values.has("id")) {
    define({.span = values.span("id"), .id = values.text("id"), .what = "figure", .title = image.alternative});
  }
  std::string path;
  picture(image, span, path);
  lowered.path = path;
  return lowered;
}

} // namespace comb::assemble
