// The keys of course.yaml, terms.yaml, run files and front matter: what the readers and the JSON Schemas go by.
#pragma once

#include "assemble/yaml_mapping.hpp"

#include <span>

namespace comb::assemble {

constexpr double most_questions = 500; // of an exam: more than a day of writing

std::span<const KeySpec> manifest_keys();
std::span<const KeySpec> group_keys();
std::span<const KeySpec> part_keys();
std::span<const KeySpec> day_keys();
std::span<const KeySpec> break_keys();
/// Of one exam of `exams:`.
std::span<const KeySpec> exam_keys();
/// What an exam draws: `"lesson:s02": 1`.
const EntrySpec& draw_entries();
/// Of one term; the term sheet itself maps a term's key to these.
std::span<const KeySpec> term_keys();
std::span<const KeySpec> run_keys();
std::span<const KeySpec> front_matter_keys();

} // namespace comb::assemble
