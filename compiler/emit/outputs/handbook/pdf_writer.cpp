// The parts of a PDF in order: fonts, pictures, pages, structure, catalog.
#include "emit/outputs/handbook/pdf_writer.hpp"

#include "base/xml_text.hpp"
#include "emit/outputs/handbook/pdf_content.hpp"
#include "emit/outputs/handbook/pdf_fonts.hpp"
#include "emit/outputs/handbook/pdf_navigation.hpp"
#include "emit/outputs/handbook/pdf_objects.hpp"
#include "emit/outputs/handbook/pdf_resources.hpp"
#include "emit/outputs/handbook/pdf_structure.hpp"
#include "emit/outputs/handbook/pdf_text.hpp"

#include <array>
#include <cstdio>
#include <ctime>
#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace comb::emit::handbook {

namespace {

constexpr std::size_t most_kids = 64; ///< of a node of the page tree

struct Place {
  std::size_t page = 0;
  double y = 0; ///< from the foot
};

std::map<std::string, Place> anchors_of(const typeset::Pages& pages) {
  std::map<std::string, Place> places;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    for (const typeset::Op& op : pages.pages[i].ops) {
      if (const auto* anchor = std::get_if<typeset::Anchor>(&op.content)) {
        places.try_emplace(anchor->id, Place{i, pages.pages[i].height.value - anchor->y.value});
      }
    }
  }
  return places;
}

/// UTC in the two forms that a PDF wants.
struct DateForms {
  std::string pdf; ///< D:20260101000000Z
  std::string iso; ///< 2026-01-01T00:00:00Z
};

