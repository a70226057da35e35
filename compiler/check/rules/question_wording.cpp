// How stems and options are put (Haladyna, Downing and Rodriguez 2002, guidelines 9, 13, 17, 25 and 26).
#include "base/utf8.hpp"
#include "check/check.hpp"
#include "check/parts_walk.hpp"
#include "check/question_text.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace comb::check {
namespace {

constexpr DiagnosticKind question_negative_stem{
    .name = "question-negative-stem",
    .severity = Severity::warning,
    .help = "ask for what is right, or emphasise the negation: 何者**不**正確",
    .explain =
        "Readers miss a *not*; then they answer another question than the one asked. Emphasis helps, asking "
        "the other way round helps more.",
};
constexpr DiagnosticKind question_all_or_none{
    .name = "question-all-or-none",
    .severity = Severity::warning,
    .help = "use `type=multiple`, or write an option that says something itself",
    .explain =
        "Who knows that two options are right knows that *all of the above* is; *none of the above* tests what "
        "is wrong, never what is right.",
};
constexpr DiagnosticKind question_combined_options{
    .name = "question-combined-options",
    .severity = Severity::warning,
    .help = "use `type=multiple` instead of options such as “A and B”",
    .explain = "Options made of other options test puzzling more than knowing, and shuffling makes them wrong.",
};
constexpr DiagnosticKind question_position_named{
    .name = "question-position-named",
    .severity = Severity::warning,
    .help = "quote the option's words, or write `shuffle=no`",
    .explain =
        "Options are shuffled, on slides, on exam papers and in Moodle; then “option B” and “the first one” "
        "name another option than the author's.",
};
constexpr DiagnosticKind question_stem_long{
    .name = "question-stem-long",
    .severity = Severity::warning,
    .help = "move the story into a case and keep the question short",
    .explain =
        "A long stem tests reading. More than 80 Chinese characters or 160 cells of other scripts belong into "
        "a case that several questions share.",
};

constexpr int longest_stem_cells = 160;

/// The last sentence of `text`: the one that asks.
std::string_view asking_sentence(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  std::size_t begin = 0;
  for (const std::string_view stop : {"。", "！", ". ", "! ", "\n"}) {
    const std::size_t place = text.rfind(stop);
    if (place != std::string_view::npos && place + stop.size() < text.size())
      begin = std::max(begin, place + stop.size());
  }
  return text.substr(begin);
}

bool is_negative(std::string_view stem) {
  constexpr std::array<std::string_view, 28> chinese = {
      "何者不",   "何者非",   "何者有誤", "何者有误", "何者錯",   "何者错",   "哪個不",
      "哪个不",   "哪一個不", "哪一个不", "哪一項不", "哪项不",   "哪項不",   "哪一句不",
      "哪一種不", "哪种不",   "哪句不",   "不正確的", "不正确的", "不屬於",   "不属于",
      "不包括",   "不包含",   "並非",     "错误的是", "錯誤的是", "有誤的是", "有误的是"};
  constexpr std::array<std::string_view, 5> asks = {"which", "what", "who", "all of the following", "all of these"};
  constexpr std::array<std::string_view, 7> negations = {"not",   "except",    "least", "never",
                                                         "false", "incorrect", "isn't"};
  const std::string sentence = to_lower(asking_sentence(stem));
  return has_any_word(sentence, chinese) || (has_any_word(sentence, asks) && has_any_word(sentence, negations));
}

/// Whether any negation of the stem is emphasised, or in capitals.
bool is_negation_emphasised(const model::Question& question, const std::string& stem) {
  constexpr std::array<std::string_view, 15> negations = {
      "不", "非", "誤", "误", "錯", "错", "除", "not", "except", "least", "never", "false", "incorrect", "isn't", "no"};
  constexpr std::array<std::string_view, 5> capitals = {"NOT", "EXCEPT", "LEAST", "NEVER", "FALSE"};
  if (has_any_word(stem, capitals)) return true;
  bool found = false;
  const auto look = [&](const text::Inlines& children) {
    found = found || has_any_word(to_lower(text::plain_text(children)), negations);
  };
  walk_parts(question.stem, [&](const model::Part& part) {
    inlines_of(part, [&](const text::Inlines& inlines) {
      walk_inlines(inlines, [&](const text::Inline& piece) {
        if (const auto* strong = std::get_if<text::Strong>(&piece.content)) look(strong->children);
        if (const auto* emphasis = std::get_if<text::Emphasis>(&piece.content)) look(emphasis->children);
      });
    });
  });
  return found;
}

bool is_all_or_none(const std::string& option) {
  constexpr std::array<std::string_view, 24> phrases = {
      "上述皆是", "上述皆非", "上述都是",         "上述都對",          "上述都对",      "上述均是",
      "以上皆是", "以上皆非", "以上皆對",         "以上皆错",          "以上皆錯",      "以上都是",
      "以上都對", "以上都对", "以上都不是",       "以上都不對",        "以上都不对",    "以上皆可",
      "以上全部", "以上均是", "all of the above", "none of the above", "all the above", "none of these"};
  return std::ranges::any_of(phrases,
                             [&](std::string_view phrase) { return option.find(phrase) != std::string::npos; });
}

/// Labels of other options with nothing but joints between them: 「A和B」, `both A and C`, 「①②」, 「甲、丙皆是」.
bool is_combination(const std::string& option) {
  constexpr std::array<std::string_view, 18> joints = {"both", "only", "and",  "皆是", "都對", "都对",
                                                       "都是", "皆對", "正確", "和",   "與",   "与",
                                                       "及",   "、",   "&",    "+",    ",",    " "};
  constexpr std::array<std::string_view, 14> labels = {"a",  "b",  "c", "d", "e", "甲", "乙",
                                                       "丙", "丁", "①", "②", "③", "④",  "⑤"};
  int label_count = 0;
  for (std::size_t offset = 0; offset < option.size();) {
    const std::string_view rest = std::string_view(option).substr(offset);
    const auto begins = [&](std::string_view word) { return rest.starts_with(word); };
    if (const auto* joint = std::ranges::find_if(joints, begins); joint != joints.end()) {
      offset += joint->size();
    } else if (const auto* label = std::ranges::find_if(labels, begins); label != labels.end()) {
      offset += label->size();
      // A letter inside a word labels nothing.
      if (offset < option.size() && option[offset] >= 'a' && option[offset] <= 'z') return false;
      ++label_count;
    } else {
      return false;
    }
  }
  return label_count >= 2;
}

/// Whether `text`, in lower case, names an option by its letter or place.
bool names_position(const std::string& text) {
  // Most texts name no option at all; only the others are worth the full search.
  constexpr std::array<std::string_view, 16> hints = {"選項", "选项", "答案", "option", "answer", "choice",
                                                      "前兩", "前两", "前二", "前三",   "選",     "选",
                                                      "都",   "皆",   "均",   "both"};
  if (std::ranges::none_of(hints, [&](std::string_view hint) { return text.find(hint) != std::string::npos; }))
    return false;
  static const std::regex pattern(
      "(選項|选项|答案|答案是|答案為) ?(\\(|（)?[a-e]([^a-z]|$)|"
      "(選|选) ?[a-e] ?(的人|者|代表|表示|是|，|。|：|$)|"
      "(option|answer|choice) \\(?[a-e]([^a-z]|$)|"
      "第(一|二|三|四|五|1|2|3|4|5) ?(個|个)(選項|选项)|"
      "(first|second|third|fourth|last) (option|answer|choice)|"
      "(上|下)一(個|个)(選項|选项)|前(兩|两|二|三)(項|项|個選項|个选项)|"
      "(^|[^a-z])[a-e] ?(和|與|与|及|、|跟) ?[a-e] ?(都|皆|均) ?(對|对|正確|正确|錯|错|不|是|可|成立)|both [a-e] and "
      "[a-e]([^a-z]|$)");
  return std::regex_search(text, pattern);
}

/// Whether `text`, in lower case, names another question by its place.
bool names_question(const std::string& text) {
  constexpr std::array<std::string_view, 13> phrases = {
      "上一題",        "前一題",         "下一題",         "上題",   "承上題",
      "上一题",        "前一题",         "下一题",         "承上题", "previous question",
      "next question", "question above", "question before"};
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return text.find(phrase) != std::string::npos; });
}

