// Markdown's own blocks to parts: paragraphs, lists, tables, quotes, code, headings.
#include "assemble/kinds.hpp"
#include "assemble/lowering.hpp"
#include "base/overloaded.hpp"
#include "blocks/box.hpp"
#include "blocks/table_options.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

using schema::FieldSpec;
using schema::FieldType;

namespace {

constexpr DiagnosticKind heading_in_block{
    .name = "heading-in-block",
    .severity = Severity::error,
    .help = "write `###` inside a block; `#` and `##` belong to the lesson itself",
    .explain =
        "`#` is the title of the lesson and `##` opens a topic. Inside a block neither can be meant; most often a "
        "closing `:::` is missing above.\n",
};
constexpr std::array<const DiagnosticKind*, 1> kinds = {&heading_in_block};

constexpr model::EditionSet books_to_write_in = {model::EditionKind::workbook, model::EditionKind::workbook_answers,
                                                 model::EditionKind::guide, model::EditionKind::exam};
// Inside what is printed on cards, lines are, too.
constexpr model::EditionSet cards_to_write_on = {model::EditionKind::cards};

model::Alignment alignment_of(syntax::Alignment alignment) {
  switch (alignment) {
    case syntax::Alignment::none:
    case syntax::Alignment::left:
      return model::Alignment::start;
    case syntax::Alignment::center:
      return model::Alignment::center;
    case syntax::Alignment::right:
      return model::Alignment::end;
  }
  return model::Alignment::start;
}

bool has_boxes(const syntax::List& list) {
  return std::ranges::any_of(list.items, [](const syntax::ListItem& item) {
    return item.box == syntax::TaskBox::empty || item.box == syntax::TaskBox::ticked;
  });
}

/// Only items of one paragraph each can be a checklist; others stay a list.
bool is_checklist(const syntax::List& list) {
  return has_boxes(list) && std::ranges::all_of(list.items, [](const syntax::ListItem& item) {
           return item.children.size() == 1 && std::holds_alternative<syntax::Paragraph>(item.children.front().content);
         });
}

const text::Image* image_of(const text::Inline& piece) {
  return std::get_if<text::Image>(&piece.content);
}

/// Whether pictures are all that `content` has, line breaks and spaces apart.
bool is_pictures_only(const text::Inlines& content) {
  const bool has_picture =
      std::ranges::any_of(content, [](const text::Inline& piece) { return image_of(piece) != nullptr; });
  return has_picture && std::ranges::all_of(content, [](const text::Inline& piece) {
           const auto* run = std::get_if<text::Run>(&piece.content);
           return image_of(piece) != nullptr || std::holds_alternative<text::LineBreak>(piece.content) ||
                  (run != nullptr && run->text.find_first_not_of(' ') == std::string::npos);
         });
}

/// The last of `parts` as a group that comes one by one, where its fields say so.
void reveal(model::Parts& parts, const schema::Values& values) {
  model::Parts last;
  last.push_back(std::move(parts.back()));
  parts.pop_back();
  blocks::come_one_by_one(last, values);
  parts.push_back(std::move(last.front()));
}

std::string_view callout_kind(std::string_view callout) {
  if (callout == "note") return "tip";
  if (callout == "caution") return "warning";
  return callout;
}

} // namespace

std::span<const DiagnosticKind* const> node_diagnostics() {
  return kinds;
}

std::span<const FieldSpec> markdown_fields() {
  static const std::vector<FieldSpec> fields = [] {
    static constexpr std::array<std::string_view, 9> names = {"id",     "audience", "slide", "handbook", "reveal",
                                                              "source", "licence",  "lang",  "allow"};
    std::vector<FieldSpec> chosen;
    std::ranges::copy_if(blocks::common_fields(), std::back_inserter(chosen),
                         [](const FieldSpec& field) { return std::ranges::find(names, field.name) != names.end(); });
    return chosen;
  }();
  return fields;
}

