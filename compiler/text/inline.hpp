// Inline content: what stands inside a line. Used by the syntax tree and by the model.
#pragma once

#include "base/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace comb::text {

struct Inline;
using Inlines = std::vector<Inline>;

/// Plain text. Line breaks of the source are already spaces, or nothing between two wide characters.
struct Run {
  std::string text;
  bool operator==(const Run&) const = default;
};
struct Emphasis {
  Inlines children;
  bool operator==(const Emphasis&) const;
};
struct Strong {
  Inlines children;
  bool operator==(const Strong&) const;
};
struct Strikethrough {
  Inlines children;
  bool operator==(const Strikethrough&) const;
};
struct Code {
  std::string text;
  bool operator==(const Code&) const = default;
};
struct LineBreak {
  bool operator==(const LineBreak&) const = default;
};
/// A link to `url`, whose scheme is http, https or mailto, or which is relative.
struct Link {
  std::string url;
  std::string title;
  Inlines children;
  bool operator==(const Link&) const;
};
/// A picture inside a line. One that is alone in its paragraph becomes a `Figure` part in assemble.
struct Image {
  std::string path; ///< as written
  std::string alternative;
  std::string caption; ///< the title in quotes
  std::vector<std::pair<std::string, std::string>>
      fields; ///< `{#id width=50% decorative}`; an id has the name `#`, a flag an empty value
  Span path_span{};
  bool operator==(const Image&) const = default;
};
struct FootnoteReference {
  std::string label;
  bool operator==(const FootnoteReference&) const = default;
};
/// `{{client}}`: replaced by a `Run` in assemble.
struct Variable {
  std::string name;
  bool operator==(const Variable&) const = default;
};
/// `:ref[combs]`. `text` is empty until assemble puts in what the target is called.
struct Reference {
  std::string target; ///< an id
  std::string text;
  bool operator==(const Reference&) const = default;
};
/// How a use of a term shows.
enum class TermMark : std::uint8_t {
  plain, ///< as any word; the index knows its page
  first  ///< the first use that a reader meets: marked, with what the term means
};
/// `:term[benefits]{of=benefit}`; without `of` the text itself names the term. Uses that no author marked are put in
/// by the edition.
struct TermUse {
  std::string text;
  std::string term;                ///< key in the term sheet
  TermMark mark = TermMark::plain; ///< set by the edition
  std::string gloss{};             ///< the term in the other language; only at its first use
  std::string meaning{};           ///< gloss and definition in one line; only at its first use
  bool operator==(const TermUse&) const = default;
};
/// `:fill[利益]`: filled on slides and in the guide, a gap to write in in the workbook. A projection that leaves
/// the gap empties `text`; `width_cells` keeps how wide the gap should be (display cells).
struct Fill {
  std::optional<std::string> text;
  int width_cells = 0;
  bool operator==(const Fill&) const = default;
};
/// What a `Blank` asks for.
struct BlankKey {
  std::string answer;
  std::vector<std::string> also;
  bool operator==(const BlankKey&) const = default;
};
/// `:blank[利益]{also="好處" hint="B"}`: a tested gap. A learner's edition has no `key`.
struct Blank {
  std::optional<BlankKey> key;
  std::vector<std::string> options; ///< offered choices, the answer among them, in shuffled order; empty for free text
  std::string hint;
  int width_cells = 0;
  bool operator==(const Blank&) const = default;
};
/// `:trainer[…]`: kept in trainer's editions, removed from all others.
struct TrainerText {
  std::string text;
  bool operator==(const TrainerText&) const = default;
};

/// One piece of a line. `span` covers its source, marks included.
struct Inline {
  Span span;
  std::variant<Run, Emphasis, Strong, Strikethrough, Code, LineBreak, Link, Image, FootnoteReference, Variable,
               Reference, TermUse, Fill, Blank, TrainerText>
      content;
  bool operator==(const Inline&) const = default;
};

inline bool Emphasis::operator==(const Emphasis& other) const {
  return children == other.children;
}
inline bool Strong::operator==(const Strong& other) const {
  return children == other.children;
}
inline bool Strikethrough::operator==(const Strikethrough& other) const {
  return children == other.children;
}
inline bool Link::operator==(const Link& other) const {
  return url == other.url && title == other.title && children == other.children;
}

/// The text of `inlines` without marks: what a reader who sees everything would read aloud. Blanks and fills give
/// their answer where it is there, else nothing; images their alternative; line breaks a space.
std::string plain_text(const Inlines& inlines);

/// One run with `text`, spanning `span`; none where `text` is empty.
Inlines plain_inlines(std::string_view text, Span span);

/// A readable outline of `inlines` for dumps and golden files, one line, marks by name: `strong(重要：)先`.
std::string dump(const Inlines& inlines);

} // namespace comb::text
