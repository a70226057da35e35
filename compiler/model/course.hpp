// A course after assembly: no directive is left, every block is parts, every number is given.
#pragma once

#include "model/part.hpp"
#include "model/question.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace comb::model {

struct GroupSize {
  int min = 0, max = 0;
};
struct CourseInfo {
  std::string id{};
  std::string title{};
  std::string subtitle{};
  std::string lang = "en"; ///< BCP 47
  std::string version{};
  std::string licence{};
  std::vector<std::string> authors{};
  std::string audience{};
  std::optional<GroupSize> group{};
  std::string theme = "default";
  std::map<std::string, std::string> delivery{}; ///< of the run file: client, trainer, city, dates, logo
};

struct Topic {
  Span span{};
  std::string id{};      ///< always there: authored, or made from the lesson's id and a number
  text::Inlines title{}; ///< empty for what stands before a lesson's first topic
  std::string slide_title{};
  Parts parts{};
  bool operator==(const Topic&) const = default;
};
struct Lesson {
  Span span{};
  std::string id{};
  std::string number{}; ///< 「S6」: the id in capitals without leading zeros, as people say it
  text::Inlines title{};
  std::optional<std::chrono::minutes> time{};
  std::optional<std::chrono::minutes> starts_at{}; ///< since midnight, from `days:`
  int day = 0;                                     ///< from 1; 0 where `days:` does not name it
  std::vector<Topic> topics{};
  bool operator==(const Lesson&) const = default;
};
struct CoursePart {
  std::string title{};
  std::string id{};
  std::vector<Lesson> lessons{};
};

struct Objective {
  Span span{};
  std::string id{};
  text::Inlines text{};
  std::optional<BloomLevel> bloom{};
  std::string lesson{};
  bool operator==(const Objective&) const = default;
};
struct Term {
  Span span{};
  std::string key{};
  std::string use{};   ///< the form to use
  std::string gloss{}; ///< in the other language
  std::string text{};  ///< definition
  std::vector<std::string> forms{};
  std::vector<std::string> avoid{};
  std::string scope{}; ///< part or lesson id; empty: everywhere
  std::vector<std::string> except{};
};
enum class Priority : std::uint8_t { must, should, could };
/// What checks need to know of each block, nested ones too. The drawing is in the parts.
struct BlockInfo {
  Span span{}; ///< of its opening line
  std::string kind{};
  std::string id{}; ///< may be empty
  Span id_span{};
  std::string title{};
  std::string lesson{};
  std::optional<std::uint32_t> parent{}; ///< index into `Course::blocks`
  std::vector<std::string> objectives{};
  Span objective_span{};
  std::optional<std::chrono::minutes> time{}; ///< total, rounds included
  std::vector<std::chrono::minutes> split{};  ///< brief, do, debrief of one round
  int rounds = 1;
  Span time_span{};
  Priority priority = Priority::must;
  std::string source{};
  std::string licence{};
  std::map<std::string, std::string> facts{}; ///< small facts that a kind leaves for the rules, e.g. `observer` → `yes`
};
/// `allow="name: reason"` with the range of source in which it holds.
struct Allow {
  Span span{};  ///< of the allow itself
  Span scope{}; ///< findings inside are silenced; the whole file for front matter
  bool whole_course = false;
  std::string name{};
  std::string reason{};
};
/// A use of an id, to be resolved by check.
struct ReferenceUse {
  Span span{};
  std::string target{};
  enum class Expect : std::uint8_t { any, objective, question, block, term } expect = Expect::any;
};
/// A definition of an id.
struct Definition {
  Span span{};
  std::string id{};
  std::string what{};  ///< lesson, topic, objective, question, or the block kind's name
  std::string title{}; ///< what a reference to it shows
};
struct Day {
  Span span{};
  std::chrono::minutes start{9 * 60};
  std::chrono::minutes minutes{0}; ///< teaching minutes
  std::vector<std::string> lessons{};
  struct Pause {
    std::string after{};
    std::chrono::minutes time{0};
  };
  std::vector<Pause> breaks{};
};
/// How many questions with a property an exam has.
struct ExamDraw {
  Span span{};
  enum class By : std::uint8_t { lesson, tag, objective, level } by = By::lesson;
  std::string name{}; ///< of the lesson, tag, objective or level
  int count = 0;
};
/// `levels: {remember+understand: "<=6"}`.
struct ExamLevels {
  Span span{};
  std::vector<BloomLevel> levels{};
  enum class Bound : std::uint8_t { at_most, at_least, exactly } bound = Bound::at_least;
  int count = 0;
};
/// One paper of an exam: which question comes when, and in which order each shows its options.
struct ExamVariant {
  std::string letter{};                       ///< A, B …; empty where an exam has one only
  std::vector<QuestionIndex> questions{};     ///< first to last
  std::vector<std::vector<int>> option_order; ///< one a question: indices into the options as written
};
/// An exam of the manifest, and what was drawn for it.
struct Exam {
  Span span{};
  std::string id{};
  std::string title{};
  int variant_count = 1;
  std::string seed{};
  std::optional<double> pass{}; ///< percent
  std::optional<std::chrono::minutes> time{};
  std::vector<ExamDraw> draws{};
  std::vector<ExamLevels> levels{};
  std::vector<ExamVariant> variants{}; ///< filled when the bank is known; empty where the blueprint cannot be met
};
/// Something that must be at hand, from `materials` blocks and fields.
struct Material {
  Span span{};
  std::string name{};
  std::string quantity{}; ///< as written: 「每組一份」
  enum class Per : std::uint8_t { room, learner, group } per = Per::room;
  double count = 0; ///< of `per`; 0 where the text gives no number
  std::string prepared_by{};
  std::string lesson{};
  std::string block{}; ///< id of the block that needs it
};
struct Asset {
  std::string path{};
  std::shared_ptr<const images::Image> image{};
};

struct Course {
  CourseInfo info{};
  std::vector<CoursePart> parts{};
  std::vector<Question> questions{}; ///< in source order; with keys
  std::vector<Objective> objectives{};
  std::vector<Term> terms{};
  std::vector<BlockInfo> blocks{};       ///< in source order, parents before children
  std::vector<Definition> definitions{}; ///< in source order, doubles too
  std::vector<ReferenceUse> references{};
  std::vector<Allow> allows{};
  std::vector<Day> days{};
  std::vector<Exam> exams{};
  std::vector<Material> materials{}; ///< in source order
  std::vector<Asset> assets{};       ///< sorted by path
};

/// A readable outline of `course` for `comb dump --stage course` and golden files.
std::string dump(const Course& course);
/// The same for a list of parts, indented by `depth` steps.
std::string dump(const Parts& parts, int depth);

} // namespace comb::model
