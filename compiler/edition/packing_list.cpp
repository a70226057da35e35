// What must be at hand, added up over the course.
#include "edition/lists.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace comb::edition {

namespace {

using Per = model::Material::Per;

struct Range {
  double least = 0, most = 0;
};

/// One thing, wherever it is used.
struct Packed {
  std::string name{};
  std::string prepared_by{};
  std::vector<std::string> quantities{}; ///< as the course says them, each once
  std::vector<std::string> lessons{};
  Range sum{};
  bool is_counted = true; ///< each use has a number
  bool needs_sum = false; ///< what the course says is not the sum itself
};

std::string number_words(double number) {
  return std::to_string(static_cast<long>(std::ceil(number)));
}

std::string count_words(double count) {
  if (count == std::floor(count)) return number_words(count);
  std::string text = std::to_string(count);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (!one.empty() && std::ranges::find(all, one) == all.end()) all.push_back(one);
}

class PackingList {
 public:
  explicit PackingList(const ListSource& source) : source_(source) {}

  void add(const model::Material& material) {
    Packed& packed = entry(material);
    add_once(packed.quantities, quantity(material));
    add_once(packed.lessons, lesson_number(material.lesson));
    const bool is_mention = material.count <= 0 && material.quantity.empty();
    if (is_mention) return;
    const std::optional<Range> range = range_of(material);
    packed.is_counted = packed.is_counted && range.has_value();
    packed.needs_sum = packed.sum.most > 0 || material.per != Per::room;
    if (!range) return;
    packed.sum.least += range->least;
    packed.sum.most += range->most;
  }

  model::Table take() {
    const words::Words& words = source_.words;
    model::Table table{.header_column = true};
    for (const std::string_view head : {words.materials, words.quantity, words.used_in, words.prepared_by}) {
      table.header.push_back(words_cell(head));
    }
    table.widths = {4, 4, 2, 2};
    for (const Packed& packed : entries_) {
      table.rows.push_back({words_cell(packed.name), words_cell(quantity_words(packed)),
                            words_cell(joined(packed.lessons)), words_cell(packed.prepared_by)});
    }
    return table;
  }

 private:
  /// The same thing from two people is two lines; where one of the two does not say from whom, it is the same.
  Packed& entry(const model::Material& material) {
    const auto found = std::ranges::find_if(entries_, [&](const Packed& packed) {
      const bool agree =
          packed.prepared_by == material.prepared_by || packed.prepared_by.empty() || material.prepared_by.empty();
      return packed.name == material.name && agree;
    });
    if (found != entries_.end()) {
      if (found->prepared_by.empty()) found->prepared_by = material.prepared_by;
      return *found;
    }
    entries_.push_back({.name = material.name, .prepared_by = material.prepared_by});
    return entries_.back();
  }

  std::string quantity(const model::Material& material) const {
    if (!material.quantity.empty() || material.count <= 0) return material.quantity;
    const std::string count = count_words(material.count);
    switch (material.per) {
      case Per::learner:
        return words::fill(source_.words.per_learner, count);
      case Per::group:
        return words::fill(source_.words.per_group, count);
      case Per::room:
        break;
    }
    return words::fill(source_.words.per_room, count);
  }

  /// Sizes of groups: `group=` of the block that needs `material`, or of one around it; else those of its lesson.
  std::vector<int> group_sizes(const model::Material& material) const {
    const int own = group_around(material);
    if (own > 0) return {own};
    std::vector<int> sizes;
    for (const model::BlockInfo& block : source_.course.blocks) {
      const auto fact = block.facts.find("group");
      if (block.lesson == material.lesson && fact != block.facts.end())
        sizes.push_back(std::atoi(fact->second.c_str()));
    }
    std::erase_if(sizes, [](int size) { return size <= 0; });
    return sizes;
  }

  int group_around(const model::Material& material) const {
    const model::BlockInfo* block = nullptr;
    for (const model::BlockInfo& one : source_.course.blocks) {
      const bool begins_before = one.span.file == material.span.file && one.span.begin <= material.span.begin;
      if (begins_before && (block == nullptr || one.span.begin >= block->span.begin)) block = &one;
    }
    while (block != nullptr) {
      const auto fact = block->facts.find("group");
      if (fact != block->facts.end()) return std::atoi(fact->second.c_str());
      block = block->parent ? &source_.course.blocks[*block->parent] : nullptr;
    }
    return 0;
  }

  /// How many for the smallest and for the largest course; none where that cannot be known.
  std::optional<Range> range_of(const model::Material& material) const {
    if (material.count <= 0 || !material.quantity.empty()) return std::nullopt;
    if (material.per == Per::room) return Range{material.count, material.count};
    const auto& size = source_.course.info.group;
    if (!size) return std::nullopt;
    if (material.per == Per::learner) return Range{material.count * size->min, material.count * size->max};
    const std::vector<int> sizes = group_sizes(material);
    if (sizes.empty()) return std::nullopt;
    const auto groups = [](int learners, int group) { return std::ceil(static_cast<double>(learners) / group); };
    return Range{material.count * groups(size->min, *std::ranges::max_element(sizes)),
                 material.count * groups(size->max, *std::ranges::min_element(sizes))};
  }

  /// 「每組 1（共 6–8）」: as written, and the sum where there is one to make.
  std::string quantity_words(const Packed& packed) const {
    std::string text = joined(packed.quantities);
    if (!packed.is_counted || !packed.needs_sum) return text;
    std::string sum = number_words(packed.sum.least);
    if (number_words(packed.sum.most) != sum) sum += "–" + number_words(packed.sum.most);
    return text + std::string(source_.words.separator) + std::string(source_.words.total) + " " + sum;
  }

  std::string lesson_number(const std::string& id) const {
    for (const model::CoursePart& part : source_.edition.parts) {
      const auto found = std::ranges::find(part.lessons, id, &model::Lesson::id);
      if (found != part.lessons.end()) return found->number.empty() ? found->id : found->number;
    }
    return {};
  }

  std::string joined(const std::vector<std::string>& all) const {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : std::string(source_.words.list_comma)) + one;
    return text;
  }

  const ListSource& source_;
  std::vector<Packed> entries_{}; ///< in the order of the course
};

} // namespace

model::Parts packing_list(const ListSource& source) {
  PackingList list(source);
  for (const model::Material& material : source.course.materials) list.add(material);
  return as_parts(list.take());
}

} // namespace comb::edition
