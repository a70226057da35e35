// Finding terms: longest form first, whole words in Latin script, once for each reader.
#include "edition/terms.hpp"

#include "base/collation.hpp"
#include "base/utf8.hpp"
#include "check/term_forms.hpp"

#include <algorithm>
#include <set>

namespace comb::edition {

namespace {

using model::EditionKind;

constexpr model::EditionSet with_marks = {EditionKind::slides,   EditionKind::presenter,
                                          EditionKind::workbook, EditionKind::workbook_answers,
                                          EditionKind::guide,    EditionKind::guide_brief};
constexpr model::EditionSet with_index = {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide,
                                          EditionKind::guide_brief};
constexpr std::string_view term_kind = "term";

std::string meaning_of(const model::Term& term) {
  if (term.gloss.empty() || term.text.empty()) return term.gloss + term.text;
  return term.gloss + " – " + term.text;
}

/// A book writes the gloss behind a term's first use. The narrow cells of a table have no room for it, so there a
/// term is not met for the first time; on slides, where the meaning is at hand without room, it is.
enum class Room : std::uint8_t { line, cell };

class Marker {
 public:
  Marker(const Edition& edition, const std::vector<model::Term>& terms, bool for_index)
      : objectives_(edition.objectives),
        terms_(terms),
        forms_(terms, check::TermForms::Which::right),
        for_index_(for_index) {}

  void enter(const model::CoursePart& part, const model::Lesson& lesson) {
    part_ = part.id;
    lesson_ = lesson.id;
    met_in_lesson_.clear();
  }

  void mark(model::Parts& parts) {
    for (model::Part& part : parts) {
      if (part.placement == model::Placement::body) mark(part);
    }
  }

  const std::set<std::string>& used() const { return used_; }

 private:
  void mark(model::Part& part) {
    if (auto* prose = std::get_if<model::Prose>(&part.content)) {
      mark_line(prose->content, Room::line);
    } else if (auto* list = std::get_if<model::List>(&part.content)) {
      for (model::ListItem& item : list->items) {
        if (!is_objective(item)) mark(item.children);
      }
    } else if (auto* quote = std::get_if<model::Quote>(&part.content)) {
      mark(quote->children);
    } else if (auto* table = std::get_if<model::Table>(&part.content)) {
      for (auto& row : table->rows) {
        for (model::Cell& cell : row) mark_line(cell.content, Room::cell);
      }
    } else if (auto* box = std::get_if<model::Box>(&part.content)) {
      mark_box(*box);
    } else if (auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (model::Parts& column : columns->columns) mark(column);
    } else if (auto* checklist = std::get_if<model::Checklist>(&part.content)) {
      for (model::ChecklistItem& item : checklist->items) mark_line(item.text, Room::line);
    } else if (auto* dialogue = std::get_if<model::Dialogue>(&part.content)) {
      for (model::Turn& turn : dialogue->turns) mark_line(turn.text, Room::line);
    }
  }

  /// An objective names what is yet to come: it is no place to meet a term.
  bool is_objective(const model::ListItem& item) const {
    return !item.id.empty() && std::ranges::find(objectives_, item.id, &model::Objective::id) != objectives_.end();
  }

  /// Where a term is explained, its reader has met it.
  void mark_box(model::Box& box) {
    if (box.kind == term_kind) {
      const std::string word = text::plain_text(box.title);
      const auto explained =
          std::ranges::find_if(terms_, [&](const model::Term& term) { return term.key == box.id || term.use == word; });
      if (explained != terms_.end()) {
        met_.insert(explained->key);
        used_.insert(explained->key);
      }
    }
    mark(box.children);
  }

  void mark_line(text::Inlines& content, Room room) {
    line_ = to_lower(text::plain_text(content));
    room_ = room;
    mark_inlines(content);
  }

  void mark_inlines(text::Inlines& content) {
    text::Inlines marked;
    marked.reserve(content.size());
    for (text::Inline& piece : content) {
      if (const auto* run = std::get_if<text::Run>(&piece.content)) {
        mark_run(piece.span, run->text, marked);
        continue;
      }
      if (auto* emphasis = std::get_if<text::Emphasis>(&piece.content)) mark_inlines(emphasis->children);
      if (auto* strong = std::get_if<text::Strong>(&piece.content)) mark_inlines(strong->children);
      if (auto* strike = std::get_if<text::Strikethrough>(&piece.content)) mark_inlines(strike->children);
      if (auto* use = std::get_if<text::TermUse>(&piece.content)) meet(*use);
      marked.push_back(std::move(piece));
    }
    content = std::move(marked);
  }

