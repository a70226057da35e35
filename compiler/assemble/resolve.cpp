// Deferred parts and the texts of references.
#include "assemble/resolve.hpp"

#include "assemble/kinds.hpp"
#include "assemble/walk.hpp"

#include <algorithm>
#include <array>

namespace comb::assemble {

namespace {

constexpr DiagnosticKind use_cycle{
    .name = "use-cycle",
    .severity = Severity::error,
    .help = "take the `::use` out of the block that it shows",
    .explain = "A block that shows itself again would never end.\n",
};
constexpr std::array<const DiagnosticKind*, 1> kinds = {&use_cycle};

void clear_ids(model::Parts& parts) {
  walk_parts(parts, [](model::Part& part) {
    part.id.clear();
    if (auto* box = std::get_if<model::Box>(&part.content)) box->id.clear();
    if (auto* heading = std::get_if<model::Heading>(&part.content)) heading->id.clear();
    if (auto* list = std::get_if<model::List>(&part.content)) {
      for (model::ListItem& item : list->items) item.id.clear();
    }
  });
}

bool is_placeholder(const model::Part& part) {
  const auto* use = std::get_if<model::QuestionUse>(&part.content);
  return use != nullptr && use->question.value >= first_deferred;
}

class Resolver {
 public:
  explicit Resolver(CourseState& state) : state_(state) {
    for (const model::Definition& definition : state.course.definitions) {
      titles_.emplace(definition.id, definition.title); // the first of doubles
    }
  }

  void run() {
    const auto settle = [this](model::Parts& parts) { put_in_deferred(parts); };
    for_each_parts(state_.course, settle);
    merge_terms();
    for_each_inlines(state_.course, [this](text::Inlines& inlines) {
      name_references(inlines);
      name_terms(inlines);
    });
    for (model::ReferenceUse& use : state_.course.references) {
      if (use.expect == model::ReferenceUse::Expect::term) use.target = key_of(use.target);
    }
  }

 private:
  /// Replaces the placeholders among `parts` and in all below them.
  void put_in_deferred(model::Parts& parts) {
    if (std::ranges::none_of(parts, is_placeholder)) {
      for (model::Part& part : parts) {
        for_each_child_parts(part, [this](model::Parts& children) { put_in_deferred(children); });
      }
      return;
    }
    model::Parts settled;
    settled.reserve(parts.size());
    for (model::Part& part : parts) {
      if (!is_placeholder(part)) {
        for_each_child_parts(part, [this](model::Parts& children) { put_in_deferred(children); });
        settled.push_back(std::move(part));
        continue;
      }
      const auto& use = std::get<model::QuestionUse>(part.content);
      const Deferred& deferred = state_.deferred.at(use.question.value - first_deferred);
      if (deferred.what == Deferred::What::question) {
        add_question(deferred, part, settled);
      } else {
        add_block(deferred, part, settled);
      }
    }
    parts = std::move(settled);
  }

  void add_question(const Deferred& deferred, const model::Part& placeholder, model::Parts& settled) const {
    const auto found = state_.questions_by_id.find(deferred.target);
    if (found == state_.questions_by_id.end()) return;
    model::Part part = placeholder;
    part.content = model::QuestionUse{.question = found->second, .number = deferred.number};
    settled.push_back(std::move(part));
  }

  void add_block(const Deferred& deferred, const model::Part& placeholder, model::Parts& settled) {
    const auto found = state_.shared_blocks.find(deferred.target);
    if (found == state_.shared_blocks.end()) return;
    if (std::ranges::find(open_, deferred.target) != open_.end()) {
      state_.report({.kind = &use_cycle,
                     .span = deferred.span,
                     .message = "`" + deferred.target + "` would show itself again without end"});
      return;
    }
    open_.push_back(deferred.target);
    model::Parts copy = found->second;
    clear_ids(copy);
    put_in_deferred(copy);
    open_.pop_back();
    if (!deferred.again) keep_out_of_books(copy, deferred, placeholder, settled);
    std::ranges::move(copy, std::back_inserter(settled));
  }

  /// The books print where the block stands instead of printing it twice.
  static void keep_out_of_books(model::Parts& copy, const Deferred& deferred, const model::Part& placeholder,
                                model::Parts& settled) {
    using model::EditionKind;
    const model::EditionSet books = {EditionKind::workbook, EditionKind::workbook_answers, EditionKind::guide,
                                     EditionKind::cards};
    walk_parts(copy, [&](model::Part& part) { part.editions = part.editions.without(books); });
    const text::Reference reference{.target = deferred.target, .text = {}};
    settled.push_back({.span = placeholder.span,
                       .editions = placeholder.editions & books,
                       .content = model::Prose{.content = {{.span = placeholder.span, .content = reference}}}});
  }

  void name_references(text::Inlines& inlines) const {
    for (text::Inline& piece : inlines) {
      auto* reference = std::get_if<text::Reference>(&piece.content);
      if (reference == nullptr || !reference->text.empty()) continue;
      const auto title = titles_.find(reference->target);
      if (title == titles_.end()) continue;
      reference->text = title->second.empty() ? reference->target : title->second;
    }
  }

  /// A term may be explained after its first use, also in a later lesson.
  void name_terms(text::Inlines& inlines) const {
    for (text::Inline& piece : inlines) {
      auto* use = std::get_if<text::TermUse>(&piece.content);
      if (use != nullptr) use->term = key_of(use->term);
    }
  }

  std::string key_of(const std::string& written) const {
    const auto merged = merged_terms_.find(written);
    return merged != merged_terms_.end() ? merged->second : term_key(state_.course.terms, written);
  }

  bool is_of_a_block(const model::Term& term) const {
    return std::ranges::any_of(state_.blocks, [&](const model::BlockInfo& block) {
      return block.kind == "term" && block.span.file == term.span.file && block.span.begin == term.span.begin;
    });
  }

  /// A `::: term` of a word that the term sheet has explains that term where it is taught; it makes no second one.
  void merge_terms() {
    std::vector<model::Term> kept;
    for (model::Term& term : state_.course.terms) {
      const auto same = std::ranges::find_if(kept, [&](const model::Term& other) { return other.use == term.use; });
      if (same == kept.end() || !is_of_a_block(term)) {
        kept.push_back(std::move(term));
        continue;
      }
      merged_terms_.emplace(term.key, same->key);
      if (same->gloss.empty()) same->gloss = term.gloss;
      if (same->text.empty()) same->text = term.text;
      std::ranges::move(term.forms, std::back_inserter(same->forms));
      std::ranges::move(term.avoid, std::back_inserter(same->avoid));
      std::ranges::move(term.except, std::back_inserter(same->except));
    }
    state_.course.terms = std::move(kept);
  }

  CourseState& state_;
  std::map<std::string, std::string> titles_;
  std::map<std::string, std::string> merged_terms_; ///< keys in the sheet by ids of blocks
  std::vector<std::string> open_;
};

} // namespace

std::span<const DiagnosticKind* const> resolve_diagnostics() {
  return kinds;
}

void resolve(CourseState& state) {
  Resolver(state).run();
}

} // namespace comb::assemble