model::Parts Lowering::lower_topic(std::span<const syntax::Node* const> nodes) {
  view_ = {};
  model::Parts parts;
  for (const syntax::Node* node : nodes) {
    view_.directly_in_topic = true;
    lower_node(*node, parts);
  }
  return parts;
}

model::Parts Lowering::lower(const syntax::Nodes& nodes, model::EditionSet editions) {
  const View before = view_;
  view_.usual = editions;
  view_.ceiling = view_.ceiling & editions;
  model::Parts parts = lower(nodes);
  view_ = before;
  return parts;
}

model::Parts Lowering::lower(const syntax::Nodes& nodes) {
  const View before = view_;
  view_.directly_in_topic = false;
  model::Parts parts;
  for (const syntax::Node& node : nodes) lower_node(node, parts);
  view_ = before;
  return parts;
}

/// The view for a block with these fields.
Lowering::View Lowering::view_for(const schema::Values& values) const {
  using model::EditionKind;
  View view = view_;
  if (values.text("audience") == "trainer") {
    view.usual = model::trainer_only;
    view.ceiling = view.ceiling & model::trainer_only;
    view.directly_in_topic = false;
  }
  if (values.text("slide") == "no") view.ceiling = view.ceiling.without({EditionKind::slides, EditionKind::presenter});
  if (values.text("handbook") == "none") {
    view.ceiling = view.ceiling.without(
        {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide, EditionKind::guide_brief});
  }
  return view;
}

void Lowering::lower_node(const syntax::Node& node, model::Parts& parts) {
  if (const auto* directive = std::get_if<syntax::Directive>(&node.content)) {
    lower_directive(node, *directive, parts);
    return;
  }
  lower_plain_node(node, parts);
}

void Lowering::mark_language(model::Parts& parts, const std::string& lang) {
  if (lang.empty()) return;
  for (model::Part& part : parts) {
    auto* box = std::get_if<model::Box>(&part.content);
    if (box != nullptr && box->frame == model::BoxFrame::group) {
      mark_language(box->children, lang);
    } else if (part.lang.empty()) {
      part.lang = lang;
    }
  }
}

void Lowering::lower_plain_node(const syntax::Node& node, model::Parts& parts) {
  const View before = view_;
  std::visit(
      Overloaded{
          [&](const syntax::Heading& heading) { lower_heading(node, heading, parts); },
          [&](const syntax::Paragraph& paragraph) { lower_paragraph(node, paragraph, parts); },
          [&](const syntax::List& list) { lower_list(node, list, parts); },
          [&](const syntax::Table& table) {
            std::vector<FieldSpec> specs(markdown_fields().begin(), markdown_fields().end());
            specs.insert(specs.end(), blocks::table_fields().begin(), blocks::table_fields().end());
            const schema::Values values = check_fields(node.fields, specs, "a table", node.span);
            view_ = view_for(values);
            collect_allows(values, node.span);
            model::Table lowered = this->table(table);
            blocks::apply_table_options(lowered, values, *this);
            add_part(parts, node, std::move(lowered));
            mark_part(parts.back(), values, "table", label("table"));
            reveal(parts, values);
          },
          [&](const syntax::Quote& quote) { lower_quote(node, quote, parts); },
          [&](const syntax::CodeBlock& code) {
            const schema::Values values = check_fields(node.fields, markdown_fields(), "a code block", node.span);
            view_ = view_for(values);
            const std::string language = code.info.substr(0, code.info.find_first_of(" \t"));
            add_part(parts, node, model::Code{.language = language, .text = code.text});
            mark_part(parts.back(), values, "code", language);
          },
          [&](const syntax::ThematicBreak&) {
            check_fields(node.fields, {}, "a break", node.span);
            add_part(parts, node, model::Break{.kind = model::BreakKind::slide});
          },
          [](const syntax::FootnoteDefinition&) {}, // taken up by `add_footnote`
          [&](const syntax::WriteLine&) { lower_write_line(node, parts); }, [](const syntax::Directive&) {}, // not here
      },
      node.content);
  view_ = before;
}

