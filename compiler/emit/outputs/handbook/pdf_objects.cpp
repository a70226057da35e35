// Objects on libharu 2.3.0 (and 2.4): dictionaries with a write function of our own. libharu's errors stick until they
// are reset and its callback must not throw, so the first one is noted and asked for at the end.
#include "emit/outputs/handbook/pdf_objects.hpp"

#include "base/digest.hpp"

#include <hpdf.h>
#include <zlib.h>

#include <array>
#include <cstdio>
#include <deque>
#include <vector>

namespace comb::emit::handbook {

namespace {

// Six gives 4 % smaller files than three and takes twice the time.
constexpr int deflate_level = 5;
constexpr std::uint32_t number_mask = 0x00FFFFFF;

struct HaruError {
  HPDF_STATUS code = HPDF_OK;
  HPDF_STATUS detail = HPDF_OK;
};

void note_error(HPDF_STATUS code, HPDF_STATUS detail, void* user_data) {
  auto* error = static_cast<HaruError*>(user_data);
  if (error->code == HPDF_OK) *error = {code, detail};
}

/// Writes the body that `attr` points to.
HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream) {
  const auto* body = static_cast<const std::string*>(dictionary->attr);
  if (body == nullptr || body->empty()) return HPDF_OK;
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body->data()),
                           static_cast<HPDF_UINT>(body->size()));
}

std::string hexadecimal(HPDF_STATUS code) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "0x%04lX", static_cast<unsigned long>(code));
  return text.data();
}

Failure failure_of(const HaruError& error) {
  return {FailureReason::other,
          "the PDF library failed with " + hexadecimal(error.code) + " (detail " + hexadecimal(error.detail) + ")"};
}

} // namespace

std::string reference(ObjectId object) {
  return std::to_string(object.number) + " 0 R";
}

std::string deflated(std::string_view data) {
  uLongf size = compressBound(static_cast<uLong>(data.size()));
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
            static_cast<uLong>(data.size()), deflate_level);
  out.resize(size);
  return out;
}

struct PdfObjects::State {
  HaruError error;
  HPDF_Doc document = nullptr;
  std::deque<std::string> bodies;   ///< libharu's dictionaries point to them
  std::vector<HPDF_Dict> by_number; ///< null where libharu made the object for itself
  Sha256 digest{};

  std::string* keep(std::string body) { return &bodies.emplace_back(std::move(body)); }

  /// Makes the digest depend on one more object.
  void note(std::string_view content) {
    const Sha256 own = sha256(content);
    std::string both(digest.begin(), digest.end());
    both.append(own.begin(), own.end());
    digest = sha256(both);
  }

  ObjectId add(HPDF_Dict dictionary, std::string* body) {
    if (dictionary == nullptr) return {};
    dictionary->attr = body;
    dictionary->write_fn = write_body;
    const std::uint32_t object = dictionary->header.obj_id & number_mask;
    if (by_number.size() <= object) by_number.resize(object + 1);
    by_number[object] = dictionary;
    return {object};
  }

  /// Puts a body of ours behind what libharu writes of a dictionary of its own.
  void extend(HPDF_Dict dictionary, std::string body) {
    note(body);
    dictionary->attr = keep(std::move(body));
    dictionary->write_fn = write_body;
  }

  void write_id() {
    const std::string id = to_hex(std::string_view(reinterpret_cast<const char*>(digest.data()), 16));
    document->trailer->attr = keep("/ID [<" + id + "> <" + id + ">]\n");
    document->trailer->write_fn = write_body;
  }

  std::string saved_bytes() const {
    std::string bytes;
    HPDF_Stream stream = document->stream;
    const HPDF_UINT count = HPDF_MemStream_GetBufCount(stream);
    bytes.reserve(HPDF_GetStreamSize(document));
    for (HPDF_UINT i = 0; i < count; ++i) {
      HPDF_UINT length = 0;
      const HPDF_BYTE* part = HPDF_MemStream_GetBufPtr(stream, i, &length);
      bytes.append(reinterpret_cast<const char*>(part), length);
    }
    return bytes;
  }
};

PdfObjects::PdfObjects() : state_(std::make_unique<State>()) {
  state_->document = HPDF_NewEx(note_error, nullptr, nullptr, 0, &state_->error);
  if (state_->document == nullptr) return;
  state_->document->pdf_version = HPDF_VER_17;
  // libharu would count its own pages here; we have none of its making.
  HPDF_Dict root = state_->document->root_pages;
  root->before_write_fn = nullptr;
  HPDF_Dict_RemoveElement(root, "Kids");
  HPDF_Dict_RemoveElement(root, "Count");
}

PdfObjects::~PdfObjects() {
  if (state_->document != nullptr) HPDF_Free(state_->document);
}

ObjectId PdfObjects::reserve() {
  return add({});
}

void PdfObjects::set(ObjectId object, std::string body) {
  state_->note(body);
  if (object.number >= state_->by_number.size()) return;
  HPDF_Dict dictionary = state_->by_number[object.number];
  if (dictionary != nullptr) *static_cast<std::string*>(dictionary->attr) = std::move(body);
}

ObjectId PdfObjects::add(std::string body) {
  if (state_->document == nullptr) return {};
  state_->note(body);
  HPDF_Dict dictionary = HPDF_Dict_New(state_->document->mmgr);
  if (dictionary == nullptr || HPDF_Xref_Add(state_->document->xref, dictionary) != HPDF_OK) return {};
  return state_->add(dictionary, state_->keep(std::move(body)));
}

ObjectId PdfObjects::add_stream(std::string body, std::string_view data, Compression compression) {
  if (state_->document == nullptr) return {};
  std::string packed;
  if (compression == Compression::deflate) {
    packed = deflated(data);
    data = packed;
    body += "/Filter /FlateDecode\n";
  }
  state_->note(body);
  state_->note(data);
  HPDF_Dict dictionary = HPDF_DictStream_New(state_->document->mmgr, state_->document->xref);
  if (dictionary == nullptr) return {};
  HPDF_Stream_Write(dictionary->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                    static_cast<HPDF_UINT>(data.size()));
  return state_->add(dictionary, state_->keep(std::move(body)));
}

void PdfObjects::set_catalog(std::string body) {
  if (state_->document != nullptr) state_->extend(state_->document->catalog, std::move(body));
}

void PdfObjects::set_information(std::string body) {
  if (state_->document != nullptr) state_->extend(state_->document->info, std::move(body));
}

ObjectId PdfObjects::page_root() const {
  if (state_->document == nullptr) return {};
  return {static_cast<std::uint32_t>(state_->document->root_pages->header.obj_id & number_mask)};
}

void PdfObjects::set_page_root(std::string body) {
  if (state_->document != nullptr) state_->extend(state_->document->root_pages, std::move(body));
}

Result<std::string> PdfObjects::save() {
  if (state_->document == nullptr) return failure_of(state_->error);
  state_->write_id();
  HPDF_SaveToStream(state_->document);
  if (state_->error.code != HPDF_OK) return failure_of(state_->error);
  return state_->saved_bytes();
}

} // namespace comb::emit::handbook
