// Semantic HTML for parts. Sizes come from the theme's style sheet, which agrees with `typeset/deck_metrics.hpp`.
#include "emit/outputs/slides/parts.hpp"

#include "base/digest.hpp"
#include "base/overloaded.hpp"
#include "typeset/dialogue_look.hpp"

#include <algorithm>
#include <array>

namespace comb::emit::slides {
namespace {

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:");
}

bool is_shown(const model::Part& part) {
  return part.placement == model::Placement::body && !std::holds_alternative<model::Note>(part.content);
}

bool is_card(const model::Parts& column) {
  if (column.size() != 1) return false;
  const auto* box = std::get_if<model::Box>(&column.front().content);
  return box != nullptr && box->frame == model::BoxFrame::panel;
}

} // namespace

std::string_view tone_class(model::Tone tone) {
  switch (tone) {
    case model::Tone::neutral:
      return "t-neutral";
    case model::Tone::wood:
      return "t-wood";
    case model::Tone::teal:
      return "t-teal";
    case model::Tone::plum:
      return "t-plum";
    case model::Tone::moss:
      return "t-moss";
    case model::Tone::alert:
      return "t-alert";
  }
  return "";
}

SlidePlaces::SlidePlaces(const typeset::Deck& deck) {
  for (const typeset::Slide& slide : deck.slides) {
    ids.insert(slide.id);
    if (slide.scenario) nodes.emplace(slide.id, &slide);
  }
}

PartRenderer::PartRenderer(const typeset::Deck& deck, const SlidePlaces& places, const words::Words& words,
                           const typeset::Fonts& fonts, Classes& classes)
    : deck_(deck), places_(places), words_(words), fonts_(fonts), classes_(classes) {}

/// On a word of our own in a block that is in another language.
void PartRenderer::add_own_language(Html& out) const {
  if (!is_foreign_) return;
  out += " lang=\"";
  out.add(deck_.info.lang);
  out += "\"";
}

Html PartRenderer::icon(std::string_view name) {
  Html out;
  if (name.empty()) return out;
  out += "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"#i-";
  out.add(name);
  out += "\"/></svg>";
  return out;
}

// Inline content

Html PartRenderer::inlines(const text::Inlines& inlines) {
  Html out;
  add(inlines, out);
  return out;
}

void PartRenderer::add(const text::Inlines& inlines, Html& out) {
  for (const text::Inline& piece : inlines) add(piece, out);
}

void PartRenderer::add(const text::Inline& piece, Html& out) {
  const auto element = [&](const auto& open, const text::Inlines& children, const auto& close) {
    out += open;
    add(children, out);
    out += close;
  };
  std::visit(Overloaded{
                 [&](const text::Run& run) { out.add(run.text); },
                 [&](const text::Emphasis& emphasis) { element("<em>", emphasis.children, "</em>"); },
                 [&](const text::Strong& strong) { element("<strong>", strong.children, "</strong>"); },
                 [&](const text::Strikethrough& strike) { element("<del>", strike.children, "</del>"); },
                 [&](const text::Code& code) {
                   out += "<code>";
                   out.add(code.text);
                   out += "</code>";
                 },
                 [&](const text::LineBreak&) { out += "<br>"; },
                 [&](const text::Link& link) { add_link(link, out); },
                 [&](const text::Image& image) { out.add(image.alternative); },
                 [&](const text::FootnoteReference& note) {
                   out += "<sup>";
                   out.add(note.label);
                   out += "</sup>";
                 },
                 [&](const text::Variable& variable) { out.add(variable.name); },
                 [&](const text::Reference& reference) {
                   const bool is_here = places_.ids.contains(reference.target);
                   if (is_here) {
                     out += "<a href=\"#";
                     out.add(reference.target);
                     out += "\">";
                   }
                   out.add(reference.text);
                   if (is_here) out += "</a>";
                 },
                 [&](const text::TermUse& term) {
                   if (term.mark != text::TermMark::first) {
                     out.add(term.text);
                     return;
                   }
                   out += "<span class=\"term\"";
                   if (!term.meaning.empty()) {
                     out += " title=\"";
                     out.add(term.meaning);
                     out += "\"";
                   }
                   out += ">";
                   out.add(term.text);
                   out += "</span>";
                 },
                 [&](const text::Fill& fill) {
                   if (!fill.text) return add_gap(fill.width_cells, out);
                   out += "<span class=\"fill\">";
                   out.add(*fill.text);
                   out += "</span>";
                 },
                 [&](const text::Blank& blank) { add_blank(blank, out); },
                 [&](const text::TrainerText& remark) {
                   if (where_ == Where::slide) return;
                   out += "<span class=\"remark\">";
                   out.add(remark.text);
                   out += "</span>";
                 },
             },
             piece.content);
}

