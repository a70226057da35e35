// PDF files as other programs see them: sound, with all fonts embedded, with text that copies exactly.
#include "emit/outputs/handbook/pdf_writer.hpp"

#include "typeset/paragraph.hpp"

#include <doctest/doctest.h>

#include <unistd.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace comb;
using namespace comb::typeset;
using emit::handbook::write_pdf;

namespace {

const Fonts& fonts() {
  static const Fonts loaded = [] {
    auto result = Fonts::load(theme::FontNames{}, "zh-Hant-TW");
    REQUIRE(static_cast<bool>(result));
    return *result;
  }();
  return loaded;
}

Pages empty_document() {
  Pages pages{.title = "門市銷售（上）", .author = "林曉", .lang = "zh-Hant-TW"};
  pages.structure.add({.role = Role::document});
  return pages;
}

/// Adds a page with `runs` as one paragraph.
void add_page(Pages& pages, const std::vector<StyledRun>& runs, std::string label = "1") {
  Page page{.width = 210_mm, .height = 297_mm, .label = std::move(label)};
  const NodeId node = pages.structure.add({.role = Role::paragraph, .parent = NodeId{0}});
  Points y = 60_pt;
  const auto set = set_paragraph(runs, {}, 400_pt, fonts());
  CHECK(set.diagnostics.empty());
  for (const Line& line : set.value.lines) place_line(line, 60_pt, y += 17_pt, node, page.ops);
  pages.pages.push_back(std::move(page));
}

std::string written(const Pages& pages) {
  auto pdf = write_pdf(pages, fonts());
  REQUIRE_MESSAGE(static_cast<bool>(pdf), (pdf ? std::string() : pdf.failure().message));
  return *std::move(pdf);
}

/// What `command`, with the file's path for `{}`, prints about `pdf`.
std::string output_of(std::string command, const std::string& pdf, int* status = nullptr) {
  const auto path = std::filesystem::temp_directory_path() / ("comb-pdf-test-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  command.replace(command.find("{}"), 2, "'" + path.string() + "'");
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> part{};
  while (const std::size_t count = std::fread(part.data(), 1, part.size(), pipe)) out.append(part.data(), count);
  const int ended = pclose(pipe);
  if (status != nullptr) *status = ended;
  std::filesystem::remove(path);
  return out;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

Pages sample() {
  Pages pages = empty_document();
  StyledRun link{.text = "連結", .style = {.underline = true}, .link_url = "https://example.org/a?b=(課)"};
  StyledRun inner{.text = "第二頁", .link_anchor = "second"};
  StyledRun unsafe{.text = "不行", .link_url = "javascript:alert(1)"};
  add_page(pages, {{.text = "學員常把「特色」說成「利益」。"},
                   link,
                   inner,
                   unsafe,
                   {.kind = StyledRun::Kind::gap, .gap_width = 40_pt},
                   {.kind = StyledRun::Kind::box},
                   {.text = "code", .style = {.family = Family::mono}}});
  add_page(pages, {{.text = "粗體", .style = {.family = Family::sans, .weight = Weight::bold}}}, "2");
  pages.pages[1].ops.push_back({.content = Anchor{.id = "second", .y = 50_pt}});
  pages.outline = {{.title = "第一章", .level = 1, .page = 0}, {.title = "一・一", .level = 2, .page = 1}};
  images::Raster raster{.width = 2, .height = 1, .channels = 3, .pixels = "abcdef", .alpha = "\x40\xff"};
  pages.pages[0].ops.push_back(
      {.content = DrawnImage{.box = {100_pt, 300_pt, 50_pt, 25_pt},
                             .image = std::make_shared<const images::Image>(images::Image{
                                 .media_type = "image/png", .width = 2, .height = 1, .content = raster})}});
  images::VectorPath path{.segments = *images::read_path_data("M0 0L5 5C1 2 3 4 5 6z"),
                          .fill = {.color = Rgb{1, 2, 3}, .opacity = 0.5},
                          .dashes = {1, 2}};
  pages.pages[0].ops.push_back({.content = DrawnPath{.path = path, .x = 10_pt, .y = 10_pt, .scale = 2}});
  return pages;
}

} // namespace

TEST_CASE("qpdf finds nothing wrong with a file that has everything") {
  int status = -1;
  const std::string said = output_of("qpdf --check {}", written(sample()), &status);
  CHECK_MESSAGE(status == 0, said);
  CHECK(said.find("WARNING") == std::string::npos);
}

TEST_CASE("all fonts are embedded, subset and mapped to Unicode") {
  const std::string said = output_of("pdffonts {}", written(sample()));
  CHECK(count_of(said, "yes yes yes") == 3);
  CHECK(count_of(said, " no ") == 0);
}

TEST_CASE("text copies as it was written: marks, planes beyond the first, spaces, shared glyphs") {
  const std::string text = "「甲」·乙•丙—— Abc fi ffi “x” 𡃁𠮟 ☑ 1½ naïve";
  Pages pages = empty_document();
  add_page(pages, {{.text = text}});
  const std::string copied = output_of("pdftotext -raw {} -", written(pages));
  for (const std::string_view piece : {"「甲」·乙•丙——", "Abc", "fi", "ffi", "“x”", "𡃁𠮟", "☑", "1½", "naïve"}) {
    CHECK_MESSAGE(copied.find(piece) != std::string::npos, piece << " not in " << copied);
  }
  CHECK(copied.find("Abc fi ffi “x”") != std::string::npos);
}

TEST_CASE("neighbouring marks, which share their blank halves, copy in one line") {
  const std::string text = "難題（一）：說「利益」。特色，「好！」再談：《書》、〈文〉。";
  Pages pages = empty_document();
  add_page(pages, {{.text = text}});
  CHECK(output_of("pdftotext -raw {} -", written(pages)).starts_with(text));
}

TEST_CASE("each set line copies as one line, however far its marks were pressed") {
  std::string text;
  for (int i = 0; i < 12; ++i)
    text += "學員說，「特色」不是利益；講師問：「為什麼？」一" + std::to_string(i * 37) + "位答。";
  Pages pages = empty_document();
  add_page(pages, {{.text = text}});
  const std::string copied = output_of("pdftotext -raw {} -", written(pages));
  const auto lines = static_cast<std::size_t>(std::ranges::count_if(
      pages.pages[0].ops, [](const Op& op) { return std::holds_alternative<GlyphRun>(op.content); }));
  CHECK(count_of(copied, "\n") <= lines);
}

TEST_CASE("a hyphen that ends a line is no hyphen when copied") {
  Pages pages = empty_document();
  std::string text = "characteristics";
  for (int i = 0; i < 12; ++i) text += " characteristics well-known";
  add_page(pages, {{.text = text}});
  const std::string copied = output_of("pdftotext -raw {} -", written(pages));
  CHECK(copied.find("-\n") == std::string::npos);
  CHECK(copied.find("well-known") != std::string::npos);
}

TEST_CASE("links lead to the web and into the document, never to a script") {
  const std::string qdf = output_of("qpdf --qdf --object-streams=disable {} -", written(sample()));
  CHECK(count_of(qdf, "/Subtype /Link") == 2);
  CHECK(qdf.find("https://example.org/a?b=\\(%E8%AA%B2\\)") != std::string::npos);
  CHECK(qdf.find("javascript") == std::string::npos);
}

TEST_CASE("title, language, tags and labels are there; dates only when given") {
  const std::string pdf = written(sample());
  const std::string info = output_of("pdfinfo {}", pdf);
  CHECK(info.find("門市銷售（上）") != std::string::npos);
  CHECK(info.find("Tagged:          yes") != std::string::npos);
  CHECK(info.find("CreationDate") == std::string::npos);
  CHECK(output_of("pdfinfo -struct-text {}", pdf).find("學員常把") != std::string::npos);
  const auto dated = write_pdf(sample(), fonts(), {.epoch = 86400});
  REQUIRE(static_cast<bool>(dated));
  CHECK(dated->find("D:19700102000000Z") != std::string::npos);
}

TEST_CASE("a label counts on in its own series: the book's, and each handout's") {
  Pages pages = empty_document();
  for (const char* label : {"i", "ii", "1", "H1-1", "H1-2", "H2-1", "2", "3"}) add_page(pages, {{.text = "頁"}}, label);
  const std::string qdf = output_of("qpdf --qdf --object-streams=disable {} -", written(pages));
  const std::size_t nums = qdf.find("/Nums [");
  REQUIRE(nums != std::string::npos);
  const std::string tree = qdf.substr(nums, qdf.find(']', nums) - nums);
  CHECK(count_of(tree, "/St 1") == 4);
  CHECK(count_of(tree, "/St 2") == 1);
  CHECK(count_of(tree, "/P <feff00480031002d>") == 1); // 「H1-」 in UTF-16
  CHECK(count_of(tree, "/P <feff00480032002d>") == 1);
  CHECK(count_of(tree, "/P") == 2);
}

TEST_CASE("a picture from a turned camera is drawn upright") {
  const std::string turned(
      "\xff\xd8\xff\xe1\x00\x22"
      "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
      38);
  images::Image image{.media_type = "image/jpeg", .bytes = turned, .width = 30, .height = 40};
  image.content = images::CheckedJpeg{.width = 40, .height = 30, .bytes = turned};
  Pages pages = empty_document();
  add_page(pages, {{.text = "圖"}});
  pages.pages[0].ops.push_back(
      {.content = DrawnImage{.box = {100_pt, 300_pt, 30_pt, 40_pt},
                             .image = std::make_shared<const images::Image>(std::move(image))}});
  const std::string qdf = output_of("qpdf --qdf --object-streams=disable {} -", written(pages));
  CHECK(qdf.find("0 -40 30 0 100 ") != std::string::npos);
}

TEST_CASE("the same pages give the same bytes, other pages another identifier") {
  const std::string once = written(sample());
  CHECK(once == written(sample()));
  Pages other = sample();
  other.title = "另一本";
  const auto id_of = [](const std::string& pdf) { return pdf.substr(pdf.rfind("/ID ["), 40); };
  CHECK(id_of(once) != id_of(written(other)));
}

TEST_CASE("a document without pages or structure is still a file") {
  int status = -1;
  output_of("qpdf --check {}", written(Pages{.title = "x"}), &status);
  CHECK(status == 0);
}

TEST_CASE("many pages stand in a tree") {
  Pages pages = empty_document();
  for (int i = 0; i < 200; ++i) pages.pages.push_back({.width = 100_pt, .height = 100_pt});
  CHECK(output_of("qpdf --show-npages {}", written(pages)) == "200\n");
}