void Lowering::add_part(model::Parts& parts, const syntax::Node& node, decltype(model::Part::content) content) const {
  parts.push_back({.span = node.span, .editions = view_.editions(), .content = std::move(content)});
}

void Lowering::mark_part(model::Part& part, const schema::Values& values, std::string_view what, std::string title) {
  part.lang = values.text("lang");
  if (!values.has("id")) return;
  part.id = values.text("id");
  define({.span = values.span("id"), .id = part.id, .what = std::string(what), .title = std::move(title)});
}

void Lowering::lower_heading(const syntax::Node& node, const syntax::Heading& heading, model::Parts& parts) {
  constexpr int first_level = 3;
  if (heading.level < first_level) {
    report({.kind = &heading_in_block, .span = node.span, .message = "this heading stands inside a block"});
  }
  const schema::Values values = check_fields(node.fields, markdown_fields(), "a heading", node.span);
  view_ = view_for(values);
  collect_allows(values, node.span);
  model::Heading lowered{
      .level = std::max(first_level, heading.level), .content = inlines(heading.content), .id = values.text("id")};
  const std::string title = text::plain_text(lowered.content);
  add_part(parts, node, std::move(lowered));
  mark_part(parts.back(), values, "heading", title);
}

void Lowering::lower_paragraph(const syntax::Node& node, const syntax::Paragraph& paragraph, model::Parts& parts) {
  if (is_pictures_only(paragraph.content)) {
    const auto picture_count =
        std::ranges::count_if(paragraph.content, [](const text::Inline& piece) { return image_of(piece) != nullptr; });
    for (const text::Inline& piece : paragraph.content) {
      const text::Image* image = image_of(piece);
      if (image == nullptr) continue;
      const View before = view_;
      // The picture's own span, so that a finding names one of several in the paragraph.
      auto made = figure(*image, piece.span, picture_count == 1 ? node.fields : syntax::Fields{});
      if (made) parts.push_back(std::move(*made));
      view_ = before;
    }
    return;
  }
  const schema::Values values = check_fields(node.fields, markdown_fields(), "a paragraph", node.span);
  collect_allows(values, node.span);
  view_ = view_for(values);
  if (view_.directly_in_topic) view_.usual = view_.usual & model::prose_of_a_topic;
  add_part(parts, node, model::Prose{.content = inlines(paragraph.content)});
  mark_part(parts.back(), values, "paragraph", {});
}

void Lowering::lower_list(const syntax::Node& node, const syntax::List& list, model::Parts& parts) {
  const schema::Values values = check_fields(node.fields, markdown_fields(), "a list", node.span);
  collect_allows(values, node.span);
  view_ = view_for(values);
  view_.directly_in_topic = false;
  if (is_checklist(list)) {
    add_part(parts, node, checklist(list));
  } else {
    model::List lowered{.ordered = list.ordered, .start = list.start, .tight = list.tight, .items = {}};
    for (const syntax::ListItem& item : list.items) lowered.items.push_back(list_item(item));
    add_part(parts, node, std::move(lowered));
  }
  mark_part(parts.back(), values, "list", {});
  reveal(parts, values);
}

void Lowering::check_item_fields(const syntax::ListItem& item) {
  static const std::vector<FieldSpec> specs = {{.name = "id", .type = FieldType::id, .help = "its lasting name"}};
  const schema::Values values = check_fields(item.fields, specs, "a list item", item.span);
  if (!values.has("id")) return;
  define({.span = values.span("id"), .id = values.text("id"), .what = "list item", .title = {}});
}

model::ListItem Lowering::list_item(const syntax::ListItem& item) {
  check_item_fields(item);
  model::ListItem lowered{.children = lower(item.children), .id = {}};
  for (const schema::RawValue& value : item.fields.values) {
    if (value.name == "#") lowered.id = value.text;
  }
  return lowered;
}

