// What the making of a deck may say to an author.
#pragma once

#include "diagnostics/diagnostic.hpp"

#include <array>

namespace comb::typeset {

inline constexpr DiagnosticKind slide_continued{
    .name = "slide-continued",
    .severity = Severity::info,
    .help = "say less, or break it where you want it with `---`",
    .explain =
        "The compiler measures each slide. What does not fit flows on to a next one, cut at a list item, a row "
        "or a paragraph. This is a report, not a fault: look at the slides and decide."};
inline constexpr DiagnosticKind slide_overflows{
    .name = "slide-overflows",
    .severity = Severity::error,
    .help = "shorten it, or split it into two elements that may stand on two slides",
    .explain =
        "One element that cannot be cut, such as a paragraph, a question or a `::: slide`, fits on no slide, "
        "even when it is set at four fifths of its size."};
inline constexpr DiagnosticKind topic_without_slide{
    .name = "topic-without-slide",
    .severity = Severity::info,
    .help = "add a list, a table, a figure or a block, if learners should see something",
    .explain =
        "Paragraphs directly in a topic are for the handbook. A topic that holds nothing else has no slide of "
        "its own; its text joins the notes of the slide before."};

inline constexpr DiagnosticKind too_many_slides{.name = "too-many-slides",
                                                .severity = Severity::error,
                                                .help = "split the course: a deck has at most 20,000 slides"};

inline constexpr std::array<const DiagnosticKind*, 4> deck_kinds = {&slide_continued, &slide_overflows,
                                                                    &topic_without_slide, &too_many_slides};

} // namespace comb::typeset
