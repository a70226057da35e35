// Rich text of a question, drawn once: HTML with marked places for pictures and gaps, and plain text.
#pragma once

#include "emit/html.hpp"
#include "model/course.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace comb::emit::quiz_bank {

/// A picture that the bank carries along.
struct Medium {
  std::string name; ///< `[A-Za-z0-9._-]+`, unique in the bank
  std::string path; ///< in the course
  std::shared_ptr<const images::Image> image;
};

/// The pictures of a bank, in the order of their first use.
class MediaLibrary {
 public:
  /// `assets` are the course's pictures, for those that stand inside a line and know only their path.
  explicit MediaLibrary(const std::vector<model::Asset>& assets);
  /// The place in `all()` of the picture at `path`, taken in on its first use. `image` may be null: then the course's
  /// assets are asked. -1 where there is no such picture.
  int index_of(std::string_view path, const std::shared_ptr<const images::Image>& image);
  const std::vector<Medium>& all() const { return media_; }

 private:
  std::map<std::string, std::shared_ptr<const images::Image>, std::less<>> assets_;
  std::map<std::string, int, std::less<>> indices_;
  std::map<std::string, int, std::less<>> names_;
  std::vector<Medium> media_;
};

struct Picture {
  int medium = -1; ///< into `MediaLibrary::all`; -1: the picture is not at hand
  std::string alternative;
  double width = 0; ///< CSS pixels; 0: as it is
};

/// A text in both forms. In `html`, U+0002 n U+0002 stands where `pictures[n]` goes and U+0001 n U+0001 where
/// `gaps[n]` goes; escaping drops control characters, so no text of an author can look like a place.
struct RichText {
  Html html;
  std::string plain; ///< lines joined by LF; pictures as `[alternative]`, gaps as `[1]`
  std::vector<Picture> pictures;
  std::vector<const text::Blank*> gaps; ///< of the question, which must outlive this
  bool is_formatted = false;            ///< holds more than plain paragraphs: what plain text cannot show

  bool is_empty() const { return html.is_empty(); }
};

/// What becomes of a `:blank[…]`.
enum class Blanks : std::uint8_t {
  gaps,    ///< a place, to be filled in by each format
  answered ///< its answer, as text
};

/// Blocks: paragraphs, lists, tables … as HTML elements.
RichText render(const model::Parts& parts, MediaLibrary& media, Blanks blanks);
/// The content of a line, without an element around it.
RichText render(const text::Inlines& inlines, MediaLibrary& media);
/// Plain text as a rich one.
RichText render_plain(std::string_view text);

/// The plain form alone.
std::string plain_text_of(const model::Parts& parts, Blanks blanks);
std::string plain_text_of(const text::Inlines& inlines);

/// `text` without control characters (LF and tab stay) and without characters that XML 1.0 cannot carry.
std::string without_control_characters(std::string_view text);

} // namespace comb::emit::quiz_bank