model::Checklist Lowering::checklist(const syntax::List& list) {
  model::Checklist lowered;
  for (const syntax::ListItem& item : list.items) {
    check_item_fields(item);
    const auto& paragraph = std::get<syntax::Paragraph>(item.children.front().content);
    lowered.items.push_back(
        {.span = item.span, .text = inlines(paragraph.content), .ticked = item.box == syntax::TaskBox::ticked});
  }
  return lowered;
}

model::Table Lowering::table(const syntax::Table& table) {
  model::Table lowered;
  for (const syntax::Alignment alignment : table.alignments) lowered.alignments.push_back(alignment_of(alignment));
  const auto cell = [&](const syntax::Cell& source) {
    return model::Cell{.span = source.span, .content = inlines(source.content)};
  };
  for (const syntax::Cell& source : table.header) lowered.header.push_back(cell(source));
  for (const auto& row : table.rows) {
    std::vector<model::Cell> cells;
    for (const syntax::Cell& source : row) cells.push_back(cell(source));
    lowered.rows.push_back(std::move(cells));
  }
  return lowered;
}

void Lowering::lower_quote(const syntax::Node& node, const syntax::Quote& quote, model::Parts& parts) {
  const std::string_view name = callout_kind(quote.callout);
  if (!name.empty() && state_.kind_called(name) != nullptr) {
    syntax::Directive directive;
    directive.name = std::string(name);
    directive.name_span = {.file = node.span.file, .begin = node.span.begin, .end = node.span.begin};
    directive.opening = directive.name_span;
    directive.children = quote.children;
    lower_directive(node, directive, parts);
    return;
  }
  const schema::Values values = check_fields(node.fields, markdown_fields(), "a quote", node.span);
  collect_allows(values, node.span);
  view_ = view_for(values);
  add_part(parts, node, model::Quote{.children = lower(quote.children)});
  mark_part(parts.back(), values, "quote", {});
  reveal(parts, values);
}

void Lowering::lower_write_line(const syntax::Node& node, model::Parts& parts) const {
  // Several lines one below the other are one space to write on.
  if (!parts.empty() && std::holds_alternative<model::WritingSpace>(parts.back().content)) {
    ++std::get<model::WritingSpace>(parts.back().content).lines;
    parts.back().span.end = node.span.end;
    return;
  }
  add_part(parts, node, model::WritingSpace{.lines = 1});
  parts.back().editions = view_.ceiling & (books_to_write_in | (view_.usual & cards_to_write_on));
}

void Lowering::add_footnote(const syntax::Node& node) {
  const auto& definition = std::get<syntax::FootnoteDefinition>(node.content);
  footnotes_.emplace(definition.label, Footnote{.definition = &definition, .span = node.span});
}

model::Parts Lowering::take_footnotes() {
  std::map<int, model::Parts> by_number;
  // A footnote's text may hold the mark of another one.
  for (bool found_more = true; found_more;) {
    found_more = false;
    for (auto& [label, footnote] : footnotes_) {
      if (footnote.number == 0 || footnote.is_written) continue;
      footnote.is_written = true;
      found_more = true;
      const View before = view_;
      view_ = {.ceiling = footnote.editions, .usual = footnote.editions, .directly_in_topic = false};
      model::Parts text = lower(footnote.definition->children);
      view_ = before;
      text::Inlines mark = {{footnote.span, text::FootnoteReference{std::to_string(footnote.number)}},
                            {footnote.span, text::Run{" "}}};
      if (!text.empty() && std::holds_alternative<model::Prose>(text.front().content)) {
        auto& content = std::get<model::Prose>(text.front().content).content;
        content.insert(content.begin(), mark.begin(), mark.end());
      }
      by_number[footnote.number] = std::move(text);
    }
  }
  model::Parts notes;
  for (auto& [number, text] : by_number) std::ranges::move(text, std::back_inserter(notes));
  return notes;
}

} // namespace comb::assemble
