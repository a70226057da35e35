// Prepares the questions of an edition for all formats.
#include "emit/outputs/quiz_bank/bank.hpp"

#include "base/utf8.hpp"
#include "check/parts_walk.hpp"
#include "emit/marked_picture.hpp"
#include "typeset/deck_letters.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace comb::emit::quiz_bank {
namespace {

constexpr std::size_t moodle_name_characters = 255;

std::string one_line(std::string_view text) {
  std::string line = without_control_characters(text);
  std::ranges::replace(line, '\n', ' ');
  std::ranges::replace(line, '\t', ' ');
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(' ') - begin + 1);
}

/// At most `limit` characters of `text`, cut between characters.
std::string shortened(const std::string& text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t offset = 0;
  for (std::size_t count = 0; count < limit && offset < text.size(); ++count)
    offset += std::max<std::uint32_t>(decode_at(text, offset).byte_count, 1);
  return text.substr(0, offset);
}

std::string title_of(const model::Question& question, const RichText& stem) {
  for (const std::string& candidate : {one_line(question.title), one_line(stem.plain)})
    if (!candidate.empty()) return shortened(candidate, moodle_name_characters);
  return question.id;
}

std::vector<std::string> tags_of(const model::Question& question) {
  std::vector<std::string> tags = question.tags;
  if (question.bloom) tags.push_back("bloom-" + std::string(model::name_of(*question.bloom)));
  for (const std::string& objective : question.objectives) tags.push_back("objective-" + objective);
  if (question.difficulty) tags.push_back("difficulty-" + decimal(*question.difficulty, 3));
  if (question.purpose == model::QuestionPurpose::practice) tags.emplace_back("use-practice");
  if (question.purpose == model::QuestionPurpose::exam) tags.emplace_back("use-exam");
  if (question.type == model::QuestionType::performance) tags.emplace_back("type-performance");
  return tags;
}

void prepare_choices(BankQuestion& prepared, const model::Choices& choices, MediaLibrary& media) {
  const model::QuestionKey& key = prepared.key();
  for (std::size_t option = 0; option < choices.options.size(); ++option) {
    prepared.options.push_back(render(choices.options[option].text, media));
    const bool has_feedback = option < key.feedback.size();
    prepared.feedback.push_back(has_feedback ? render(key.feedback[option], media, Blanks::answered) : RichText{});
  }
}

/// Places become options, and the picture with its marks stands at the end of the stem.
void prepare_hotspot(BankQuestion& prepared, const model::Hotspot& hotspot, MediaLibrary& media) {
  const model::QuestionKey& key = prepared.key();
  for (std::size_t place = 0; place < hotspot.regions.size(); ++place) {
    text::Inlines named = text::plain_inlines(typeset::option_letter(place) + " ", {});
    const text::Inlines& words = hotspot.regions[place].text;
    named.insert(named.end(), words.begin(), words.end());
    prepared.options.push_back(render(named, media));
    const bool has_feedback = place < key.feedback.size();
    prepared.feedback.push_back(has_feedback ? render(key.feedback[place], media, Blanks::answered) : RichText{});
  }
  std::string svg = marked_picture(hotspot);
  if (svg.empty()) return;
  auto marked = std::make_shared<images::Image>();
  marked->media_type = "image/svg+xml";
  marked->bytes = std::move(svg);
  marked->width = hotspot.image->width;
  marked->height = hotspot.image->height;
  model::Parts stem = prepared.question->stem;
  model::Figure figure;
  figure.image = std::move(marked);
  figure.path = prepared.question->id + "-places.svg";
  figure.alternative = hotspot.alternative;
  model::Part part;
  part.content = std::move(figure);
  stem.push_back(std::move(part));
  prepared.stem = render(stem, media, Blanks::answered);
}

void prepare_matching(BankQuestion& prepared, const model::Matching& matching, MediaLibrary& media) {
  std::vector<bool> used(matching.right.size(), false);
  const std::vector<int>& right_of_left = prepared.key().right_of_left;
  for (std::size_t pair = 0; pair < matching.left.size() && pair < right_of_left.size(); ++pair) {
    const auto right = static_cast<std::size_t>(right_of_left[pair]);
    if (right >= matching.right.size()) continue;
    prepared.left.push_back(render(matching.left[pair], media));
    prepared.right.push_back(render(matching.right[right], media));
    used[right] = true;
  }
  for (std::size_t right = 0; right < matching.right.size(); ++right)
    if (!used[right]) prepared.right.push_back(render(matching.right[right], media));
}

void prepare_ordering(BankQuestion& prepared, const model::Ordering& ordering, MediaLibrary& media) {
  for (const int place : prepared.key().right_order) {
    const auto item = static_cast<std::size_t>(place);
    if (item < ordering.items.size()) prepared.right_order.push_back(render(ordering.items[item], media));
  }
}

void prepare_rubric(BankQuestion& prepared, const model::Rubric& rubric, MediaLibrary& media) {
  for (const model::RubricRow& row : rubric.rows) {
    BankRubricRow ready{.criterion = render(row.criterion, media), .weight = row.weight, .levels = {}};
    for (const model::RubricLevel& level : row.levels)
      ready.levels.push_back({.name = level.name, .descriptor = render(level.descriptor, media)});
    prepared.rubric.push_back(std::move(ready));
  }
}

