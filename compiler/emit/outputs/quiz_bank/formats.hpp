// The formats of the bank: one function and one file each.
#pragma once

#include "emit/outputs/quiz_bank/bank.hpp"
#include "emit/outputs/quiz_bank/losses.hpp"

#include <map>
#include <string>
#include <string_view>

namespace comb::emit::quiz_bank {

/// Everything, for our own tools: `docs/quiz-bank.schema.json` says what is in it. Loses nothing.
std::string write_json(const Bank& bank);
/// Moodle XML, with pictures inside.
std::string write_moodle_xml(const Bank& bank, Losses& losses);
/// Moodle GIFT: text only.
std::string write_gift(const Bank& bank, Losses& losses);
/// A spreadsheet: RFC 4180 with a BOM, guarded against formula injection (OWASP ASVS 1.2.10).
std::string write_csv(const Bank& bank, Losses& losses);
/// Which format lost what of which question, in the course's language, for a course designer.
std::string write_fidelity_report(const Bank& bank, const std::map<Format, Losses>& losses);

} // namespace comb::emit::quiz_bank
