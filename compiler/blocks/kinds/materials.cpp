// What must be at hand: a list of things, or the packing list of the whole course.
#include "blocks/box.hpp"
#include "blocks/directories.hpp"
#include "blocks/list_body.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace comb::blocks {

namespace {

using Per = model::Material::Per;

constexpr DiagnosticKind materials_misfit{
    .name = "materials-misfit",
    .severity = Severity::error,
    .help = "write one list: `- 便利貼 {per=group count=1 by=講師}`",
};

std::span<const schema::FieldSpec> item_fields() {
  static const std::vector<schema::FieldSpec> fields = {
      {.name = "per",
       .type = schema::FieldType::choice,
       .help = "whom `count` is for",
       .choices = {"room", "learner", "group"}},
      {.name = "count", .type = schema::FieldType::number, .help = "how many", .min_value = 0, .max_value = 10000},
      {.name = "by", .help = "who prepares it"},
      {.name = "quantity", .help = "how much, in words, where no number will do"},
  };
  return fields;
}

Per per_named(std::string_view name) {
  if (name == "learner") return Per::learner;
  return name == "group" ? Per::group : Per::room;
}

/// 「1」 and 「0.5」, without the zeros that `std::to_string` adds.
std::string number_words(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string quantity_words(const words::Words& words, const model::Material& material) {
  if (!material.quantity.empty() || material.count <= 0) return material.quantity;
  const std::string number = number_words(material.count);
  switch (material.per) {
    case Per::learner:
      return words::fill(words.per_learner, number);
    case Per::group:
      return words::fill(words.per_group, number);
    case Per::room:
      break;
  }
  return words::fill(words.per_room, number);
}

model::Cell cell(std::string_view text, Span span) {
  return {.span = span, .content = text::plain_inlines(text, span)};
}

class MaterialsTable {
 public:
  explicit MaterialsTable(LoweringContext& context) : context_(context) {
    const words::Words& words = context.words();
    const Span span = context.span();
    table_.header = {cell(words.materials, span), cell(words.quantity, span), cell(words.prepared_by, span)};
    table_.widths = {3, 2, 2};
  }

  void add(const syntax::ListItem& item) {
    const schema::Values values = context_.check_fields(item.fields, item_fields(), "a material", item.span);
    const auto* line =
        item.children.size() == 1 ? std::get_if<syntax::Paragraph>(&item.children.front().content) : nullptr;
    if (line == nullptr) {
      context_.report({.kind = &materials_misfit, .span = item.span, .message = "a material is one line of text"});
      return;
    }
    const text::Inlines name = context_.inlines(line->content);
    model::Material material{.span = item.span,
                             .name = text::plain_text(name),
                             .quantity = context_.filled(values.text("quantity"), values.span("quantity")),
                             .per = per_named(values.text("per")),
                             .prepared_by = context_.filled(values.text("by"), values.span("by"))};
    // 「{per=group}」 alone means one each.
    material.count = values.number("count").value_or(values.has("per") ? 1 : 0);
    table_.rows.push_back({{.span = item.span, .content = name},
                           cell(quantity_words(context_.words(), material), item.span),
                           cell(material.prepared_by, item.span)});
    context_.add_material(std::move(material));
  }

  bool is_empty() const { return table_.rows.empty(); }
  model::Part take() { return {.span = context_.span(), .content = std::move(table_)}; }

 private:
  LoweringContext& context_;
  model::Table table_;
};

model::Parts lower_list(const syntax::Directive& directive, LoweringContext& context) {
  MaterialsTable table(context);
  const ListBody body = read_list_body(directive.children);
  for (const syntax::ListItem* item : body.items) table.add(*item);
  model::Parts children = context.lower(body.others);
  if (table.is_empty()) {
    context.report({.kind = &materials_misfit, .span = context.span(), .message = "there is no material here"});
  } else {
    model::Part part = table.take();
    part.editions = model::trainer_only;
    children.push_back(std::move(part));
  }
  return boxed(context, {.icon = "briefcase", .tone = model::Tone::neutral, .keep_together = true},
               std::move(children));
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  if (directive.form == syntax::DirectiveForm::container) return lower_list(directive, context);
  return directory(context, model::DirectoryKind::materials, {model::EditionKind::guide});
}

} // namespace

extern const BlockKind materials_kind;
const BlockKind materials_kind{
    .name = "materials",
    .summary = "What must be at hand; as a leaf, the packing list of the course.",
    .help =
        "The body is a list; each item may end with `{per=group count=1 by=講師}`. `per` is `room`, `learner` or "
        "`group`; `quantity=\"a few\"` says it in words.\n\n"
        "`::materials` on a line of its own is the packing list: all of these and what activities name in "
        "`materials=`, added up, with numbers for the smallest and the largest group of the manifest.\n\n"
        "Both are for the trainer: the guide and the presenter's notes have the list, the guide alone the packing "
        "list; learners have neither.\n",
    .example =
        "::: materials\n"
        "- sticky notes {per=group count=1 by=trainer}\n"
        "- name badges {per=learner}\n"
        ":::\n\n"
        "::materials\n",
    .also_leaf = true,
    .labels = {{"en", "Materials"}, {"zh-Hant", "教材"}, {"zh-Hans", "教材"}, {"ja", "準備物"}},
    .editions = model::trainer_only,
    .diagnostics = {&materials_misfit},
    .lower = lower,
};

} // namespace comb::blocks
