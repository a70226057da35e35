// What Moodle's two formats have in common.
#include "emit/outputs/quiz_bank/moodle.hpp"

#include "check/moodle_fractions.hpp"
#include "emit/outputs/quiz_bank/places.hpp"

#include <algorithm>
#include <cmath>

namespace comb::emit::quiz_bank {
namespace {

bool is_key(const BankQuestion& question, std::size_t option) {
  const std::vector<bool>& keys = question.key().is_key;
  return option < keys.size() && keys[option];
}

/// The weights as the author meant them; those that are not there by the rule of `language.md`, section 6.
std::vector<double> weights_of(const BankQuestion& question) {
  if (question.key().weights.size() == question.options.size()) return question.key().weights;
  std::vector<double> weights;
  const double key_count = static_cast<double>(std::ranges::count(question.key().is_key, true));
  const bool is_multiple = question.takes_several();
  for (std::size_t option = 0; option < question.options.size(); ++option) {
    const double share = key_count > 0 ? 100 / key_count : 0;
    weights.push_back(is_key(question, option) ? share : (is_multiple ? -share : 0));
  }
  return weights;
}

/// Equal parts of 100 for the keys, where Moodle has such a fraction.
bool share_equally(const BankQuestion& question, std::vector<double>& weights) {
  const auto key_count = static_cast<double>(std::ranges::count(question.key().is_key, true));
  if (key_count < 1 || !check::is_moodle_fraction(100 / key_count)) return false;
  for (std::size_t option = 0; option < weights.size(); ++option)
    if (is_key(question, option)) weights[option] = check::nearest_moodle_fraction(100 / key_count);
  return true;
}

std::optional<std::vector<double>> multiple_fractions(const BankQuestion& question, Losses& losses) {
  const std::string& id = question.question->id;
  std::vector<double> weights = weights_of(question);
  bool keys_fit = true;
  for (std::size_t option = 0; option < weights.size(); ++option)
    if (is_key(question, option) && !check::is_moodle_fraction(weights[option])) keys_fit = false;
  if (!keys_fit) {
    if (!share_equally(question, weights)) {
      losses.add(Loss::left_out_weights, id);
      return std::nullopt;
    }
    losses.add(Loss::weights_made_equal, id);
  }
  for (std::size_t option = 0; option < weights.size(); ++option) {
    // Without partial credit any wrong choice must cost all that right ones can bring.
    if (!is_key(question, option) && question.question->all_or_nothing) weights[option] = -100;
    weights[option] = moodle_fraction(weights[option], id, losses);
  }
  return weights;
}

/// Whether `text` begins with what a browser would read as an entity.
bool looks_like_entity(std::string_view text) {
  constexpr std::size_t longest_name = 8;
  const std::size_t end = text.find(';');
  if (!text.starts_with('&') || end == std::string_view::npos || end < 2 || end - 1 > longest_name) return false;
  return std::ranges::all_of(text.substr(1, end - 1), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '#';
  });
}

} // namespace

std::optional<std::vector<double>> moodle_fractions(const BankQuestion& question, Losses& losses) {
  if (question.takes_several()) return multiple_fractions(question, losses);
  std::vector<double> weights = weights_of(question);
  for (std::size_t option = 0; option < weights.size(); ++option)
    weights[option] = is_key(question, option) ? 100 : moodle_fraction(weights[option], question.question->id, losses);
  return weights;
}

double moodle_fraction(double percent, const std::string& question, Losses& losses) {
  if (!check::is_moodle_fraction(percent)) losses.add(Loss::weight_rounded, question);
  return check::nearest_moodle_fraction(percent);
}

std::string moodle_plain(std::string_view text) {
  std::string plain;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    const char byte = text[offset];
    if (byte == '<')
      plain += "&lt;";
    else if (byte == '>')
      plain += "&gt;";
    else if (byte == '&' && looks_like_entity(text.substr(offset)))
      plain += "&amp;";
    else
      plain += byte == '\n' || byte == '\t' ? ' ' : byte;
  }
  return plain;
}

std::string moodle_answer(std::string_view text) {
  std::string answer;
  for (const char byte : without_control_characters(text)) {
    if (byte == '*') answer += '\\';
    answer += byte == '\n' || byte == '\t' ? ' ' : byte;
  }
  return answer;
}

std::string html_with_alternatives(const RichText& text) {
  return with_places(text, picture_alternative, gap_line);
}

void note_moodle_losses(const BankQuestion& prepared, Losses& losses) {
  const model::Question& question = *prepared.question;
  const auto note_if = [&](bool is_lost, Loss loss) {
    if (is_lost) losses.add(loss, question.id);
  };
  const bool plain_right = std::ranges::any_of(prepared.right, &RichText::is_formatted);
  note_if(plain_right, Loss::plain_answers);
  note_if(question.type == model::QuestionType::multiple && question.all_or_nothing, Loss::all_or_nothing);
  note_if(question.type == model::QuestionType::performance, Loss::performance_as_essay);
  note_if(question.type == model::QuestionType::true_false && !true_option(prepared), Loss::true_false_as_choice);
  note_if(prepared.is_hotspot(), Loss::hotspot_as_choice);
  note_if(prepared.is_of_scenario, Loss::scenario_as_row);
  note_if(!question.stimulus.empty() && !prepared.is_of_scenario, Loss::shared_case);
  note_if(!question.source.empty() || !question.licence.empty(), Loss::provenance);
}

} // namespace comb::emit::quiz_bank
