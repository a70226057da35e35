// What a lesson looks like in both books: its opening, its topics.
#pragma once

#include "typeset/books/flow_writer.hpp"

#include <span>
#include <string>

namespace comb::typeset::books {

/// 「S6　・　40 分鐘」 over the title; opens the lesson's outline.
void push_lesson_title(Flow& flow, const model::Lesson& lesson);
/// A topic's heading and parts. In the guide its slide becomes the one that is on.
void write_topic(Flow& flow, const model::Topic& topic);
/// The topics that end the course and only collect what all of it says (glossary, index, credits); often none. A topic
/// that also teaches is none of them.
std::span<const model::Topic> back_matter_of(const edition::Edition& edition);
/// The topics of `lesson` without back matter.
std::span<const model::Topic> taught_topics(const edition::Edition& edition, const model::Lesson& lesson);
/// Back matter in a chapter of its own, behind the lesson and its answers, under its own running head.
Chapter write_back_matter(const Book& book, const model::Topic& topic, const std::string& left);
/// A chapter for `lesson`, with running heads: `left` and the lesson.
Chapter make_lesson_chapter(const model::Lesson& lesson, const std::string& left);

} // namespace comb::typeset::books
