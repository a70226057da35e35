// What a lesson looks like in both books: its opening, its topics.
#pragma once

#include "typeset/books/flow_writer.hpp"

#include <string>

namespace comb::typeset::books {

/// 「S6　・　40 分鐘」 over the title; opens the lesson's outline.
void push_lesson_title(Flow& flow, const model::Lesson& lesson);
/// A topic's heading and parts. In the guide its slide becomes the one that is on.
void write_topic(Flow& flow, const model::Topic& topic);
/// A chapter for `lesson`, with running heads: `left` and the lesson.
Chapter make_lesson_chapter(const model::Lesson& lesson, const std::string& left);

} // namespace comb::typeset::books
