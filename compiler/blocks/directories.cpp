// Lists that a course makes from itself: the place and what is asked for; `edition/directories.cpp` makes the list.
#include "blocks/directories.hpp"

#include <algorithm>

namespace comb::blocks {

model::Part make_directory(LoweringContext& context, model::DirectoryKind kind, model::EditionSet editions) {
  model::Directory directory{.kind = kind};
  const auto& fields = context.kind().fields;
  if (std::ranges::find(fields, "of", &schema::FieldSpec::name) != fields.end()) {
    for (const schema::RawValue& id : context.values().elements("of")) {
      context.refer({.span = id.value_span, .target = id.text});
      directory.of.push_back(id.text);
    }
  }
  return {.span = context.span(), .editions = editions, .content = std::move(directory)};
}

model::Parts directory(LoweringContext& context, model::DirectoryKind kind, model::EditionSet editions) {
  model::Parts parts;
  parts.push_back(make_directory(context, kind, editions));
  return parts;
}

schema::FieldSpec of_field() {
  return {.name = "of", .type = schema::FieldType::ids, .help = "ids of parts or lessons: `of=part-1`"};
}

} // namespace comb::blocks
