// Inline content to styled runs.
#include "base/overloaded.hpp"
#include "typeset/paragraph.hpp"

#include <algorithm>

namespace comb::typeset {

namespace {

constexpr int least_gap_cells = 4;
// Code is set smaller, because fixed-pitch faces look larger than others of their size.
constexpr double code_size = 0.9;
constexpr std::string_view use_mark = "use:";

bool is_outside_link(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:");
}

class InlineStyler {
 public:
  explicit InlineStyler(const InlineLook& look) : look_(look), style_(look.base) {}

  void add(const text::Inlines& inlines) {
    for (const text::Inline& one : inlines) {
      const Span outer = span_;
      span_ = one.span;
      std::visit([this](const auto& content) { add_content(content); }, one.content);
      span_ = outer;
    }
  }

  std::vector<StyledRun> take() { return std::move(runs_); }

 private:
  void add_text(std::string_view text) {
    if (text.empty()) return;
    runs_.push_back(
        {.text = std::string(text), .style = style_, .link_url = url_, .link_anchor = anchor_, .span = span_});
  }

  /// Adds `children` with `change` made to the style, and takes it back.
  template <class Change>
  void add_styled(const text::Inlines& children, Change change) {
    const TextStyle outer = style_;
    change(style_);
    add(children);
    style_ = outer;
  }

  void add_gap(int cells) {
    const double wanted = std::max(cells, least_gap_cells);
    runs_.push_back(
        {.kind = StyledRun::Kind::gap, .style = style_, .gap_width = style_.size * (wanted / 2), .span = span_});
  }

  void add_answer(std::string_view answer) {
    const TextStyle outer = style_;
    style_.color = look_.answer_color;
    style_.underline = true;
    add_text(answer);
    style_ = outer;
  }

  void add_content(const text::Run& run) { add_text(run.text); }
  void add_content(const text::Emphasis& emphasis) {
    add_styled(emphasis.children, [](TextStyle& style) { style.emphasis = true; });
  }
  void add_content(const text::Strong& strong) {
    add_styled(strong.children, [](TextStyle& style) { style.weight = Weight::bold; });
  }
  void add_content(const text::Strikethrough& strike) {
    add_styled(strike.children, [](TextStyle& style) { style.strike = true; });
  }
  void add_content(const text::Code& code) {
    const TextStyle outer = style_;
    style_.family = Family::mono;
    style_.size = style_.size * code_size;
    style_.color = look_.code_color;
    add_text(code.text);
    style_ = outer;
  }
  void add_content(const text::LineBreak&) {
    runs_.push_back({.kind = StyledRun::Kind::line_break, .style = style_, .span = span_});
  }
  void add_content(const text::Link& link) {
    if (link.url.starts_with('#')) {
      add_anchored(link.url.substr(1), [&] { add(link.children); });
      return;
    }
    if (!is_outside_link(link.url)) return add(link.children);
    url_ = link.url;
    add_styled(link.children, [&](TextStyle& style) { style.color = look_.link_color; });
    url_.clear();
  }
  void add_content(const text::Image& image) { add_text(image.alternative); }
  void add_content(const text::FootnoteReference& note) { add_text("[" + note.label + "]"); }
  void add_content(const text::Variable& variable) { add_text("{{" + variable.name + "}}"); }
  void add_content(const text::Reference& reference) {
    add_anchored(reference.target, [&] { add_text(reference.text.empty() ? reference.target : reference.text); });
  }
  /// The first use leads to the glossary, where the book has one, and gives the gloss in parentheses.
  void add_content(const text::TermUse& term) {
    const TextStyle outer = style_;
    const bool is_first = term.mark == text::TermMark::first;
    const std::string entry = glossary_anchor(term.term);
    const bool has_entry = is_first && look_.page_of && !look_.page_of(entry).empty();
    if (has_entry) {
      anchor_ = entry;
      style_.color = look_.link_color;
    }
    const std::size_t first_run = runs_.size();
    add_text(term.text);
    if (has_entry) anchor_.clear();
    style_ = outer;
    if (first_run < runs_.size()) runs_[first_run].term = term.term;
    if (is_first && !term.gloss.empty()) add_text(look_.gloss_pattern.first + term.gloss + look_.gloss_pattern.second);
  }
  void add_content(const text::Fill& fill) {
    if (fill.text) return add_answer(*fill.text);
    add_gap(fill.width_cells);
  }
  void add_content(const text::Blank& blank) {
    if (blank.key) {
      add_answer(blank.key->answer);
    } else {
      add_gap(blank.width_cells);
    }
    add_options(blank.options);
  }
  void add_content(const text::TrainerText& note) { add_text(note.text); }

  void add_options(const std::vector<std::string>& options) {
    if (options.empty()) return;
    std::string joined = "（";
    for (std::size_t i = 0; i < options.size(); ++i) joined += (i > 0 ? "／" : "") + options[i];
    add_text(joined + "）");
  }

  /// A link inside the document, followed by its page where one is known: print cannot be clicked.
  template <class AddChildren>
  void add_anchored(const std::string& anchor, AddChildren add_children) {
    anchor_ = anchor;
    const TextStyle outer = style_;
    style_.color = look_.link_color;
    add_children();
    style_ = outer;
    const std::string page = look_.page_of ? look_.page_of(anchor) : std::string();
    const std::size_t hole = look_.see_page_pattern.find("{}");
    if (!page.empty() && hole != std::string::npos) {
      std::string see = look_.see_page_pattern;
      add_text(see.replace(hole, 2, page));
    }
    anchor_.clear();
  }

  const InlineLook& look_;
  TextStyle style_;
  Span span_{};
  std::string url_;
  std::string anchor_;
  std::vector<StyledRun> runs_;
};

} // namespace

std::string glossary_anchor(std::string_view term) {
  return "term:" + std::string(term);
}

std::string term_use_anchor(std::string_view term, Span place) {
  return std::string(use_mark) + std::string(term) + ":" + std::to_string(place.file.value) + "-" +
         std::to_string(place.begin);
}

std::optional<std::string> term_used_at(std::string_view anchor) {
  if (!anchor.starts_with(use_mark)) return std::nullopt;
  anchor.remove_prefix(use_mark.size());
  return std::string(anchor.substr(0, anchor.rfind(':')));
}

std::vector<StyledRun> style_inlines(const text::Inlines& inlines, const InlineLook& look) {
  InlineStyler styler(look);
  styler.add(inlines);
  return styler.take();
}

} // namespace comb::typeset
