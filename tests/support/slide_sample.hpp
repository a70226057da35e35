// A small Chinese course, made by hand, with one slide of each sort.
#pragma once

#include "check/check.hpp"
#include "edition/edition.hpp"
#include "theme/theme.hpp"
#include "typeset/deck.hpp"
#include "words/words.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace comb::sample {

using namespace model;

inline text::Inlines words_of(std::string_view text) {
  return text::plain_inlines(text, Span{});
}
inline Part part(decltype(Part::content) content) {
  Part made;
  made.content = std::move(content);
  return made;
}
inline Part prose(std::string_view text) {
  return part(Prose{words_of(text)});
}
inline Part list(const std::vector<std::string>& items) {
  List made;
  for (const std::string& item : items) made.items.push_back({.children = {prose(item)}});
  return part(std::move(made));
}
inline Part note(NoteKind kind, std::string label, std::string_view text) {
  Part made = part(model::Note{.kind = kind, .label = std::move(label), .children = {prose(text)}});
  made.editions = trainer_only;
  made.placement = Placement::notes;
  return made;
}
inline Cell cell(std::string_view text) {
  return {.content = words_of(text)};
}
inline Part box(Box content, Parts children) {
  content.children = std::move(children);
  Part made = part(content);
  made.id = content.id;
  return made;
}

constexpr std::string_view secret = "整理成使用者、付錢者、受益者三欄再討論";
constexpr std::string_view feedback_secret = "說的是顧客得到的結果，所以是利益";

inline Question choice_question() {
  Question question;
  question.id = "q5-2";
  question.stem = {prose("哪一句說的是「利益」？")};
  question.form = Choices{
      {{.text = words_of("機殼採鎂合金")}, {.text = words_of("同尺寸中最輕")}, {.text = words_of("背一整天肩不痠")}}};
  QuestionKey key;
  key.is_key = {false, false, true};
  key.feedback = {{prose("這是特性。")}, {prose("這是優點。")}, {prose(feedback_secret)}};
  question.key = std::move(key);
  question.lesson = "s05";
  return question;
}

inline Part dialogue_table() {
  Table table;
  table.header = {cell("層面"), cell("銷售員"), cell("顧客")};
  table.rows = {{cell("資訊"), cell("廣、專業、有系統"), cell("片段，帶著先入之見")},
                {cell("利益"), cell("多賣一點，多賺一點"), cell("實用、便宜、好看又耐久：「值得」")},
                {cell("願望"), cell("被理解；別遇到難纏的人"), cell("被接納、被重視，有人耐心又專業")}};
  table.header_column = true;
  return part(std::move(table));
}

inline Part case_box() {
  return box({.kind = "case",
              .label = "個案",
              .icon = "briefcase",
              .tone = Tone::wood,
              .id = "combs",
              .title = words_of("把木梳賣給和尚"),
              .meta = "40 分鐘",
              .own_slide = true,
              .time = std::chrono::minutes{40}},
             {prose("十天，三位應徵者，一樣的木梳，一樣的客戶：出家人。"),
              list({"小林賣出 1 把", "小吳賣出 10 把", "小方賣出 1,000 把"}), note(NoteKind::say, "說", secret)});
}

inline Part roleplay_box() {
  const auto role = [](std::string_view name, std::string_view brief) {
    return Parts{box({.kind = "role", .tone = Tone::teal, .title = words_of(name)}, {prose(brief)})};
  };
  Part roles =
      part(Columns{.columns = {role("銷售員", "不施壓地打開話題，找到一個需要。"), role("顧客", "依自己的角色卡行動。"),
                               role("觀察員", "勾選看到的行為，抄下一句話。")}});
  Part phases = part(Steps{{{words_of("讀卡"), std::chrono::minutes{3}},
                            {words_of("演練"), std::chrono::minutes{6}},
                            {words_of("回饋"), std::chrono::minutes{6}}}});
  return box({.kind = "roleplay",
              .label = "角色扮演",
              .icon = "people",
              .tone = Tone::teal,
              .id = "r1",
              .title = words_of("沉默的顧客"),
              .meta = "三人一組，三輪",
              .own_slide = true},
             {std::move(roles), std::move(phases)});
}

inline Part activity_box() {
  Timer timer{.total = std::chrono::minutes{15},
              .phases = {{words_of("說明"), std::chrono::minutes{2}},
                         {words_of("進行"), std::chrono::minutes{11}},
                         {words_of("分享"), std::chrono::minutes{2}}}};
  return box({.kind = "activity",
              .label = "活動",
              .icon = "bolt",
              .tone = Tone::moss,
              .id = "fab-relay",
              .title = words_of("FAB 接力"),
              .meta = "兩人一組",
              .own_slide = true},
             {list({"一人說特性，另一人接優點，再一起說利益", "換一件產品，角色對調", "產出：三句寫在手冊第 18 頁"}),
              part(std::move(timer))});
}

inline Course course() {
  Course made;
  made.info = {.id = "store-sales",
               .title = "從門店到企業客戶",
               .subtitle = "銷售實戰兩部曲",
               .lang = "zh-Hant-TW",
               .version = "1.0"};
  made.questions = {choice_question()};
  Objective objective{.id = "o5a", .text = words_of("分辨特性、優點與利益"), .lesson = "s05"};
  made.objectives = {objective};
  Lesson lesson{.id = "s05", .number = "S5", .title = words_of("有效介紹產品"), .time = std::chrono::minutes{60}};
  Part goals = box({.kind = "objectives", .label = "學習目標", .icon = "target", .own_slide = true},
                   {list({"分辨特性、優點與利益"})});
  std::get<List>(std::get<Box>(goals.content).children[0].content).items[0].id = "o5a";
  Part told = prose("顧客看見的，只是一個片段；這一段寫在手冊裡。");
  told.editions = prose_of_a_topic;
  lesson.topics.push_back({.id = "s05-1", .title = {}, .parts = {std::move(goals)}});
  lesson.topics.push_back(
      {.id = "s05-2", .title = words_of("顧客與銷售員，看到的不是同一件事"), .parts = {told, dialogue_table()}});
  lesson.topics.push_back({.id = "s05-3",
                           .title = words_of("練習"),
                           .parts = {case_box(), part(QuestionUse{{0}, "1"}), roleplay_box(), activity_box()}});
  lesson.topics.push_back({.id = "s05-4", .title = words_of("只有文字的一節"), .parts = {told}});
  made.parts = {{.title = "第一部・門店銷售", .id = "part-1", .lessons = {std::move(lesson)}}};
  return made;
}

inline edition::Edition edition_of(const Course& made, EditionKind kind) {
  check::CheckResult result = check::check(made, {});
  return edition::make_edition(result.checked.value(), {.kind = kind, .lang = made.info.lang});
}

/// The default theme with its files, from the source tree.
inline theme::Theme default_theme() {
  theme::Theme made;
  const std::filesystem::path root = std::filesystem::path(COMB_SOURCE_DIR) / "themes" / "default";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    made.files[entry.path().lexically_relative(root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return made;
}

} // namespace comb::sample
