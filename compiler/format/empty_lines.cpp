// Empty lines between blocks, and none just inside a fence.
#include "format/steps.hpp"

#include <algorithm>

namespace comb::format {

using syntax::Directive;
using syntax::DirectiveForm;
using syntax::Node;
using syntax::Nodes;

namespace {

bool is_container(const Node& node) {
  const auto* directive = std::get_if<Directive>(&node.content);
  return directive != nullptr && directive->form == DirectiveForm::container;
}

bool stands_apart(const Node& node) {
  return is_container(node) || std::holds_alternative<syntax::Heading>(node.content) ||
         std::holds_alternative<syntax::ThematicBreak>(node.content);
}

class EmptyLineStep {
 public:
  explicit EmptyLineStep(const Lesson& lesson) : lesson_(lesson), kept_(kept_lines(lesson)) {}

  Edits run() {
    for_each_siblings(lesson_.document, [&](const Nodes& siblings, const Node* parent, Depth depth) {
      if (depth == Depth::nested) return;
      bool follows_list = false;
      for (std::size_t i = 1; i < siblings.size(); ++i) {
        follows_list = follows_list || std::holds_alternative<syntax::List>(siblings[i - 1].content);
        set_between(siblings[i - 1], siblings[i], follows_list);
      }
      if (parent != nullptr) set_inside(siblings, *parent);
    });
    return std::move(edits_);
  }

 private:
  void set_between(const Node& before, const Node& after, bool follows_list) {
    const std::uint32_t begin = lesson_.last_line(before.span) + 1;
    const std::uint32_t end = lesson_.first_line(after);
    if (begin > end || !are_empty(begin, end)) return;
    // A quote with no empty line before it is feedback where there is a list of options further up.
    const bool is_feedback = follows_list && std::holds_alternative<syntax::Quote>(after.content);
    const bool is_apart = !is_feedback && (stands_apart(before) || stands_apart(after));
    // Leaves and paragraphs may stand close together.
    if (begin == end && !is_apart) return;
    // A code block whose fence is not closed would take the empty line in.
    if (begin == end && kept_[end] && kept_[end - 1]) return;
    set(begin, end, 1);
  }

  void set_inside(const Nodes& children, const Node& parent) {
    const auto* directive = std::get_if<Directive>(&parent.content);
    if (directive == nullptr || directive->form == DirectiveForm::leaf) return;
    const std::uint32_t opening = lesson_.first_line(directive->opening);
    const std::uint32_t closing = closing_line(lesson_, parent);
    if (closing == 0) return;
    if (children.empty()) {
      if (are_empty(opening + 1, closing)) set(opening + 1, closing, 0);
      return;
    }
    const std::uint32_t first = lesson_.first_line(children.front());
    if (first > opening && are_empty(opening + 1, first)) set(opening + 1, first, 0);
    const std::uint32_t last = lesson_.last_line(children.back().span);
    if (last < closing && are_empty(last + 1, closing)) set(last + 1, closing, 0);
  }

  /// Whether the lines `[begin, end)` are empty, and not those of a comment.
  bool are_empty(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t line = begin; line < end; ++line) {
      if (kept_[line] || !is_empty_line(lesson_.file.line_text(line))) return false;
    }
    return true;
  }

  void set(std::uint32_t begin, std::uint32_t end, std::size_t count) {
    edits_.push_back({lesson_.file.line_begin(begin), lesson_.file.line_begin(end), std::string(count, '\n')});
  }

  const Lesson& lesson_;
  std::vector<bool> kept_;
  Edits edits_;
};

} // namespace

Edits set_empty_lines(const Lesson& lesson) {
  return EmptyLineStep(lesson).run();
}

} // namespace comb::format