/// All texts of a question that is in another language than its course say so.
void mark_language(BankQuestion& prepared, std::string_view lang) {
  if (lang.empty()) return;
  const auto line = [&](RichText& text) {
    if (!text.is_empty()) text.html = with_language(Html::markup("<span>") + text.html + Html::markup("</span>"), lang);
  };
  const auto blocks = [&](RichText& text) { text.html = with_language(text.html, lang); };
  blocks(prepared.stem);
  blocks(prepared.solution);
  std::ranges::for_each(prepared.feedback, blocks);
  std::ranges::for_each(prepared.options, line);
  std::ranges::for_each(prepared.left, line);
  std::ranges::for_each(prepared.right, line);
  std::ranges::for_each(prepared.right_order, line);
}

BankQuestion prepare(const model::Question& question, MediaLibrary& media) {
  BankQuestion prepared;
  prepared.question = &question;
  const bool is_cloze = question.type == model::QuestionType::cloze;
  prepared.stem = render(question.stem, media, is_cloze ? Blanks::gaps : Blanks::answered);
  prepared.title = title_of(question, prepared.stem);
  prepared.solution = render(question.key->solution, media, Blanks::answered);
  prepared.tags = tags_of(question);
  if (const auto* choices = std::get_if<model::Choices>(&question.form)) prepare_choices(prepared, *choices, media);
  if (const auto* matching = std::get_if<model::Matching>(&question.form)) prepare_matching(prepared, *matching, media);
  if (const auto* ordering = std::get_if<model::Ordering>(&question.form)) prepare_ordering(prepared, *ordering, media);
  if (const auto* hotspot = std::get_if<model::Hotspot>(&question.form)) prepare_hotspot(prepared, *hotspot, media);
  if (question.key->rubric) prepare_rubric(prepared, *question.key->rubric, media);
  mark_language(prepared, question.lang);
  return prepared;
}

std::vector<BankLesson> lessons_with_questions(const edition::Edition& edition) {
  std::set<std::string_view> named;
  for (const model::Question& question : edition.questions)
    if (question.key) named.insert(question.lesson);
  std::vector<BankLesson> lessons;
  for (const model::CoursePart& part : edition.parts)
    for (const model::Lesson& lesson : part.lessons)
      if (named.contains(lesson.id))
        lessons.push_back({.id = lesson.id, .number = lesson.number, .title = one_line(plain_text_of(lesson.title))});
  return lessons;
}

std::set<std::string> scenarios_of(const edition::Edition& edition) {
  std::set<std::string> ids;
  for (const model::CoursePart& part : edition.parts) {
    for (const model::Lesson& lesson : part.lessons) {
      for (const model::Topic& topic : lesson.topics) {
        check::walk_parts(topic.parts, [&](const model::Part& inner) {
          if (const auto* branching = std::get_if<model::Branching>(&inner.content)) ids.insert(branching->id);
        });
      }
    }
  }
  return ids;
}

void append_segment(std::string& path, std::string_view name) {
  path += '/';
  for (const char byte : one_line(name)) {
    // Moodle writes a slash inside a category's name as two.
    if (byte == '/') path += '/';
    path += byte;
  }
}

} // namespace

bool BankQuestion::takes_several() const {
  const bool has_several_keys = std::ranges::count(key().is_key, true) > 1;
  return question->type == model::QuestionType::multiple || (is_hotspot() && has_several_keys);
}

Bank make_bank(const edition::Edition& edition) {
  Bank bank{.edition = &edition,
            .lessons = lessons_with_questions(edition),
            .questions = {},
            .media = MediaLibrary(edition.assets)};
  bank.questions.reserve(edition.questions.size());
  const std::set<std::string> scenarios = scenarios_of(edition);
  for (const model::Question& question : edition.questions) {
    if (!question.key) continue;
    BankQuestion prepared = prepare(question, bank.media);
    const auto lesson = std::ranges::find(bank.lessons, question.lesson, &BankLesson::id);
    if (lesson != bank.lessons.end()) prepared.lesson = static_cast<std::size_t>(lesson - bank.lessons.begin());
    prepared.is_of_scenario = scenarios.contains(question.stimulus);
    bank.questions.push_back(std::move(prepared));
  }
  return bank;
}

std::string category_path(const Bank& bank, const BankQuestion& question) {
  std::string path = "$course$/top";
  const model::CourseInfo& info = bank.edition->info;
  append_segment(path, info.title.empty() ? info.id : info.title);
  if (question.lesson) {
    const BankLesson& lesson = bank.lessons[*question.lesson];
    append_segment(path, lesson.number.empty() ? lesson.title : lesson.number + " " + lesson.title);
  }
  return path;
}

std::optional<std::size_t> true_option(const BankQuestion& question) {
  constexpr std::array<std::string_view, 14> true_words = {"對", "对",   "是",  "正確",  "正确",    "真", "○",
                                                           "〇", "true", "yes", "right", "correct", "t",  "y"};
  constexpr std::array<std::string_view, 17> false_words = {"錯",    "错",   "否",     "不是",      "不對", "不对",
                                                            "錯誤",  "错误", "不正確", "不正确",    "假",   "✗",
                                                            "false", "no",   "wrong",  "incorrect", "f"};
  if (question.options.size() != 2) return std::nullopt;
  const auto is_one_of = [](const RichText& option, const auto& words) {
    return std::ranges::find(words, to_lower(option.plain)) != words.end();
  };
  for (const std::size_t candidate : {std::size_t{0}, std::size_t{1}})
    if (is_one_of(question.options[candidate], true_words) && is_one_of(question.options[1 - candidate], false_words))
      return candidate;
  return std::nullopt;
}

std::string decimal(double value, int max_decimals) {
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, max_decimals);
  if (error != std::errc()) return "0";
  std::string text(buffer.data(), end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

} // namespace comb::emit::quiz_bank
