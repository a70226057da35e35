// Declared once; read by the manifest's reader, the reference and `comb schema`.
#include "assemble/manifest_keys.hpp"

#include <vector>

namespace comb::assemble {

using schema::FieldType;

namespace {

constexpr double most_people = 1000;

/// `variables: {client: 貴公司}`.
const EntrySpec variable_entries = {
    .value = {.name = "variable", .help = "the text that stands for {{this name}}"},
};
/// `allow: {card-overflows: printed on A5}`.
const EntrySpec allow_entries = {
    .key_pattern = "^[a-z][a-z0-9-]*$",
    .value = {.name = "warning", .help = "why the warning of this name is meant"},
};
/// `levels: {remember+understand: "<=6"}`.
const EntrySpec level_entries = {
    .key_pattern =
        "^ *(remember|understand|apply|analyse|evaluate|create)"
        "( *[+＋] *(remember|understand|apply|analyse|evaluate|create))* *$",
    .value_pattern = "^(<=|>=|≤|≦|≥|≧|==|=)? *[0-9]+$",
    .value = {.name = "bound", .help = "how many questions have one of these levels: \"<=6\", \">=6\" or \"=6\""},
};

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
      {{.name = "lang",
        .type = FieldType::language,
        .help = "its language (BCP 47), such as zh-Hant-TW, zh-Hans, ja or en",
        .required = true}},
      {{.name = "version", .help = "of the course; printed on covers"}},
      {{.name = "licence", .help = "the licence of the course, such as CC-BY-SA-4.0"}},
      {{.name = "authors", .help = "who wrote it, a list of names"}, Shape::scalars},
      {{.name = "audience", .help = "for whom it is, in a few words"}},
      {{.name = "group", .help = "how many learners take part: {min: 12, max: 24}"}, Shape::mapping, group_keys},
      {{.name = "theme", .help = "the name of a theme; default where it is left out"}},
      {{.name = "terms", .type = FieldType::path, .help = "the term sheet, a path below this folder: terms.yaml"}},
      {{.name = "variables", .help = "texts for {{names}} in lessons and titles"},
       Shape::mapping,
       nullptr,
       &variable_entries},
      {{.name = "parts", .help = "the parts of the course in order, each with a title and lessons", .required = true},
       Shape::mappings,
       part_keys},
      {{.name = "days", .help = "the timetable: which lessons on which day, and the breaks"},
       Shape::mappings,
       day_keys},
      {{.name = "outputs", .help = "kept for options of outputs; has no effect yet"}, Shape::mapping},
      {{.name = "exams", .help = "papers that are drawn from the course's questions"}, Shape::mappings, exam_keys},
      {{.name = "allow", .help = "warnings that are meant, each with its reason: {name: reason}"},
       Shape::mapping,
       nullptr,
       &allow_entries},
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

std::span<const KeySpec> exam_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "id",
        .type = FieldType::id,
        .help = "the exam's lasting name; its files are called after it",
        .required = true}},
      {{.name = "title", .help = "what stands on the paper", .required = true}},
      {{.name = "variants",
        .type = FieldType::integer,
        .help = "papers with other orders of questions and options; 1",
        .min_value = 1,
        .max_value = 26}},
      {{.name = "seed", .help = "any text or number: the same one draws the same paper for ever"}},
      {{.name = "pass", .type = FieldType::percent, .help = "percent of the marks to pass"}},
      {{.name = "time", .type = FieldType::minutes, .help = "minutes that learners have"}},
      {{.name = "draw", .help = "how many questions of which lesson, tag, objective or level"},
       Shape::mapping,
       nullptr,
       &draw_entries()},
      {{.name = "levels", .help = "bounds on how many questions have some levels"},
       Shape::mapping,
       nullptr,
       &level_entries},
      {{.name = "questions", .help = "ids of questions that are in it whatever is drawn"}, Shape::scalars},
  };
  return keys;
}

const EntrySpec& draw_entries() {
  static const EntrySpec entries = {
      .key_pattern = "^ *(lesson|tag|objective|level) *[:：] *[^ ].*$",
      .value = {.name = "count",
                .type = FieldType::integer,
                .help = "how many questions to draw from there",
                .min_value = 1,
                .max_value = most_questions},
  };
  return entries;
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
      {{.name = "variables", .help = "texts over those of the course"}, Shape::mapping, nullptr, &variable_entries},
  };
  return keys;
}

std::span<const KeySpec> front_matter_keys() {
  static const std::vector<KeySpec> keys = {
      {{.name = "id", .type = FieldType::id, .help = "the lesson's lasting name"}},
      {{.name = "time", .type = FieldType::minutes, .help = "its minutes"}},
      {{.name = "allow", .help = "warnings of this lesson that are meant: {name: reason}"},
       Shape::mapping,
       nullptr,
       &allow_entries},
  };
  return keys;
}

} // namespace comb::assemble
