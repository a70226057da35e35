// How options are phrased beside their stem and beside each other (Haladyna, Downing and Rodriguez 2002, guidelines
// 15, 23 and 28).
#include "base/utf8.hpp"
#include "base/written_number.hpp"
#include "check/check.hpp"
#include "check/letter_text.hpp"
#include "check/question_text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_key_echoes_stem{
    .name = "question-key-echoes-stem",
    .severity = Severity::warning,
    .help = "say it in other words in the key, or let a distractor take up the stem's words, too",
    .explain =
        "Words that stem and key share and no distractor has (a *clang*) lead learners to the key without knowing. It "
        "counts from five Chinese characters or three words in a row on, where no distractor shares half as much.\n",
};
constexpr DiagnosticKind question_options_mixed{
    .name = "question-options-mixed",
    .severity = Severity::warning,
    .help = "give all options the same form: all sentences or all phrases, all with the unit or none",
    .explain =
        "An option that differs in form stands out and is taken or passed over for it. Looked at are full stops, units "
        "behind numbers, and *a* or *an* at the end of an English stem.\n",
};
constexpr DiagnosticKind question_idea_in_options{
    .name = "question-idea-in-options",
    .severity = Severity::warning,
    .help = "say the whole question in the stem and keep the options short",
    .explain =
        "A learner should know what is asked before reading the options. A stem of two or three words that asks "
        "nothing, or options that all begin with the same words, leave the idea in the options.\n",
};

/// Stretches that count are at least this heavy (an ideograph weighs 2).
constexpr std::size_t telling_weight = 10;
constexpr std::size_t telling_latin_weight = 16;

std::size_t shared_weight(const std::u32string& stem, const std::string& option) {
  return weight_of(longest_shared(stem, letters_of(option)));
}

void check_echo(const model::Question& question, const model::Choices& choices, const std::vector<std::string>& texts,
                Diagnostics& found) {
  const std::u32string stem = letters_of(stem_text(question));
  std::size_t of_distractors = 0;
  std::size_t key = texts.size();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (is_key_option(question, i)) {
      key = i;
    } else {
      of_distractors = std::max(of_distractors, shared_weight(stem, texts[i]));
    }
  }
  if (key == texts.size()) return;
  const std::u32string letters = letters_of(texts[key]);
  const std::u32string_view shared = longest_shared(letters, stem);
  const bool is_wide_text = std::ranges::any_of(shared, is_wide);
  const std::size_t weight = weight_of(shared);
  if (weight < (is_wide_text ? telling_weight : telling_latin_weight) || of_distractors * 2 >= weight) return;
  found.push_back({.kind = &question_key_echoes_stem,
                   .span = choices.options[key].span,
                   .message = "of the options of `" + question.id + "` only the key repeats `" + to_utf8(shared) +
                              "` from the stem"});
}

/// What the form of an option is told by.
enum class Form : std::uint8_t { phrase, sentence };

Form form_of(const std::string& text) {
  constexpr std::array<std::string_view, 6> stops = {"。", "！", "？", ".", "!", "?"};
  const bool ends = std::ranges::any_of(stops, [&](std::string_view stop) { return text.ends_with(stop); });
  // A quotation or an ellipsis at the end says nothing of the option's own form.
  return ends && !text.ends_with("...") ? Form::sentence : Form::phrase;
}

/// The one option that differs from all others; none where they are alike, or mixed in some other way.
template <class Value>
std::optional<std::size_t> odd_one(const std::vector<Value>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::ranges::count(values, values[i]) == 1 &&
        std::ranges::count(values, values[(i + 1) % values.size()]) == static_cast<std::ptrdiff_t>(values.size()) - 1) {
      return i;
    }
  }
  return std::nullopt;
}

/// Whether `text` is a number with a unit behind it. Meant for texts that `written_number` can read.
bool has_unit(const std::string& text) {
  const std::u32string letters = letters_of(text);
  return std::ranges::any_of(letters, [](char32_t c) { return c < U'0' || c > U'9'; });
}

void report_mixed(const model::Question& question, const model::Option& option, const std::string& what,
                  Diagnostics& found) {
  found.push_back({.kind = &question_options_mixed,
                   .span = option.span,
                   .message = "of the options of `" + question.id + "` only this one " + what});
}

