// Interface words by language: labels that the compiler itself puts on slides and pages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace comb::words {

/// A container name in the authors' language: `個案` for `case`.
struct DirectiveAlias {
  std::string_view alias;
  std::string_view name;
};

/// One language. A new language is one file that defines one such value. Patterns hold `{}` where a number or name
/// goes. Plurals: `_one` is used for exactly 1 where a language needs it (the same text elsewhere).
struct Words {
  std::string_view lang; ///< BCP 47: en, zh-Hant, zh-Hans
  // Units and joints
  std::string_view minutes;       ///< {} 分鐘
  std::string_view minutes_short; ///< {} 分
  std::string_view separator;     ///< 「・」 between small facts
  std::string_view colon;         ///< 「：」 or ": "
  std::string_view list_comma;    ///< 「、」 or ", "
  std::string_view page;          ///< 第 {} 頁
  std::string_view slide;         ///< 投影片 {}
  std::string_view continued;     ///< （續）
  std::string_view day;           ///< 第 {} 天
  std::string_view version;       ///< 版本 {}
  std::string_view group_of;      ///< {} 人一組
  std::string_view rounds;        ///< {} 輪
  std::string_view figure;        ///< 圖 {}
  std::string_view table;         ///< 表 {}
  std::string_view exhibit;       ///< 附件 {}
  // Names of outputs and their furniture
  std::string_view workbook; ///< 學員手冊
  std::string_view workbook_answers;
  std::string_view guide;         ///< 講師手冊
  std::string_view cards;         ///< 角色卡與觀察表
  std::string_view slides;        ///< 投影片
  std::string_view contents;      ///< 目錄
  std::string_view name_line;     ///< 姓名
  std::string_view date_line;     ///< 日期
  std::string_view objectives;    ///< 學習目標
  std::string_view self_rating;   ///< 自評
  std::string_view before, after; ///< 課前, 課後
  // Questions
  std::string_view question;     ///< 題
  std::string_view answer;       ///< 答
  std::string_view answers;      ///< 解答
  std::string_view key;          ///< 正解
  std::string_view explanation;  ///< 解析
  std::string_view if_chosen;    ///< 若選 {}
  std::string_view points;       ///< {} 分 (marks)
  std::string_view right, wrong; ///< 對, 錯
  std::string_view show_answer;  ///< 顯示答案
  std::string_view your_answer;
  // Activities and role plays
  std::string_view brief, doing, debriefing;    ///< 說明, 進行, 分享
  std::string_view read_card, play, feedback;   ///< 讀卡, 演練, 回饋
  std::string_view only_you_know;               ///< 只有你知道
  std::string_view seen, not_seen;              ///< 看到, 沒看到
  std::string_view quote_one_line;              ///< 抄下一句話
  std::string_view rotation;                    ///< 輪替表
  std::string_view round;                       ///< 第 {} 輪
  std::string_view materials, grouping, output; ///< 教材, 分組, 產出
  std::string_view start_timer, pause_timer, reset_timer;
  // Trainer's notes
  std::string_view say, act, ask, watch, transition, setup, if_short, if_long, note; ///< 說 做 問 留意 …
  std::string_view expected_answer;                                                  ///< 預期答案
  std::string_view see_page;                                                         ///< （見第 {} 頁）
  std::string_view full_text; ///< 手冊全文: the folded paragraphs in the presenter's notes
  std::string_view on_card;   ///< 依自己的角色卡行動
  // Slide runtime
  std::string_view next_slide, previous_slide, overview, presenter_window, notes, clock, elapsed, planned, help,
      no_notes, reveal, close, slide_of; ///< slide_of: 第 {} 張，共 {} 張
  std::string_view keys_help;            ///< one line of what keys do
  // Cards
  std::string_view cut_here; ///< 沿線剪下
  std::vector<DirectiveAlias> aliases;
};

/// The words for a BCP 47 tag: the longest match, `zh-TW` and `zh-HK` as `zh-Hant`, `zh-CN` as `zh-Hans`; English
/// where nothing matches.
const Words& words_for(std::string_view lang);
/// All languages, English first.
std::span<const Words* const> all_words();
/// `pattern` with its `{}` replaced by `value`, the first by the first.
std::string fill(std::string_view pattern, std::string_view value);
std::string fill(std::string_view pattern, int value);

} // namespace comb::words
