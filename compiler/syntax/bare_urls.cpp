// Bare URLs as links, in our own walk: the autolink extension of cmark-gfm reads out of bounds.
#include "syntax/draft.hpp"

#include <algorithm>
#include <array>

namespace comb::syntax {

namespace {

constexpr std::array<std::string_view, 3> prefixes{"https://", "http://", "www."};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The end of the URL that begins at `begin`: the first space, `<`, control or non-ASCII byte, less what is
/// punctuation of the sentence around it.
std::size_t url_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  int open = 0; // parentheses that are not closed
  while (end < text.size() && text[end] > ' ' && text[end] < '\x7f' && text[end] != '<') {
    if (text[end] == '(') ++open;
    if (text[end] == ')' && --open < 0) break;
    ++end;
  }
  while (end > begin && std::string_view("?!.,:;*_~'\"").find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first URL of `text` at or after `from`; empty past the end.
Found find_url(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] != 'h' && text[at] != 'w') continue;
    if (at > 0 && is_word_byte(text[at - 1])) continue;
    const std::string_view rest = text.substr(at);
    const auto prefix = std::ranges::find_if(prefixes, [&](std::string_view one) { return rest.starts_with(one); });
    if (prefix == prefixes.end()) continue;
    const std::size_t end = url_end(text, at);
    if (end > at + prefix->size() && is_word_byte(text[at + prefix->size()])) return {at, end};
  }
  return {text.size(), text.size()};
}

/// The bytes `[begin, end)` of a run as a draft of its own.
Draft part_of(const Draft& whole, std::string_view text, Found range, const SubjectMap& map) {
  Draft part;
  part.begin = std::min(subject_offset(whole.anchors, range.begin), whole.end);
  part.end = range.end == text.size() ? whole.end : std::min(subject_offset(whole.anchors, range.end), whole.end);
  part.piece = {map.span(part.begin, part.end),
                text::Run{std::string(text.substr(range.begin, range.end - range.begin))}};
  return part;
}

void split(const Draft& whole, std::string_view text, const SubjectMap& map, Drafts& out) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Found url = find_url(text, at);
    if (url.begin > at) out.push_back(part_of(whole, text, {at, url.begin}, map));
    if (url.begin >= text.size()) break;
    Draft link = part_of(whole, text, url, map);
    const std::string address(text.substr(url.begin, url.end - url.begin));
    const text::Inline label = link.piece;
    link.piece.content = text::Link{
        .url = address.starts_with("www.") ? "http://" + address : address, .title = {}, .children = {label}};
    out.push_back(std::move(link));
    at = url.end;
  }
}

} // namespace

std::size_t subject_offset(const std::vector<Anchor>& anchors, std::size_t text_offset) {
  const auto after = std::ranges::upper_bound(anchors, text_offset, {}, &Anchor::text);
  const Anchor& anchor = after == anchors.begin() ? anchors.front() : *std::prev(after);
  return anchor.subject + text_offset - anchor.text;
}

void link_bare_urls(Drafts& drafts, const SubjectMap& map) {
  Drafts out;
  for (Draft& draft : drafts) {
    const text::Run* run = draft.run();
    if (run == nullptr || find_url(run->text, 0).begin == run->text.size()) {
      out.push_back(std::move(draft));
    } else {
      split(draft, run->text, map, out);
    }
  }
  drafts = std::move(out);
}

} // namespace comb::syntax
