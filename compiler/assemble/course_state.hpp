// What grows while a course is assembled: the course itself, and what every lesson may look at.
#pragma once

#include "assemble/assemble.hpp"
#include "blocks/block_kind.hpp"
#include "model/course.hpp"
#include "syntax/load_course.hpp"
#include "words/words.hpp"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace comb::assemble {

/// A part that can only be put in when the whole course is lowered.
struct Deferred {
  enum class What : std::uint8_t { question, block } what = What::question;
  std::string target{};
  std::string number{}; ///< of a question
  bool again = false;   ///< of a block
  Span span{};
};

/// Placeholders are question uses with an index from here on: no course has so many questions.
constexpr std::uint32_t first_deferred = 0x8000'0000;

struct CourseState {
  const syntax::LoadedCourse& loaded;
  std::span<const blocks::BlockKind* const> kinds;
  const words::Words* words = nullptr;
  model::Course course{};
  std::deque<model::BlockInfo> blocks{}; ///< a deque, because lowerings hold on to records while more are made
  std::map<std::string, std::string> variables{};
  std::set<std::string> taken_ids{};                                    ///< authored anywhere, or made
  std::map<std::string, int> made_ids{};                                ///< how many were made of each base
  std::set<std::string> used_ids{};                                     ///< targets of `::use`
  std::map<std::string, model::Parts> shared_blocks{};                  ///< what `::use` shows again, by id
  std::map<std::string, model::QuestionIndex> questions_by_id{};        ///< the first with each id
  std::map<std::string, std::shared_ptr<const images::Image>> images{}; ///< by path; null for an unreadable one
  ReadPictures* remembered = nullptr;                                   ///< of an earlier run; may be null
  std::vector<Deferred> deferred{};
  std::map<std::string, int> numbers{}; ///< of series that run through the course
  Diagnostics diagnostics{};

  /// Which kind a directive's name means, aliases of the course's language included; none for an unknown name.
  const blocks::BlockKind* kind_called(std::string_view name) const;
  /// An id that nothing else has: `base`, or with a number behind it.
  std::string make_id(const std::string& base);
  void report(Diagnostic diagnostic) { diagnostics.push_back(std::move(diagnostic)); }
};

/// `text` with each `{{name}}` replaced; an unknown one is reported at `span` and kept as it is.
std::string fill_variables(CourseState& state, std::string_view text, Span span);
/// The key of the term that `text` is a form of; `text` itself where no term is known by it.
std::string term_key(const std::vector<model::Term>& terms, const std::string& text);
/// The diagnostic for a variable that nobody set.
Diagnostic unknown_variable(const CourseState& state, const std::string& name, Span span);

} // namespace comb::assemble