  void mark_run(Span span, const std::string& text, text::Inlines& marked) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto match = forms_.at(text, at, part_, lesson_);
      if (!match) {
        at += check::TermForms::step(text, at);
        continue;
      }
      const std::size_t end = at + match->form.size();
      used_.insert(match->term->key);
      if (!is_worth_marking(match->term->key)) {
        at = end;
        continue;
      }
      if (at > begin) marked.push_back({.span = span, .content = text::Run{text.substr(begin, at - begin)}});
      text::TermUse use{.text = text.substr(at, end - at), .term = match->term->key};
      meet(use);
      marked.push_back({.span = span, .content = std::move(use)});
      at = end;
      begin = end;
    }
    if (begin == 0) {
      marked.push_back({.span = span, .content = text::Run{text}});
    } else if (begin < text.size()) {
      marked.push_back({.span = span, .content = text::Run{text.substr(begin)}});
    }
  }

  /// An index that names every page names none: it gets the page where a lesson takes the term up.
  bool is_worth_marking(const std::string& key) {
    return for_index_ ? met_in_lesson_.insert(key).second || !met_.contains(key) : !met_.contains(key);
  }

  void meet(text::TermUse& use) {
    const auto term = std::ranges::find(terms_, use.term, &model::Term::key);
    if (term == terms_.end()) return;
    used_.insert(use.term);
    const bool is_in_a_cell_of_a_book = room_ == Room::cell && for_index_;
    if (is_in_a_cell_of_a_book || !met_.insert(use.term).second) return;
    use.mark = text::TermMark::first;
    use.meaning = meaning_of(*term);
    // Where the author gave the other word already, a second time would be one too many.
    const bool is_said = line_.find(to_lower(term->gloss)) != std::string::npos;
    if (!is_said) use.gloss = term->gloss;
  }

  const std::vector<model::Objective>& objectives_;
  const std::vector<model::Term>& terms_;
  check::TermForms forms_;
  bool for_index_;
  std::string part_{}, lesson_{};
  std::string line_{}; ///< the words of the line at hand, in lower case
  Room room_ = Room::line;
  std::set<std::string> met_{}, met_in_lesson_{}, used_{};
};

void collect_term_boxes(const model::Parts& parts, std::set<std::string>& ids) {
  for (const model::Part& part : parts) {
    if (const auto* columns = std::get_if<model::Columns>(&part.content)) {
      for (const model::Parts& column : columns->columns) collect_term_boxes(column, ids);
    }
    const auto* box = std::get_if<model::Box>(&part.content);
    if (box == nullptr) continue;
    if (box->kind == term_kind) ids.insert(box->id);
    collect_term_boxes(box->children, ids);
  }
}

std::set<std::string> term_boxes(const std::vector<model::CoursePart>& parts) {
  std::set<std::string> ids;
  for (const model::CoursePart& part : parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) collect_term_boxes(topic.parts, ids);
    }
  }
  return ids;
}

/// A term that a block explains to trainers alone is none for learners.
void drop_hidden_terms(Edition& edition, const model::Course& course) {
  const std::set<std::string> defined = term_boxes(course.parts);
  const std::set<std::string> shown = term_boxes(edition.parts);
  std::erase_if(edition.terms, [&](const model::Term& term) {
    const bool is_of_a_box = defined.contains(term.key);
    return is_of_a_box && !shown.contains(term.key) && model::learner_editions.has(edition.spec.kind);
  });
}

void sort_terms(Edition& edition) {
  const Collation collation(edition.info.lang);
  std::vector<std::pair<std::string, model::Term>> keyed;
  keyed.reserve(edition.terms.size());
  for (model::Term& term : edition.terms) keyed.emplace_back(collation.key(term.use), std::move(term));
  std::ranges::stable_sort(keyed, {}, &std::pair<std::string, model::Term>::first);
  edition.terms.clear();
  for (auto& [key, term] : keyed) edition.terms.push_back(std::move(term));
}

} // namespace

void mark_terms(Edition& edition, const model::Course& course) {
  if (!with_marks.has(edition.spec.kind) || edition.terms.empty()) return;
  drop_hidden_terms(edition, course);
  const std::vector<model::Term> terms = edition.terms;
  Marker marker(edition, terms, with_index.has(edition.spec.kind));
  for (model::CoursePart& part : edition.parts) {
    for (model::Lesson& lesson : part.lessons) {
      marker.enter(part, lesson);
      for (model::Topic& topic : lesson.topics) marker.mark(topic.parts);
    }
  }
  std::erase_if(edition.terms, [&](const model::Term& term) { return !marker.used().contains(term.key); });
  sort_terms(edition);
}

} // namespace comb::edition