void PartRenderer::add_link(const text::Link& link, Html& out) {
  const bool opens = is_web_address(link.url);
  if (opens) {
    out += "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"";
    out.add(link.url);
    out += "\">";
  }
  add(link.children, out);
  if (opens) out += "</a>";
}

void PartRenderer::add_gap(int cells, Html& out) {
  out += "<span class=\"gap ";
  out.add(classes_.gap(cells));
  out += "\"></span>";
}

void PartRenderer::add_blank(const text::Blank& blank, Html& out) {
  if (where_ == Where::notes && blank.key) {
    out += "<strong>";
    out.add(blank.key->answer);
    out += "</strong>";
    return;
  }
  out += "<span class=\"gap ";
  out.add(classes_.gap(blank.width_cells));
  out += "\">";
  if (blank.key) {
    out += "<span class=\"answer\">";
    out.add(blank.key->answer);
    out += "</span>";
  }
  out += "</span>";
}

// Parts

void PartRenderer::add(const model::Parts& parts, Coming coming, Html& out) {
  for (const model::Part& part : parts) {
    if (where_ == Where::slide && !is_shown(part)) continue;
    add(part, coming, out);
  }
}

void PartRenderer::add(const model::Part& part, Coming coming, Html& out) {
  if (part.lang.empty()) return add_content(part, coming, out);
  const bool outer = std::exchange(is_foreign_, true);
  Html html;
  add_content(part, coming, html);
  out += with_language(html, part.lang);
  is_foreign_ = outer;
}

void PartRenderer::add_content(const model::Part& part, Coming coming, Html& out) {
  // Lists and tables come element by element; all else comes whole.
  const bool steps = coming == Coming::one_by_one;
  const auto open_whole = [&](std::string_view element) {
    out += "<";
    out.add(element);
    if (steps) out += " class=\"step\"";
    out += ">";
  };
  std::visit(Overloaded{
                 [&](const model::Heading& heading) {
                   open_whole("h3");
                   add(heading.content, out);
                   out += "</h3>\n";
                 },
                 [&](const model::Prose& prose) {
                   open_whole("p");
                   add(prose.content, out);
                   out += "</p>\n";
                 },
                 [&](const model::List& list) { add_list(list, coming, out); },
                 [&](const model::Table& table) { add_table(table, coming, out); },
                 [&](const model::Quote& quote) {
                   open_whole("blockquote");
                   add(quote.children, Coming::at_once, out);
                   out += "</blockquote>\n";
                 },
                 [&](const model::Code& code) {
                   open_whole("pre");
                   out += "<code>";
                   std::string_view text = code.text;
                   while (text.ends_with('\n')) text.remove_suffix(1);
                   out.add(text);
                   out += "</code></pre>\n";
                 },
                 [&](const model::Figure& figure) { add_figure(figure, out); },
                 [&](const model::Diagram& diagram) { add_diagram(diagram, part.span, out); },
                 [&](const model::Dialogue& dialogue) { add_dialogue(dialogue, coming, out); },
                 [&](const model::Box& box) { add_box(box, out); },
                 [&](const model::Columns& columns) { add_columns(columns, coming, out); },
                 [&](const model::QuestionUse& use) {
                   if (use.question.value < deck_.questions.size())
                     add_question(deck_.questions[use.question.value], out);
                 },
                 [&](const model::Steps& all) { add_steps(all.steps, out); },
                 [&](const model::Checklist& list) { add_checklist(list, coming, out); },
                 [&](const model::Rubric& rubric) { add_rubric(rubric, out); },
                 [&](const model::Note& note) { add_note(note, out); },
                 [](const model::Card&) {},
                 [](const model::WritingSpace&) {},
                 [](const model::Timer&) {},
                 [&](const model::Branching& branching) {
                   if (!branching.nodes.empty()) add_choices(branching.nodes.front(), out);
                 },
                 [](const model::Directory&) {},
                 [](const model::Break&) {},
             },
             part.content);
}

