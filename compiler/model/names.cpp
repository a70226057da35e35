// Names of editions, question types and levels, as authors and options write them.
#include "model/edition_set.hpp"
#include "model/question.hpp"

#include <algorithm>

namespace comb::model {

std::string_view name_of(EditionKind kind) {
  switch (kind) {
    case EditionKind::slides:
      return "slides";
    case EditionKind::presenter:
      return "presenter";
    case EditionKind::workbook:
      return "workbook";
    case EditionKind::workbook_answers:
      return "workbook-answers";
    case EditionKind::guide:
      return "guide";
    case EditionKind::guide_brief:
      return "guide-brief";
    case EditionKind::cards:
      return "cards";
    case EditionKind::exam:
      return "exam";
    case EditionKind::key:
      return "key";
    case EditionKind::bank:
      return "bank";
  }
  return {};
}

std::optional<EditionKind> edition_named(std::string_view name) {
  const auto* found = std::ranges::find(all_edition_kinds, name, [](EditionKind kind) { return name_of(kind); });
  if (found == all_edition_kinds.end()) return std::nullopt;
  return *found;
}

std::string_view name_of(QuestionType type) {
  switch (type) {
    case QuestionType::single:
      return "single";
    case QuestionType::multiple:
      return "multiple";
    case QuestionType::true_false:
      return "true-false";
    case QuestionType::matching:
      return "matching";
    case QuestionType::ordering:
      return "ordering";
    case QuestionType::short_answer:
      return "short";
    case QuestionType::numeric:
      return "numeric";
    case QuestionType::cloze:
      return "cloze";
    case QuestionType::essay:
      return "essay";
    case QuestionType::performance:
      return "performance";
    case QuestionType::hotspot:
      return "hotspot";
    case QuestionType::description:
      return "description";
  }
  return {};
}

std::string_view name_of(BloomLevel level) {
  switch (level) {
    case BloomLevel::remember:
      return "remember";
    case BloomLevel::understand:
      return "understand";
    case BloomLevel::apply:
      return "apply";
    case BloomLevel::analyse:
      return "analyse";
    case BloomLevel::evaluate:
      return "evaluate";
    case BloomLevel::create:
      return "create";
  }
  return {};
}

std::optional<BloomLevel> bloom_named(std::string_view name) {
  for (const BloomLevel level : {BloomLevel::remember, BloomLevel::understand, BloomLevel::apply, BloomLevel::analyse,
                                 BloomLevel::evaluate, BloomLevel::create}) {
    if (name_of(level) == name) return level;
  }
  return std::nullopt;
}

std::string_view name_of(DiagramSort sort) {
  switch (sort) {
    case DiagramSort::flow:
      return "flow";
    case DiagramSort::cycle:
      return "cycle";
    case DiagramSort::pyramid:
      return "pyramid";
    case DiagramSort::quadrant:
      return "quadrant";
    case DiagramSort::timeline:
      return "timeline";
    case DiagramSort::stack:
      return "stack";
  }
  return {};
}

} // namespace comb::model
