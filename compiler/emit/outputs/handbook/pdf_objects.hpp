// A PDF file as numbered objects whose bodies we write ourselves; the only user of libharu, and of its internals.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace comb::emit::handbook {

/// The number of an object in the file.
struct ObjectId {
  std::uint32_t number = 0;
};
/// `12 0 R`.
std::string reference(ObjectId object);

enum class Compression : std::uint8_t { none, deflate };

/// Collects objects and saves them to memory. libharu keeps numbers, offsets and the cross-reference table; it never
/// sees a font, a picture or a text. A body is what stands between `<<` and `>>`.
class PdfObjects {
 public:
  PdfObjects();
  ~PdfObjects();
  PdfObjects(const PdfObjects&) = delete;
  PdfObjects& operator=(const PdfObjects&) = delete;

  /// A dictionary whose body is still to be said.
  ObjectId reserve();
  void set(ObjectId object, std::string body);
  ObjectId add(std::string body);
  /// A stream; `body` without `/Length` and, when it is deflated here, without `/Filter`.
  ObjectId add_stream(std::string body, std::string_view data, Compression compression);

  /// What is added to the catalog, to the information dictionary, and the root of the page tree, which is there from
  /// the start.
  void set_catalog(std::string body);
  void set_information(std::string body);
  ObjectId page_root() const;
  void set_page_root(std::string body);

  /// The whole file (PDF 1.7). Its `/ID` is a hash of all that was added, so that the same content gives the same
  /// bytes. A failure says what libharu said.
  Result<std::string> save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `data` in the zlib format, always the same for the same data.
std::string deflated(std::string_view data);

} // namespace comb::emit::handbook
