// Inline content: variables filled in, references and terms recorded, pictures found, choices of gaps shuffled.
#include "assemble/kinds.hpp"
#include "assemble/lowering.hpp"
#include "base/overloaded.hpp"
#include "base/shuffle.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace comb::assemble {

namespace {

/// The offered choices, the answer among them, in an order that says nothing about it.
void settle_options(text::Blank& blank) {
  if (blank.options.empty()) return;
  if (blank.key) blank.options.push_back(blank.key->answer);
  std::ranges::sort(blank.options);
  blank.options.erase(std::unique(blank.options.begin(), blank.options.end()), blank.options.end());
  std::string seed;
  for (const std::string& option : blank.options) seed += option + "\n";
  std::vector<std::string> shuffled;
  for (const int index : shuffled_order(seed, blank.options.size())) {
    shuffled.push_back(blank.options[static_cast<std::size_t>(index)]);
  }
  blank.options = std::move(shuffled);
  for (const std::string& option : blank.options)
    blank.width_cells = std::max(blank.width_cells, display_width(option));
}

/// Puts `piece` behind `all`; a run behind a run becomes one, so that a name put in for a variable breaks no word.
void push(text::Inlines& all, text::Inline piece) {
  auto* added = std::get_if<text::Run>(&piece.content);
  auto* last = all.empty() ? nullptr : std::get_if<text::Run>(&all.back().content);
  if (added == nullptr || last == nullptr) {
    all.push_back(std::move(piece));
    return;
  }
  last->text += added->text;
  all.back().span.end = std::max(all.back().span.end, piece.span.end);
}

} // namespace

text::Inlines Lowering::inlines(const text::Inlines& source) {
  text::Inlines lowered;
  for (const text::Inline& piece : source) lower_inline(piece, lowered);
  return lowered;
}

void Lowering::lower_inline(const text::Inline& source, text::Inlines& lowered) {
  if (const auto* variable = std::get_if<text::Variable>(&source.content)) {
    lower_variable(source, *variable, lowered);
    return;
  }
  text::Inline piece = source;
  std::visit(
      Overloaded{
          [&](text::Emphasis& e) { e.children = inlines(e.children); },
          [&](text::Strong& s) { s.children = inlines(s.children); },
          [&](text::Strikethrough& s) { s.children = inlines(s.children); },
          [&](text::Link& l) { l.children = inlines(l.children); },
          [&](text::Image& image) { image = inline_picture(image, source.span); },
          [&](text::FootnoteReference& mark) {
            note_footnote_mark(mark.label);
            const auto footnote = footnotes_.find(mark.label);
            if (footnote != footnotes_.end()) mark.label = std::to_string(footnote->second.number);
          },
          [&](text::Reference& reference) { refer({.span = source.span, .target = reference.target}); },
          [&](text::TermUse& use) {
            if (use.term.empty()) use.term = term_key(state_.course.terms, use.text);
            refer({.span = source.span, .target = use.term, .expect = model::ReferenceUse::Expect::term});
          },
          [&](text::TrainerText& trainer) { trainer.text = filled(trainer.text, source.span); },
          [&](text::Fill& fill) {
            if (fill.text) fill.text = filled(*fill.text, source.span);
            if (fill.width_cells == 0 && fill.text) fill.width_cells = display_width(*fill.text);
          },
          [&](text::Blank& blank) {
            if (blank.width_cells == 0 && blank.key) blank.width_cells = display_width(blank.key->answer);
            settle_options(blank);
          },
          [](text::Run&) {}, [](text::Code&) {}, [](text::LineBreak&) {}, [](text::Variable&) {}, // replaced above
      },
      piece.content);
  push(lowered, std::move(piece));
}

void Lowering::lower_variable(const text::Inline& source, const text::Variable& variable, text::Inlines& lowered) {
  const auto value = this->variable(variable.name);
  if (!value) report(unknown_variable(state_, variable.name, source.span));
  push(lowered, {.span = source.span, .content = text::Run{value.value_or("{{" + variable.name + "}}")}});
}

void Lowering::note_footnote_mark(const std::string& label) {
  const auto found = footnotes_.find(label);
  if (found == footnotes_.end()) return;
  Footnote& footnote = found->second;
  if (footnote.number == 0) footnote.number = ++last_footnote_;
  model::EditionSet readers = view_.editions();
  if (view_.directly_in_topic) readers = readers & model::prose_of_a_topic;
  footnote.editions = footnote.editions | readers;
}

} // namespace comb::assemble
