// The diagnostics of the leak scan.
#pragma once

#include "diagnostics/diagnostic.hpp"

namespace comb::leak {

inline constexpr DiagnosticKind trainer_text_repeated{
    .name = "trainer-text-repeated",
    .severity = Severity::warning,
    .help = "learners will read it: reword one of the two, or allow it if that is meant",
    .explain = "The scan for leaks cannot guard a sentence that is also written for learners.",
};
inline constexpr DiagnosticKind secret_leaked{
    .name = "secret-leaked",
    .severity = Severity::error,
    .help = "this is a fault of the compiler or of a theme: please report it with the course",
    .explain =
        "After every build the finished files for learners are searched for text that only trainers may see: "
        "keys, feedback, solutions, trainer's notes, role briefs. A find stops the build.",
};

} // namespace comb::leak