DateForms date_forms(std::int64_t epoch) {
  const auto seconds = static_cast<std::time_t>(epoch);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 32> pdf{};
  std::array<char, 32> iso{};
  std::strftime(pdf.data(), pdf.size(), "D:%Y%m%d%H%M%SZ", &utc);
  std::strftime(iso.data(), iso.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {pdf.data(), iso.data()};
}

class PdfWriter {
 public:
  PdfWriter(const typeset::Pages& pages, const typeset::Fonts& fonts, const PdfOptions& options)
      : pages_(pages), options_(options), fonts_(pages, fonts), resources_(pages), anchors_(anchors_of(pages)) {}

  Result<std::string> write() {
    if (const Status failed = fonts_.embed(objects_)) return *failed;
    resources_.embed(objects_);
    shared_resources_ =
        objects_.add("/Font <<" + fonts_.resources() + ">>\n/XObject <<" + resources_.image_resources() +
                     ">>\n/ExtGState <<" + resources_.state_resources() + ">>\n");
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) page_objects_.push_back(objects_.reserve());
    make_page_tree();
    for (std::size_t i = 0; i < pages_.pages.size(); ++i) write_page(i);
    write_catalog();
    write_information();
    return objects_.save();
  }

 private:
  void make_page_tree() {
    std::string kids;
    for (std::size_t begin = 0; begin < page_objects_.size(); begin += most_kids) {
      const std::size_t end = std::min(page_objects_.size(), begin + most_kids);
      const ObjectId node = objects_.reserve();
      std::string own;
      for (std::size_t i = begin; i < end; ++i) {
        page_parents_.push_back(node);
        own += reference(page_objects_[i]) + " ";
      }
      objects_.set(node, "/Type /Pages\n/Parent " + reference(objects_.page_root()) + "\n/Kids [" + own + "]\n/Count " +
                             std::to_string(end - begin) + "\n");
      kids += reference(node) + " ";
    }
    objects_.set_page_root("/Kids [" + kids + "]\n/Count " + std::to_string(page_objects_.size()) + "\n");
  }

  void write_page(std::size_t index) {
    const typeset::Page& page = pages_.pages[index];
    PageContent content = write_content(page, pages_.structure, fonts_, resources_);
    const ObjectId stream = objects_.add_stream({}, content.operators, Compression::deflate);
    tagged_pages_.push_back({page_objects_[index], std::move(content.marked)});
    std::string body = "/Type /Page\n/Parent " + reference(page_parents_[index]) + "\n/MediaBox [0 0 " +
                       number(page.width.value) + " " + number(page.height.value) + "]\n/Resources " +
                       reference(shared_resources_) + "\n/Contents " + reference(stream) + "\n/StructParents " +
                       std::to_string(index) + "\n/Tabs /S\n";
    if (const std::string annotations = add_links(index); !annotations.empty()) {
      body += "/Annots [" + annotations + "]\n";
    }
    objects_.set(page_objects_[index], std::move(body));
  }

  std::string add_links(std::size_t index) {
    std::string annotations;
    const typeset::Page& page = pages_.pages[index];
    for (const typeset::Op& op : page.ops) {
      const auto* link = std::get_if<typeset::LinkArea>(&op.content);
      if (link == nullptr) continue;
      const std::string target = target_of(*link);
      if (target.empty()) continue;
      const double x = link->box.x.value;
      const double top = page.height.value - link->box.y.value;
      const std::size_t key = pages_.pages.size() + links_.size();
      const ObjectId annotation =
          objects_.add("/Type /Annot\n/Subtype /Link\n/F 4\n/Border [0 0 0]\n/Rect [" + number(x) + " " +
                       number(top - link->box.height.value) + " " + number(x + link->box.width.value) + " " +
                       number(top) + "]\n" + target + "/StructParent " + std::to_string(key) + "\n");
      links_.push_back({annotation, static_cast<std::uint32_t>(index), op.node});
      annotations += reference(annotation) + " ";
    }
    return annotations;
  }

  /// Where a link leads; empty for an unknown anchor, which another edition has, and for a scheme that is not safe.
  std::string target_of(const typeset::LinkArea& link) const {
    if (!link.url.empty()) {
      if (!is_allowed_url(link.url)) return {};
      return "/A <</S /URI /URI " + byte_string(escaped_url(link.url)) + ">>\n/Contents " + text_string(link.url) +
             "\n";
    }
    const auto place = anchors_.find(link.anchor);
    if (place == anchors_.end()) return {};
    return "/Dest " + destination(page_objects_[place->second.page], place->second.y) + "\n";
  }

  /// A URI action takes ASCII (12.6.4.7): other bytes are percent-encoded.
  static std::string escaped_url(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : url) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte > 0x20 && byte < 0x7f) {
        out += c;
      } else {
        out += '%';
        out += digits[byte >> 4U];
        out += digits[byte & 0xfU];
      }
    }
    return out;
  }

  void write_catalog() {
    const ObjectId structure = add_structure(pages_.structure, tagged_pages_, links_, objects_);
    std::string body =
        "/Lang " + byte_string(pages_.lang) +
        "\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot " +
        reference(structure) + "\n/PageLabels " + page_labels_tree(pages_) + "\n/Metadata " +
        reference(objects_.add_stream("/Type /Metadata\n/Subtype /XML\n", metadata(), Compression::none)) + "\n";
    if (const auto outline = add_outline(pages_, page_objects_, objects_)) {
      body += "/Outlines " + reference(*outline) + "\n/PageMode /UseOutlines\n";
    }
    objects_.set_catalog(std::move(body));
  }

  void write_information() {
    std::string body = "/Creator (Comb)\n";
    const auto add = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) body += "/" + std::string(name) + " " + text_string(value) + "\n";
    };
    add("Title", pages_.title);
    add("Author", pages_.author);
    add("Subject", pages_.subject);
    if (options_.epoch) {
      const std::string date = byte_string(date_forms(*options_.epoch).pdf);
      body += "/CreationDate " + date + "\n/ModDate " + date + "\n";
    }
    objects_.set_information(std::move(body));
  }

  /// XMP (ISO 16684-1): the same as the information dictionary, for readers that look here.
  std::string metadata() const {
    std::string out =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><dc:format>application/pdf</dc:format>"
        "<xmp:CreatorTool>Comb</xmp:CreatorTool>";
    out += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape_xml(pages_.title) +
           "</rdf:li></rdf:Alt></dc:title>";
    if (!pages_.author.empty()) {
      out += "<dc:creator><rdf:Seq><rdf:li>" + escape_xml(pages_.author) + "</rdf:li></rdf:Seq></dc:creator>";
    }
    if (!pages_.lang.empty()) {
      out += "<dc:language><rdf:Bag><rdf:li>" + escape_xml(pages_.lang) + "</rdf:li></rdf:Bag></dc:language>";
    }
    if (options_.epoch) out += "<xmp:CreateDate>" + date_forms(*options_.epoch).iso + "</xmp:CreateDate>";
    return out + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
  }

  const typeset::Pages& pages_;
  const PdfOptions& options_;
  PdfObjects objects_;
  PdfFonts fonts_;
  PdfResources resources_;
  std::map<std::string, Place> anchors_;
  ObjectId shared_resources_{};
  std::vector<ObjectId> page_objects_;
  std::vector<ObjectId> page_parents_;
  std::vector<TaggedPage> tagged_pages_;
  std::vector<TaggedLink> links_;
};

} // namespace

Result<std::string> write_pdf(const typeset::Pages& pages, const typeset::Fonts& fonts, const PdfOptions& options) {
  return PdfWriter(pages, fonts, options).write();
}

} // namespace comb::emit::handbook
