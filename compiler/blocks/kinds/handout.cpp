// Extra pages for learners, numbered by themselves.
#include "blocks/box.hpp"

namespace comb::blocks {

namespace {

constexpr model::EditionSet in_workbooks = {model::EditionKind::workbook, model::EditionKind::workbook_answers};

/// A page break with a name: from the first to the second with `number` pages count by themselves, 「H1-1」.
model::Part page_break(const std::string& number, LoweringContext& context) {
  return {.span = context.span(),
          .editions = in_workbooks,
          .content = model::Break{.kind = model::BreakKind::page, .label = number}};
}

model::Parts lower(const syntax::Directive& directive, LoweringContext& context) {
  const std::string number = "H" + std::to_string(context.next_course_number("handout"));
  model::Part group = make_box(context, {}, context.lower(directive.children));
  model::Box& box = box_of(group);
  box.frame = model::BoxFrame::group;
  const std::string label = context.label("handout") + " " + number;
  std::string title = label;
  if (!context.title().empty()) title += "\u3000" + context.title();
  box.label.clear();
  box.title.clear();
  model::Part heading{.span = context.span(),
                      .content = model::Heading{.level = 3, .content = text::plain_inlines(title, context.span())}};
  box.children.insert(box.children.begin(), std::move(heading));
  if (context.values().has("id")) {
    context.define({.span = context.values().span("id"), .id = context.id(), .what = "handout", .title = title});
  }
  model::Parts parts;
  parts.push_back(page_break(number, context));
  parts.push_back(std::move(group));
  parts.push_back(page_break(number, context));
  return parts;
}

} // namespace

extern const BlockKind handout_kind;
const BlockKind handout_kind{
    .name = "handout",
    .summary = "Extra pages for learners, with numbers of their own.",
    .help =
        "The body is any Markdown. Handouts are numbered H1, H2 … through the course; each begins on a new page of the "
        "workbook, and its pages count by themselves: H1-1, H1-2 … The guide prints them where they stand; they are on "
        "no slide.\n",
    .example =
        "::: handout Questions to ask on the phone {#phone-questions}\n"
        "1. Who will use it?\n"
        "2. What annoys them about the one they have?\n"
        ":::\n",
    .labels = {{"en", "Handout"}, {"zh-Hant", "講義"}, {"zh-Hans", "讲义"}, {"ja", "配付資料"}},
    .editions = {model::EditionKind::workbook, model::EditionKind::workbook_answers, model::EditionKind::guide},
    .defines_own_id = true,
    .lower = lower,
};

} // namespace comb::blocks