void PartRenderer::add_list(const model::List& list, Coming coming, Html& out) {
  if (list.ordered) {
    out += "<ol start=\"";
    out.add(std::to_string(list.start));
    out += "\">\n";
  } else {
    out += "<ul>\n";
  }
  for (const model::ListItem& item : list.items) {
    if (coming == Coming::one_by_one) {
      out += "<li class=\"step\">";
    } else {
      out += "<li>";
    }
    // A single paragraph stands in the item itself.
    const bool is_plain = !item.children.empty() &&
                          std::holds_alternative<model::Prose>(item.children.front().content) &&
                          is_shown(item.children.front());
    if (is_plain) {
      add(std::get<model::Prose>(item.children.front().content).content, out);
      const model::Parts rest(item.children.begin() + 1, item.children.end());
      add(rest, Coming::at_once, out);
    } else {
      add(item.children, Coming::at_once, out);
    }
    out += "</li>\n";
  }
  if (list.ordered) {
    out += "</ol>\n";
  } else {
    out += "</ul>\n";
  }
}

void PartRenderer::add_figure(const model::Figure& figure, Html& out) {
  out += "<figure>";
  if (figure.image) {
    out += "<img class=\"";
    out.add(classes_.width(figure.width.value_or(1)));
    out += "\" alt=\"";
    out.add(figure.alternative);
    out += "\" src=\"data:";
    out.add(figure.image->media_type);
    out += ";base64,";
    out.add(to_base64(figure.image->bytes));
    out += "\">";
  }
  if (!figure.caption.empty()) {
    out += "<figcaption>";
    add(figure.caption, out);
    out += "</figcaption>";
  }
  out += "</figure>\n";
}

void PartRenderer::add_dialogue(const model::Dialogue& dialogue, Coming coming, Html& out) {
  out += "<dl class=\"dialogue ";
  out.add(typeset::name_room_class(dialogue));
  out += "\">\n";
  for (const model::Turn& turn : dialogue.turns) {
    out += "<div class=\"who-";
    out.add(std::to_string(typeset::place_in_cast(dialogue, turn)));
    if (coming == Coming::one_by_one) out += " step";
    out += "\"><dt>";
    out.add(turn.speaker);
    out += "</dt><dd>";
    add(turn.text, out);
    if (where_ == Where::notes) add(turn.notes, Coming::at_once, out);
    out += "</dd></div>\n";
  }
  out += "</dl>\n";
  if (dialogue.caption.empty()) return;
  out += "<p class=\"caption\">";
  add(dialogue.caption, out);
  out += "</p>\n";
}

void PartRenderer::add_card(const model::Box& box, Html& out) {
  out += "<div class=\"card ";
  out.add(tone_class(box.tone));
  out += "\"><h3>";
  if (box.title.empty()) {
    out.add(box.label);
  } else {
    add(box.title, out);
  }
  out += "</h3>\n";
  add(box.children, Coming::at_once, out);
  out += "</div>\n";
}

void PartRenderer::add_box(const model::Box& box, Html& out) {
  const Coming coming = box.reveal ? Coming::one_by_one : Coming::at_once;
  if (box.frame == model::BoxFrame::group) return add(box.children, coming, out);
  out += "<div class=\"panel kind-";
  out.add(box.kind);
  out += " ";
  out.add(tone_class(box.tone));
  out += "\">\n";
  if (!box.label.empty()) {
    out += "<p class=\"label\"";
    add_own_language(out);
    out += ">";
    out += icon(box.icon);
    out.add(box.label);
    if (!box.meta.empty()) {
      out += "<span class=\"meta\">";
      out.add(box.meta);
      out += "</span>";
    }
    out += "</p>\n";
  }
  if (!box.title.empty()) {
    out += "<h3>";
    add(box.title, out);
    out += "</h3>\n";
  }
  add(box.children, coming, out);
  out += "</div>\n";
}

void PartRenderer::add_columns(const model::Columns& columns, Coming coming, Html& out) {
  const bool cards = std::ranges::all_of(columns.columns, is_card);
  if (cards) {
    out += "<div class=\"columns cards\">\n";
  } else {
    out += "<div class=\"columns\">\n";
  }
  double sum = 0;
  for (const double width : columns.widths) sum += width;
  const auto count = static_cast<double>(columns.columns.size());
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    const bool has_width = columns.widths.size() == columns.columns.size() && sum > 0;
    out += "<div class=\"column ";
    out.add(classes_.width(has_width ? columns.widths[i] / sum : 1 / count));
    if (coming == Coming::one_by_one) out += " step";
    out += "\">\n";
    if (cards) {
      add_card(std::get<model::Box>(columns.columns[i].front().content), out);
    } else {
      add(columns.columns[i], Coming::at_once, out);
    }
    out += "</div>\n";
  }
  out += "</div>\n";
}

