// Moodle's embedded answers: a stem with codes such as `{1:SHORTANSWER:=利益~=好處}` in its gaps.
#pragma once

#include "emit/outputs/quiz_bank/bank.hpp"
#include "emit/outputs/quiz_bank/losses.hpp"

#include <string>

namespace comb::emit::quiz_bank {

/// The stem's HTML with a code in each gap.
std::string cloze_html(const BankQuestion& question, const MediaLibrary& media);

/// What the codes cannot say.
void note_cloze_losses(const BankQuestion& question, Losses& losses);

} // namespace comb::emit::quiz_bank
