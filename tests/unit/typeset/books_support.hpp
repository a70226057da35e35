// A small edition made by hand that holds every part, for the tests of books.
#pragma once

#include "typeset/books.hpp"

#include <string>
#include <utility>
#include <vector>

namespace comb::typeset::test {

inline text::Inlines words_of(const std::string& text) {
  return text::plain_inlines(text, {});
}

template <class Content>
model::Part part_of(Content content, std::string id = {}) {
  return {.id = std::move(id), .content = std::move(content)};
}

inline model::Part prose(const std::string& text) {
  return part_of(model::Prose{words_of(text)});
}

inline model::List list_of(bool ordered, const std::vector<std::string>& items) {
  model::List list{.ordered = ordered};
  for (const std::string& item : items) list.items.push_back({.children = {prose(item)}});
  return list;
}

inline model::Box box_of(std::string kind, std::string label, std::string icon, model::Tone tone,
                         model::Parts children) {
  return {.kind = std::move(kind),
          .label = std::move(label),
          .icon = std::move(icon),
          .tone = tone,
          .children = std::move(children)};
}

inline model::Cell cell(const std::string& text, bool is_blank = false) {
  return {.content = words_of(text), .is_blank = is_blank};
}

inline model::Table results_table() {
  model::Table table;
  for (const char* head : {"應徵者", "賣出", "誰用？", "誰付錢？", "誰受益？"}) table.header.push_back(cell(head));
  table.rows = {{cell("小林"), cell("1"), cell("一位和尚"), cell("", true), cell("", true)},
                {cell("小吳"), cell("10"), cell("", true), cell("", true), cell("", true)},
                {cell("小方"), cell("1,000"), cell("", true), cell("", true), cell("", true)}};
  return table;
}

inline const std::string story =
    "一家正在成長的公司要找行銷主管。報名的人很多，公司卻不面試，只出了一道題：十天之內，把木梳賣給和尚。"
    "多數人覺得受了捉弄，掉頭就走；留下來的只有小林、小吳和小方。";
inline const std::string story_goes_on =
    "十天後，三人回來報告。小林賣出一把。他在寺裡挨了罵，下山時遇見一位小和尚正曬著太陽、抓著發癢的頭皮，"
    "遞上木梳，小和尚試了試，很高興，買下一把。小吳賣出十把，他去了一座名山古寺，山高風大，進香的人頭髮都吹亂了。";

inline model::Question choice_question(bool with_key) {
  model::Question question{.id = "q6-3"};
  question.stem = {prose("賣出一千把的洞察是？")};
  model::Choices choices;
  for (const char* option : {"梳子的材質較佳", "和尚同樣會頭癢", "寺院需要回贈禮"}) {
    choices.options.push_back({.text = words_of(option)});
  }
  question.form = std::move(choices);
  if (with_key) {
    model::QuestionKey key{.is_key = {false, false, true}};
    key.feedback = {{prose("那是特性，還不是利益。")}, {prose("把個人的需要當成機構的需要。")}, {}};
    key.solution = {prose("寺院要的是能回贈香客、又能傳揚名聲的禮物。")};
    question.key = std::move(key);
  }
  return question;
}

inline model::Question matching_question(bool with_key) {
  model::Question question{.id = "q6-4", .type = model::QuestionType::matching};
  question.stem = {prose("把每個人和他滿足的需要連起來。")};
  question.form =
      model::Matching{.left = {words_of("小林"), words_of("小吳"), words_of("小方")},
                      .right = {words_of("回贈香客"), words_of("止癢"), words_of("整理儀容"), words_of("裝飾")},
                      .left_header = "應徵者",
                      .right_header = "需要"};
  if (with_key) question.key = model::QuestionKey{.right_of_left = {1, 2, 0}};
  return question;
}

inline model::Question ordering_question(bool with_key) {
  model::Question question{.id = "q6-5", .type = model::QuestionType::ordering};
  question.stem = {prose("排出銷售的步驟。")};
  question.form = model::Ordering{.items = {words_of("促進成交"), words_of("迎接"), words_of("鑑定需求")}};
  if (with_key) question.key = model::QuestionKey{.right_order = {1, 2, 0}};
  return question;
}

inline model::Question number_question(bool with_key) {
  model::Question question{.id = "q6-6", .type = model::QuestionType::numeric};
  question.stem = {prose("小方賣出幾把？")};
  question.form = model::Number{.unit = "把"};
  if (with_key) question.key = model::QuestionKey{.number = 1000, .number_text = "1000", .tolerance = 10};
  return question;
}

inline model::Part note(model::NoteKind kind, int minutes, const std::string& text) {
  model::Note content{.kind = kind, .children = {prose(text)}};
  if (minutes > 0) content.time = std::chrono::minutes{minutes};
  return part_of(std::move(content));
}

inline model::Part role(const std::string& name, const std::string& front, const std::string& secret) {
  model::Card card{.set = "R1　沉默的顧客", .set_meta = "S3", .name = name, .label = "角色卡"};
  card.front = {prose(front)};
  if (!secret.empty()) card.secret = {prose(secret)};
  return part_of(std::move(card));
}

inline model::Part observer() {
  model::Card card{.set = "R1　沉默的顧客", .set_meta = "S3", .name = "觀察員", .label = "觀察表"};
  model::Checklist checklist{.seen_columns = true};
  for (const char* item : {"十秒內打招呼", "保持距離", "問了一個具體的問題", "在顧客有興趣時開口"}) {
    checklist.items.push_back({.text = words_of(item)});
  }
  card.front = {part_of(std::move(checklist))};
  return part_of(std::move(card));
}

inline model::Parts roles() {
  return {role("銷售員", "平日下午的手機門市，一位顧客進來，四處看看。你的任務：不施壓地打開話題，找到一個需要。", ""),
          role("顧客", "你替長輩買第一支手機，討厭被跟著走。",
               "被問到一個具體的問題，才開口；若兩次被問「要買什麼」，就離開。"),
          observer()};
}

inline model::Box case_box(bool is_guide) {
  model::Box exhibit = box_of("exhibit", "附件 1", "document", model::Tone::wood, {part_of(results_table())});
  exhibit.title = words_of("三人的成績");
  model::Box discuss =
      box_of("discuss", "討論", "discuss", model::Tone::teal,
             {part_of(list_of(true, {"三個人先弄清楚的事情，各是什麼？", "發現需要，與製造需要，界線在哪裡？"}))});
  model::Box box = box_of("case", "個案", "case", model::Tone::wood, {prose(story), prose(story_goes_on)});
  box.id = "combs";
  box.title = words_of("把木梳賣給和尚");
  box.meta = "40 分鐘";
  box.own_slide = true;
  box.time = std::chrono::minutes{40};
  if (is_guide) {
    box.children.push_back(
        note(model::NoteKind::say, 8, "先講故事，不急著給答案。拿起木梳，停三秒，再問：「你會怎麼開始？」"));
    box.children.push_back(note(model::NoteKind::act, 12, "三人一組，填附件 1 的空格，每組一張海報。"));
    box.children.push_back(note(model::NoteKind::ask, 12, "「第 1,001 把怎麼賣？」追問：誰的目標？寺院為什麼會再買？"));
    box.children.push_back(note(model::NoteKind::watch, 8, "尊重宗教，不拿和尚開玩笑。若時間不足，略過第 2 題討論。"));
  }
  box.children.push_back(part_of(std::move(exhibit)));
  box.children.push_back(part_of(std::move(discuss)));
  return box;
}

inline model::Topic quiz_topic() {
  model::Box quiz = box_of("quiz", "自我檢核", "quiz", model::Tone::plum, {});
  for (std::uint32_t index = 0; index < 4; ++index) {
    quiz.children.push_back(part_of(model::QuestionUse{.question = {index}, .number = std::to_string(index + 1)}));
  }
  return {.id = "s06-4", .title = words_of("檢核"), .parts = {part_of(std::move(quiz))}};
}

inline model::Topic practice_topic(bool is_guide) {
  model::Box play = box_of("roleplay", "角色扮演", "roleplay", model::Tone::teal, {});
  play.title = words_of("沉默的顧客");
  play.meta = "45 分鐘・三人一組・三輪";
  play.own_slide = true;
  play.id = "r1";
  model::Steps steps;
  steps.steps = {{words_of("讀卡"), std::chrono::minutes{3}},
                 {words_of("演練"), std::chrono::minutes{6}},
                 {words_of("回饋"), std::chrono::minutes{6}}};
  play.children = {prose("公開情境：平日下午的手機門市。"), part_of(std::move(steps))};
  if (is_guide) {
    for (model::Part& part : roles()) play.children.push_back(std::move(part));
  }
  model::Dialogue dialogue;
  dialogue.turns = {{"銷售員", words_of("您好，今天想看看什麼？")},
                    {"顧客", words_of("隨便看看。我媽的手機舊了，字太小，她老是看不清楚是誰打來的。")}};
  model::Checklist checklist;
  for (const char* item : {"十秒內打招呼", "保持距離"}) checklist.items.push_back({.text = words_of(item)});
  return {.id = "s06-3",
          .title = words_of("練習"),
          .parts = {part_of(std::move(play)), part_of(std::move(dialogue)), part_of(std::move(checklist)),
                    part_of(model::Quote{{prose("顧客買的不是電鑽，是牆上的洞。")}}),
                    part_of(model::Code{"", "comb build course\ncomb check course"}), part_of(model::WritingSpace{3}),
                    part_of(model::Timer{std::chrono::minutes{12}, {}}),
                    part_of(model::Break{model::BreakKind::pause, std::chrono::minutes{10}, "休息"})}};
}

inline model::Lesson lesson_of(bool is_guide) {
  model::Lesson lesson{.id = "s06", .number = "S6", .title = words_of("個案：把木梳賣給和尚")};
  lesson.time = std::chrono::minutes{40};
  lesson.starts_at = std::chrono::minutes{11 * 60 + 20};
  lesson.day = 1;
  model::List objectives = list_of(false, {"分析三位應徵者各滿足了誰的需要", "設計下一個銷售點子，並以 FAB 檢驗"});
  objectives.items[0].id = "o6a";
  objectives.items[1].id = "o6b";
  lesson.topics.push_back({.id = "s06-1",
                           .parts = {part_of(box_of("objectives", "學習目標", "objectives", model::Tone::wood,
                                                    {part_of(std::move(objectives))})),
                                     prose(story), prose(story_goes_on)}});
  lesson.topics.push_back({.id = "s06-2",
                           .title = words_of("三人的答案"),
                           .parts = {prose(story), part_of(case_box(is_guide)), prose(story_goes_on),
                                     part_of(list_of(false, {"誰用？", "誰付錢？", "誰受益？"}))}});
  lesson.topics.push_back(practice_topic(is_guide));
  lesson.topics.push_back(quiz_topic());
  return lesson;
}

/// A course of one part and one lesson, as the readers of `kind` would get it.
inline edition::Edition sample_edition(model::EditionKind kind) {
  const bool is_guide = kind == model::EditionKind::guide;
  const bool with_key = is_guide || kind == model::EditionKind::workbook_answers;
  edition::Edition edition{.spec = {.kind = kind}};
  edition.info = {.id = "store-sales",
                  .title = "從門店到企業客戶",
                  .subtitle = "銷售實戰兩部曲",
                  .lang = "zh-Hant-TW",
                  .version = "1.0",
                  .licence = "CC BY 4.0",
                  .authors = {"課程小組"},
                  .audience = "門市銷售員與新任客戶經理"};
  edition.questions = {choice_question(with_key), matching_question(with_key), ordering_question(with_key),
                       number_question(with_key)};
  edition.objectives = {{.id = "o6a"}, {.id = "o6b"}};
  model::CoursePart part{.title = "第一部　門店銷售", .id = "part-1"};
  if (kind == model::EditionKind::cards) {
    model::Lesson lesson{.id = "s03", .number = "S3"};
    lesson.topics.push_back({.id = "s03-1", .parts = roles()});
    part.lessons.push_back(std::move(lesson));
  } else {
    part.lessons.push_back(lesson_of(is_guide));
  }
  edition.parts.push_back(std::move(part));
  return edition;
}

} // namespace comb::typeset::test