void check_forms(const model::Question& question, const model::Choices& choices, const std::vector<std::string>& texts,
                 Diagnostics& found) {
  std::vector<Form> forms;
  for (const std::string& text : texts) forms.push_back(form_of(text));
  if (const auto odd = odd_one(forms)) {
    report_mixed(question, choices.options[*odd],
                 forms[*odd] == Form::sentence ? "ends with a full stop" : "does not end with a full stop", found);
  }
  const bool all_numbers =
      std::ranges::all_of(texts, [](const std::string& text) { return written_number(text).has_value(); });
  if (!all_numbers) return;
  std::vector<bool> units;
  for (const std::string& text : texts) units.push_back(has_unit(text));
  if (const auto odd = odd_one(units)) {
    report_mixed(question, choices.options[*odd], units[*odd] ? "has a unit" : "has no unit", found);
  }
}

bool begins_with_vowel(const std::string& text) {
  const std::u32string letters = letters_of(text);
  return !letters.empty() && std::u32string_view(U"aeiou").find(letters.front()) != std::u32string_view::npos;
}

/// 「… is an」 before options of which only some begin with a vowel.
void check_article(const model::Question& question, const model::Choices& choices,
                   const std::vector<std::string>& texts, Diagnostics& found) {
  std::string stem = to_lower(stem_text(question));
  while (!stem.empty() && std::string_view(" .:…_").find(stem.back()) != std::string_view::npos) stem.pop_back();
  const bool wants_vowel = stem.ends_with(" an");
  if (!wants_vowel && !stem.ends_with(" a")) return;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (begins_with_vowel(texts[i]) == wants_vowel) continue;
    found.push_back({.kind = &question_options_mixed,
                     .span = choices.options[i].span,
                     .message = "the stem ends with `" + std::string(wants_vowel ? "an" : "a") +
                                "`, which this option does not follow",
                     .help = "end the stem with `a/an`, or put the article into the options"});
    return;
  }
}

bool asks(const std::string& stem) {
  constexpr std::array<std::string_view, 12> signs = {"？", "?",  "____", "：",   ":",    "何",
                                                      "哪", "誰", "谁",   "什麼", "什么", "…"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return stem.find(sign) != std::string::npos; });
}

std::u32string_view shared_beginning(std::u32string_view one, std::u32string_view other) {
  const auto [end, ignored] = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  return one.substr(0, static_cast<std::size_t>(end - one.begin()));
}

void check_idea(const model::Question& question, const model::Choices& choices, const std::vector<std::string>& texts,
                Diagnostics& found) {
  constexpr std::size_t shortest_stem = 12; // six ideographs
  const std::string stem = stem_text(question);
  if (weight_of(letters_of(stem)) < shortest_stem && !asks(stem)) {
    found.push_back({.kind = &question_idea_in_options,
                     .span = question.span,
                     .message = "the stem of `" + question.id + "` does not say what is asked"});
    return;
  }
  const std::u32string first = letters_of(texts.front());
  std::u32string_view shared = first;
  for (const std::string& text : texts) shared = shared_beginning(shared, letters_of(text));
  const std::size_t longest = std::ranges::any_of(shared, is_wide) ? telling_weight : telling_latin_weight;
  if (weight_of(shared) < longest) return;
  found.push_back({.kind = &question_idea_in_options,
                   .span = choices.options.front().span,
                   .message = "all options of `" + question.id + "` begin with `" + to_utf8(shared) + "`",
                   .help = "move these words into the stem"});
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  const std::set<std::string> scenarios = scenario_ids(course);
  for (const model::Question& question : course.questions) {
    const auto* choices = std::get_if<model::Choices>(&question.form);
    const std::vector<std::string> texts = option_texts(question);
    // What one says next in a scenario takes up what was said before.
    if (choices == nullptr || texts.size() < 3 || scenarios.contains(question.stimulus)) continue;
    if (question.type == model::QuestionType::single) check_echo(question, *choices, texts, found);
    check_forms(question, *choices, texts, found);
    check_article(question, *choices, texts, found);
    check_idea(question, *choices, texts, found);
  }
  return found;
}

} // namespace

extern const Rule question_phrasing_rule;
const Rule question_phrasing_rule{
    .name = "question-phrasing",
    .diagnostics = {&question_key_echoes_stem, &question_options_mixed, &question_idea_in_options},
    .run = run,
};

} // namespace comb::check
