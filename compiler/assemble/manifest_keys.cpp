// Declared once; read by the manifest's reader, the reference and `comb schema`.
#include "assemble/manifest_keys.hpp"

#include <vector>

namespace comb::assemble {

using schema::FieldType;

namespace {

constexpr double most_people = 1000;

} // namespace

std::span<const KeySpec> manifest_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "language", .type = FieldType::integer, .help = "version of the course language: 1"}},
      {{.name = "id",
        .type = FieldType::id,
        .help = "the course's lasting name; output goes to out/ID",
        .required = true}},
      {{.name = "title", .help = "what the course is called", .required = true}},
      {{.name = "subtitle", .help = "a second line below the title"}},
      {{.name = "lang", .help = "its language (BCP 47), such as zh-Hant-TW, zh-Hans, ja or en", .required = true}},
      {{.name = "version", .help = "of the course; printed on covers"}},
      {{.name = "licence", .help = "the licence of the course, such as CC-BY-SA-4.0"}},
      {{.name = "authors", .help = "who wrote it, a list of names"}, Shape::scalars},
      {{.name = "audience", .help = "for whom it is, in a few words"}},
      {{.name = "group", .help = "how many learners take part: {min: 12, max: 24}"}, Shape::mapping, group_keys},
      {{.name = "theme", .help = "the name of a theme; default where it is left out"}},
      {{.name = "terms", .type = FieldType::path, .help = "the term sheet, a path below this folder: terms.yaml"}},
      {{.name = "variables", .help = "texts for {{names}} in lessons and titles"}, Shape::mapping},
      {{.name = "parts", .help = "the parts of the course in order, each with a title and lessons", .required = true},
       Shape::mappings,
       part_keys},
      {{.name = "days", .help = "the timetable: which lessons on which day, and the breaks"},
       Shape::mappings,
       day_keys},
      {{.name = "outputs", .help = "kept for options of outputs; has no effect yet"}, Shape::mapping},
      {{.name = "exams", .help = "papers that are drawn from the course's questions"}, Shape::mappings},
      {{.name = "allow", .help = "warnings that are meant, each with its reason: {name: reason}"}, Shape::mapping},
  };
  return keys;
}

std::span<const KeySpec> group_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "min",
        .type = FieldType::integer,
        .help = "the smallest group that the course works for",
        .required = true,
        .min_value = 1,
        .max_value = most_people}},
      {{.name = "max",
        .type = FieldType::integer,
        .help = "the largest group",
        .required = true,
        .min_value = 1,
        .max_value = most_people}},
  };
  return keys;
}

std::span<const KeySpec> part_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "title", .help = "what the part is called", .required = true}},
      {{.name = "id", .type = FieldType::id, .help = "its lasting name; part-1, part-2… where it is left out"}},
      {{.name = "lessons", .help = "paths of its lessons in order, such as part-1/s06-combs.md", .required = true},
       Shape::scalars},
  };
  return keys;
}

std::span<const KeySpec> day_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "start", .help = "when the day begins, in quotes: \"09:00\""}},
      {{.name = "minutes", .type = FieldType::minutes, .help = "how long it is: 390 or 6h30"}},
      {{.name = "lessons", .help = "ids of the day's lessons in order", .required = true}, Shape::scalars},
      {{.name = "breaks", .help = "pauses between lessons"}, Shape::mappings, break_keys},
  };
  return keys;
}

std::span<const KeySpec> break_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "after", .help = "id of the lesson before the break", .required = true}},
      {{.name = "minutes", .type = FieldType::minutes, .help = "how long it is", .required = true}},
  };
  return keys;
}

std::span<const KeySpec> term_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "use", .help = "the form to use", .required = true}},
      {{.name = "gloss", .help = "the term in another language"}},
      {{.name = "text", .help = "the definition, for the glossary"}},
      {{.name = "forms", .help = "other forms that are fine, such as a plural"}, Shape::scalars},
      {{.name = "avoid", .help = "forms that are warned about where they occur"}, Shape::scalars},
      {{.name = "scope",
        .help = "the part or lesson in which the forms to avoid count; everywhere where it is left out"}},
      {{.name = "except", .help = "longer words that may hold a form to avoid"}, Shape::scalars},
  };
  return keys;
}

std::span<const KeySpec> run_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "client", .help = "for whom this delivery is"}},
      {{.name = "trainer", .help = "who teaches it"}},
      {{.name = "city", .help = "where"}},
      {{.name = "dates", .help = "when"}, Shape::scalars},
      {{.name = "logo", .type = FieldType::path, .help = "a picture of the client's"}},
      {{.name = "drop", .help = "ids of lessons to leave out"}, Shape::scalars},
      {{.name = "variables", .help = "texts over those of the course"}, Shape::mapping},
  };
  return keys;
}

std::span<const KeySpec> front_matter_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "id", .type = FieldType::id, .help = "the lesson's lasting name"}},
      {{.name = "time", .type = FieldType::minutes, .help = "its minutes"}},
      {{.name = "allow", .help = "warnings of this lesson that are meant: {name: reason}"}, Shape::mapping},
  };
  return keys;
}

} // namespace comb::assemble
