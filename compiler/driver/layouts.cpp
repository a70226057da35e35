// Two rounds: what quotes nobody, then the guides, which say on which slide and page things stand.
#include "driver/layouts.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <vector>

namespace comb::driver {

using model::EditionKind;

namespace {

template <class T>
using Finished = std::optional<WithDiagnostics<T>>;

/// Results by edition. Each task fills an element of its own, so no lock is needed.
struct Results {
  std::map<EditionKind, Finished<typeset::Deck>> decks;
  std::map<EditionKind, Finished<typeset::Pages>> books;
};

using Paginate = WithDiagnostics<typeset::Pages> (*)(const edition::Edition&, const typeset::BookContext&);

/// How an edition becomes pages; none for those that have none.
Paginate paginator_of(EditionKind kind) {
  switch (kind) {
    case EditionKind::workbook:
    case EditionKind::workbook_answers:
      return &typeset::paginate_workbook;
    case EditionKind::guide:
    case EditionKind::guide_brief:
      return &typeset::paginate_guide;
    case EditionKind::cards:
      return &typeset::paginate_cards;
    case EditionKind::slides:
    case EditionKind::presenter:
    case EditionKind::exam:
    case EditionKind::key:
    case EditionKind::bank:
      return nullptr;
  }
  return nullptr;
}

bool is_deck(EditionKind kind) {
  return kind == EditionKind::slides || kind == EditionKind::presenter;
}
bool is_guide(EditionKind kind) {
  return kind == EditionKind::guide || kind == EditionKind::guide_brief;
}

using Tasks = std::vector<std::function<void()>>;

Tasks first_round(const emit::EmitContext& context, Results& results, int threads, KeptDecks* kept) {
  Tasks tasks;
  // A deck alone, as `watch` makes it first, has all threads for its lessons; else each thread has a deck or a book.
  const bool is_alone = context.editions.size() == 1 && context.papers.empty();
  const int threads_of_deck = is_alone ? threads : 1;
  for (const auto& [kind, edition] : context.editions) {
    if (is_deck(kind)) {
      typeset::DeckMemory* memory = kept == nullptr || !kept->contains(kind) ? nullptr : &kept->at(kind);
      tasks.emplace_back([&context, &edition = edition, threads_of_deck, memory, &slot = results.decks[kind]] {
        slot = typeset::make_deck(edition, {.theme = context.theme,
                                            .fonts = context.fonts,
                                            .words = context.words,
                                            .threads = threads_of_deck,
                                            .memory = memory});
      });
    } else if (const Paginate paginate = paginator_of(kind); paginate != nullptr && !is_guide(kind)) {
      tasks.emplace_back([&context, &edition = edition, paginate, &slot = results.books[kind]] {
        slot = paginate(
            edition,
            {.theme = context.theme, .fonts = context.fonts, .words = context.words, .locations = context.locations});
      });
    }
  }
  return tasks;
}

/// Papers quote nothing. Each task fills pages and findings of its own.
Tasks paper_round(emit::EmitContext& context, std::vector<Diagnostics>& found) {
  Tasks tasks;
  found.resize(context.papers.size());
  for (std::size_t index = 0; index < context.papers.size(); ++index) {
    tasks.emplace_back([&context, &found, index] {
      emit::Paper& paper = context.papers[index];
      const bool is_key = paper.edition.spec.kind == EditionKind::key;
      const auto paginate = is_key ? &typeset::paginate_exam_key : &typeset::paginate_exam;
      WithDiagnostics<typeset::Pages> pages = paginate(
          paper.edition,
          {.theme = context.theme, .fonts = context.fonts, .words = context.words, .locations = context.locations});
      paper.pages = std::move(pages.value);
      found[index] = std::move(pages.diagnostics);
    });
  }
  return tasks;
}

Tasks second_round(const emit::EmitContext& context, Results& results) {
  const typeset::Deck* deck = nullptr;
  for (const auto& [kind, laid_out] : context.decks) deck = &laid_out; // the presenter's, where there is one
  Tasks tasks;
  for (const auto& [kind, edition] : context.editions) {
    if (!is_guide(kind)) continue;
    tasks.emplace_back([&context, &edition = edition, deck, &slot = results.books[kind]] {
      slot = typeset::paginate_guide(edition, {.theme = context.theme,
                                               .fonts = context.fonts,
                                               .words = context.words,
                                               .locations = context.locations,
                                               .deck = deck});
    });
  }
  return tasks;
}

/// Moves what is finished into the context.
void collect(Results& results, emit::EmitContext& context, std::map<EditionKind, Diagnostics>& found) {
  for (auto& [kind, deck] : results.decks) {
    append(found[kind], std::move(deck->diagnostics));
    context.decks.insert_or_assign(kind, std::move(deck->value));
  }
  for (auto& [kind, pages] : results.books) {
    append(found[kind], std::move(pages->diagnostics));
    context.books.insert_or_assign(kind, std::move(pages->value));
  }
  results = {};
}

typeset::Locations find_locations(const emit::EmitContext& context) {
  typeset::Locations locations;
  for (const auto& [kind, deck] : context.decks) {
    locations.slide = typeset::slide_numbers(deck);
    locations.lesson_slides = typeset::lesson_slides(deck);
  }
  const auto workbook = context.books.find(EditionKind::workbook);
  if (workbook != context.books.end()) locations.workbook_page = typeset::page_labels(workbook->second);
  const auto guide = context.books.find(EditionKind::guide);
  if (guide != context.books.end()) locations.guide_page = typeset::page_labels(guide->second);
  return locations;
}

} // namespace

model::EditionSet with_quoted(model::EditionSet wanted) {
  const bool has_guide = wanted.has(EditionKind::guide) || wanted.has(EditionKind::guide_brief);
  if (!has_guide) return wanted;
  return wanted | model::EditionSet{EditionKind::presenter, EditionKind::workbook};
}

std::vector<emit::Paper> papers_of(const check::CheckedCourse& course, EditionKind kind) {
  std::vector<emit::Paper> papers;
  for (const model::Exam& exam : course.course().exams) {
    for (const model::ExamVariant& variant : exam.variants) {
      const edition::EditionSpec spec{
          .kind = kind, .exam = exam.id, .variant = variant.letter, .lang = course.course().info.lang};
      papers.push_back({.edition = edition::make_edition(course, spec)});
    }
  }
  return papers;
}

Diagnostics lay_out(emit::EmitContext& context, int threads, KeptDecks* kept) {
  Results results;
  std::map<EditionKind, Diagnostics> found;
  std::vector<Diagnostics> found_in_papers;
  Tasks tasks = first_round(context, results, threads, kept);
  std::ranges::move(paper_round(context, found_in_papers), std::back_inserter(tasks));
  run_all(tasks, threads);
  collect(results, context, found);
  if (std::ranges::any_of(context.editions, [](const auto& entry) { return is_guide(entry.first); })) {
    context.locations = find_locations(context);
    run_all(second_round(context, results), threads);
    collect(results, context, found);
  }
  context.locations = find_locations(context);

  Diagnostics all;
  for (auto& [kind, diagnostics] : found) append(all, std::move(diagnostics));
  for (Diagnostics& diagnostics : found_in_papers) append(all, std::move(diagnostics));
  return all;
}

} // namespace comb::driver
