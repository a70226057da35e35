// Outline, page labels and destinations.
#include "emit/outputs/handbook/pdf_navigation.hpp"

#include "emit/outputs/handbook/pdf_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace comb::emit::handbook {

namespace {

/// An entry with its neighbours; 0 is the outline itself, and no neighbour.
struct Entry {
  std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0;
  int descendants = 0; ///< that show when it is open: its children
};

/// The tree of the entries' levels. A level that is skipped is as if it were not there.
std::vector<Entry> outline_tree(const std::vector<typeset::OutlineEntry>& outline) {
  std::vector<Entry> tree(1);
  std::vector<std::pair<int, std::size_t>> open = {{0, 0}};
  for (const typeset::OutlineEntry& entry : outline) {
    while (open.size() > 1 && open.back().first >= entry.level) open.pop_back();
    const std::size_t parent = open.back().second;
    const std::size_t self = tree.size();
    tree.push_back({.parent = parent, .previous = tree[parent].last});
    if (tree[parent].last != 0) tree[tree[parent].last].next = self;
    if (tree[parent].first == 0) tree[parent].first = self;
    tree[parent].last = self;
    ++tree[parent].descendants;
    open.emplace_back(entry.level, self);
  }
  return tree;
}

/// How a label counts: its style, its number and what stands before it (ISO 32000-1, 12.4.2).
struct Label {
  std::string style; ///< `/D`, `/r` or nothing
  int number = 0;
  std::string prefix;
};

std::optional<int> roman_number(std::string_view text) {
  constexpr std::array<std::pair<char, int>, 7> digits = {
      {{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}, {'d', 500}, {'m', 1000}}};
  int sum = 0;
  int before = 0;
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    const auto digit = std::ranges::find(digits, *c, &std::pair<char, int>::first);
    if (digit == digits.end()) return std::nullopt;
    sum += digit->second < before ? -digit->second : digit->second;
    before = std::max(before, digit->second);
  }
  return sum;
}

/// 「12」, 「iii」 and 「H1-2」 count; anything else is a name.
Label read_label(const std::string& label) {
  const std::size_t hyphen = label.rfind('-');
  const std::size_t digits = hyphen == std::string::npos ? 0 : hyphen + 1;
  const std::string number = label.substr(digits);
  const bool is_number =
      !number.empty() && number.size() < 7 && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (is_number) return {"/D", std::stoi(number), label.substr(0, digits)};
  if (const auto roman = roman_number(label); roman && !label.empty()) return {"/r", *roman, {}};
  return {{}, 0, label};
}

} // namespace

std::string destination(ObjectId page, double y) {
  return "[" + reference(page) + " /XYZ null " + number(y) + " null]";
}

bool is_allowed_url(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with("mailto:");
}

std::optional<ObjectId> add_outline(const typeset::Pages& pages, const std::vector<ObjectId>& page_objects,
                                    PdfObjects& objects) {
  if (pages.outline.empty()) return std::nullopt;
  const std::vector<Entry> tree = outline_tree(pages.outline);
  std::vector<ObjectId> made;
  for (std::size_t i = 0; i < tree.size(); ++i) made.push_back(objects.reserve());
  for (std::size_t i = 0; i < tree.size(); ++i) {
    std::string body = i == 0 ? "/Type /Outlines\n" : "/Title " + text_string(pages.outline[i - 1].title) + "\n";
    const auto link = [&](std::string_view name, std::size_t to) {
      if (to != 0) body += "/" + std::string(name) + " " + reference(made[to]) + "\n";
    };
    link("Prev", tree[i].previous);
    link("Next", tree[i].next);
    link("First", tree[i].first);
    link("Last", tree[i].last);
    if (i > 0) {
      const typeset::OutlineEntry& entry = pages.outline[i - 1];
      body += "/Parent " + reference(made[tree[i].parent]) + "\n";
      if (entry.page < page_objects.size()) {
        const double height = pages.pages[entry.page].height.value;
        body += "/Dest " + destination(page_objects[entry.page], height - entry.y.value) + "\n";
      }
    }
    // Closed below the first level: a long course fills the panel else.
    if (tree[i].descendants > 0) {
      body += "/Count " + std::to_string(i == 0 ? tree[i].descendants : -tree[i].descendants) + "\n";
    }
    objects.set(made[i], std::move(body));
  }
  return made[0];
}

std::string page_labels_tree(const typeset::Pages& pages) {
  std::string tree = "<</Nums [";
  std::optional<Label> previous;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const Label label = read_label(pages.pages[i].label);
    const bool goes_on = previous && previous->style == label.style && !label.style.empty() &&
                         previous->prefix == label.prefix && label.number == previous->number + 1;
    previous = label;
    if (goes_on) continue;
    tree += std::to_string(i) + " <<";
    if (!label.style.empty()) tree += "/S " + label.style + " /St " + std::to_string(label.number);
    if (!label.prefix.empty() || label.style.empty()) tree += "/P " + text_string(label.prefix);
    tree += ">> ";
  }
  return tree + "]>>";
}

} // namespace comb::emit::handbook
