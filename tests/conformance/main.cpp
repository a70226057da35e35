// Reads Markdown texts from standard input, parted by U+001E, and prints the HTML of each, parted likewise.
#include "html_writer.hpp"
#include "syntax/load_course.hpp"

#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string html_of(const std::string& markdown) {
  comb::source::SourceSet sources;
  const comb::source::SourceFile& file = sources.file(sources.add("example.md", markdown));
  if (comb::has_errors(comb::syntax::check_text(file))) return "<refused />";
  return comb::conformance::to_html(comb::syntax::parse_document(file).value);
}

} // namespace

int main() {
  constexpr char separator = '\x1e';
  const std::string all{std::istreambuf_iterator<char>(std::cin), {}};
  std::size_t begin = 0;
  while (begin <= all.size()) {
    const std::size_t end = std::min(all.find(separator, begin), all.size());
    std::cout << html_of(all.substr(begin, end - begin)) << separator;
    begin = end + 1;
  }
}