void check_stem(const model::Question& question, Diagnostics& found) {
  const std::string stem = stem_text(question);
  const bool is_choice = question.type == model::QuestionType::single || question.type == model::QuestionType::multiple;
  if (is_choice && is_negative(stem) && !is_negation_emphasised(question, stem)) {
    found.push_back({.kind = &question_negative_stem,
                     .span = question.span,
                     .message = "`" + question.id + "` asks for what is not so, and nothing makes the reader see it"});
  }
  const bool has_scenario =
      question.type == model::QuestionType::essay || question.type == model::QuestionType::cloze ||
      question.type == model::QuestionType::performance || question.type == model::QuestionType::description;
  const int width = display_width(stem);
  if (question.stimulus.empty() && !has_scenario && width > longest_stem_cells) {
    found.push_back({.kind = &question_stem_long,
                     .span = question.span,
                     .message = "the stem of `" + question.id + "` takes " + std::to_string(width) + " cells"});
  }
}

void check_option(const model::Question& question, const model::Option& option, Diagnostics& found) {
  const std::string text = text::plain_text(option.text);
  const std::string lower = to_lower(text);
  if (is_all_or_none(lower)) {
    found.push_back({.kind = &question_all_or_none,
                     .span = option.span,
                     .message = "the option `" + text + "` speaks of the others"});
  }
  if (is_combination(lower)) {
    found.push_back({.kind = &question_combined_options,
                     .span = option.span,
                     .message = "the option `" + text + "` is made of other options"});
  }
  const bool depends_on_order = names_position(lower) || (is_all_or_none(lower) && !option.locked_last);
  if (question.shuffle && depends_on_order) {
    Diagnostic finding{.kind = &question_position_named,
                       .span = option.span,
                       .message = "`" + text + "` is wrong once the options are shuffled"};
    if (is_all_or_none(lower)) finding.help = "put `{lock}` at its end, so that it stays last";
    found.push_back(std::move(finding));
  }
}