void PartRenderer::add_steps(const std::vector<model::Step>& steps, Html& out) {
  if (steps.empty()) return;
  out += "<ol class=\"phases\">\n";
  for (const model::Step& step : steps) {
    out += "<li";
    if (step.time) {
      out += " data-minutes=\"";
      out.add(std::to_string(step.time->count()));
      out += "\"";
    }
    out += ">";
    add(step.text, out);
    if (step.time) {
      out += " ";
      out.add(words::fill(words_.minutes_short, static_cast<int>(step.time->count())));
    }
    out += "</li>\n";
  }
  out += "</ol>\n";
}

void PartRenderer::add_checklist(const model::Checklist& list, Coming coming, Html& out) {
  out += "<ul class=\"checklist\">\n";
  for (const model::ChecklistItem& item : list.items) {
    if (coming == Coming::one_by_one) {
      out += "<li class=\"step\">";
    } else {
      out += "<li>";
    }
    add(item.text, out);
    out += "</li>\n";
  }
  out += "</ul>\n";
}

void PartRenderer::add_rubric(const model::Rubric& rubric, Html& out) {
  out += "<ul>\n";
  for (const model::RubricRow& row : rubric.rows) {
    out += "<li>";
    add(row.criterion, out);
    out += "</li>\n";
  }
  out += "</ul>\n";
}

void PartRenderer::add_note(const model::Note& note, Html& out) {
  constexpr std::array<std::string_view, 9> names = {"say",   "act",      "ask",     "watch", "transition",
                                                     "setup", "if-short", "if-long", "plain"};
  if (where_ == Where::slide) return;
  out += "<div class=\"note n-";
  out.add(names.at(static_cast<std::size_t>(note.kind)));
  out += "\">";
  if (!note.label.empty()) {
    out += "<p class=\"label\"";
    add_own_language(out);
    out += ">";
    out.add(note.label);
    if (note.time) {
      out += " <span class=\"meta\">";
      out.add(words::fill(words_.minutes_short, static_cast<int>(note.time->count())));
      out += "</span>";
    }
    out += "</p>";
  }
  add(note.children, Coming::at_once, out);
  out += "</div>\n";
}

// A whole slide

Html PartRenderer::body(const typeset::Slide& slide) {
  where_ = Where::slide;
  slide_ = &slide;
  is_foreign_ = !slide.body_lang.empty();
  Html out;
  add(slide.body, slide.reveal ? Coming::one_by_one : Coming::at_once, out);
  is_foreign_ = false;
  return with_language(out, slide.body_lang);
}

Html PartRenderer::notes(const typeset::Slide& slide) {
  where_ = Where::notes;
  slide_ = &slide;
  Html out, folded;
  for (const model::Part& part : slide.notes) {
    const bool is_text =
        std::holds_alternative<model::Prose>(part.content) || std::holds_alternative<model::Heading>(part.content);
    add(part, Coming::at_once, is_text ? folded : out);
  }
  for (const model::Part& part : slide.body) {
    const auto* use = std::get_if<model::QuestionUse>(&part.content);
    if (use != nullptr && use->question.value < deck_.questions.size())
      add_key(deck_.questions[use->question.value], out);
  }
  if (!folded.is_empty()) {
    out += "<details open><summary>";
    out.add(words_.full_text);
    out += "</summary>\n";
    out += folded;
    out += "</details>\n";
  }
  return out;
}

Html PartRenderer::timer(const typeset::Slide& slide) {
  const model::Timer* timer = typeset::find_timer(slide);
  Html out;
  if (timer == nullptr) return out;
  const bool is_ring = slide.timer == typeset::TimerPlace::ring;
  const Html button = Html::markup("<button type=\"button\" data-do=\"");
  const auto add_button = [&](const Html& action, std::string_view label) {
    out += button;
    out += action;
    out += "\">";
    out.add(label);
    out += "</button>";
  };
  if (is_ring) {
    out += "<div class=\"timer ring\" data-minutes=\"";
  } else {
    out += "<div class=\"timer small\" data-minutes=\"";
  }
  out.add(std::to_string(timer->total.count()));
  out += "\">";
  out +=
      "<svg viewBox=\"0 0 230 230\" aria-hidden=\"true\"><circle class=\"track\" cx=\"115\" cy=\"115\" r=\"104\"/>"
      "<circle class=\"left\" cx=\"115\" cy=\"115\" r=\"104\" pathLength=\"100\" "
      "transform=\"rotate(-90 115 115)\"/></svg><span class=\"time\" role=\"timer\">";
  out.add(std::to_string(timer->total.count()) + ":00");
  out += "</span><span class=\"buttons\">";
  add_button(Html::markup("start"), words_.start_timer);
  add_button(Html::markup("reset"), words_.reset_timer);
  out += "</span></div>\n";
  where_ = Where::slide;
  add_steps(timer->phases, out);
  return out;
}

} // namespace comb::emit::slides