std::string words_of(const model::Parts& parts) {
  std::string words;
  walk_parts(parts, [&](const model::Part& part) {
    inlines_of(part, [&](const text::Inlines& inlines) { words += text::plain_text(inlines) + "\n"; });
  });
  return to_lower(words);
}

void check_explanation(const model::Parts& parts, Span otherwise, std::string_view what, Diagnostics& found) {
  if (!names_position(words_of(parts))) return;
  found.push_back(
      {.kind = &question_position_named,
       .span = parts.empty() ? otherwise : parts.front().span,
       .message = "this " + std::string(what) + " names an option by its place, and the options are shuffled"});
}

/// Feedback and explanation are read beside options in another order than the author's.
void check_feedback(const model::Question& question, const model::Choices& choices, Diagnostics& found) {
  for (std::size_t index = 0; index < question.key->feedback.size() && index < choices.options.size(); ++index) {
    check_explanation(question.key->feedback[index], choices.options[index].span, "feedback", found);
  }
  check_explanation(question.key->solution, question.span, "explanation", found);
}

/// On an exam's paper questions stand in an order of their own.
void check_exams(const model::Course& course, Diagnostics& found) {
  std::set<model::QuestionIndex> drawn;
  for (const model::Exam& exam : course.exams) {
    for (const model::ExamVariant& variant : exam.variants) {
      drawn.insert(variant.questions.begin(), variant.questions.end());
    }
  }
  for (const model::QuestionIndex index : drawn) {
    const model::Question& question = course.questions[index.value];
    // Questions of one case stay together, in their order.
    if (!question.stimulus.empty() || !names_question(to_lower(stem_text(question)))) continue;
    found.push_back({.kind = &question_position_named,
                     .span = question.span,
                     .message = "`" + question.id + "` names another question by its place, and an exam shuffles them",
                     .help = "say what it is about, or give both questions one case"});
  }
}

Diagnostics run(const model::Course& course) {
  Diagnostics found;
  for (const model::Question& question : course.questions) {
    check_stem(question, found);
    const auto* choices = std::get_if<model::Choices>(&question.form);
    if (choices == nullptr) continue;
    for (const model::Option& option : choices->options) check_option(question, option, found);
    if (question.key && question.shuffle) check_feedback(question, *choices, found);
  }
  check_exams(course, found);
  return found;
}

} // namespace

extern const Rule question_wording_rule;
const Rule question_wording_rule{
    .name = "question-wording",
    .diagnostics = {&question_negative_stem, &question_all_or_none, &question_combined_options,
                    &question_position_named, &question_stem_long},
    .run = run,
};

} // namespace comb::check
