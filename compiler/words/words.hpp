// Interface words by language: labels that the compiler itself puts on slides and pages.
#pragma once

#include <array>
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
  // Lists made from the course
  std::string_view agenda, recap, glossary, index, credits, alignment, blueprint, materials_list;
  std::string_view when, what, minutes_head, pause;    ///< heads of the agenda: 時間, 內容, 分鐘, 休息
  std::string_view level, taught, practised, assessed; ///< heads of the alignment: 層次, 教學, 練習, 評量
  std::string_view planned_count, actual_count, total; ///< heads of the blueprint: 預定, 實際, 合計
  std::string_view quantity, used_in, prepared_by;     ///< heads of the materials
  std::string_view per_room, per_learner, per_group;   ///< 全班 {}, 每人 {}, 每組 {}
  std::string_view meaning, picture, source, licence;  ///< heads of glossary and credits
  std::array<std::string_view, 6> bloom;               ///< remember to create: 記憶 …
  std::string_view criterion, weight;                  ///< heads of a rubric
  std::string_view steps, when_to_use;                 ///< of a job aid
  std::string_view if_missing;                         ///< of `prereq`, to the trainer: 若學員還不會
  // Diagrams, told in words
  std::string_view back_to;       ///< 回到「{}」
  std::string_view leads_to;      ///< 「，接著」 between steps
  std::string_view from_bottom;   ///< 由下而上：{}
  std::string_view axis_of;       ///< 橫軸：{}
  std::string_view y_axis_of;     ///< 縱軸：{}
  std::string_view empty_to_fill; ///< 待填
  // Scenarios
  std::string_view go_to;              ///< 前往第 {} 段
  std::string_view node;               ///< 第 {} 段
  std::string_view good_end, poor_end; ///< 好的結局, 可惜的結局
  std::string_view start_over, step_back;
  std::string_view you_chose;            ///< 你選了「{}」
  std::string_view best_path, whole_map; ///< 最佳路徑, 全圖
  // Exams
  std::string_view exam, exam_key; ///< 試卷, 試卷解答
  std::string_view variant;        ///< {} 卷
  std::string_view pass_mark;      ///< {} 分及格
  std::string_view full_marks;     ///< 滿分 {} 分
  std::string_view score;          ///< 得分
  std::string_view tick_one;       ///< how to answer: 單選題請勾一個選項
  std::string_view tick_several;   ///< （可複選）
  std::string_view join_pairs;     ///< （連線）
  std::string_view put_in_order;   ///< （在方格內填上順序）
  std::string_view marks;          ///< head of a column: 配分
  std::string_view shared_case;    ///< 第 {} 題共用下列資料
  std::vector<DirectiveAlias> aliases;
};

/// The words for a BCP 47 tag: the longest match, `zh-TW` and `zh-HK` as `zh-Hant`, `zh-CN` as `zh-Hans`; English
/// where nothing matches.
const Words& words_for(std::string_view lang);
/// All languages, English first.
std::span<const Words* const> all_words();
/// `pattern` with its `{}` replaced by `value`, the first by the first. Where the pattern sets the gap in quotation
/// marks, those of the same kind in `value` become inner ones: 你選了「先說『請坐』」.
std::string fill(std::string_view pattern, std::string_view value);
std::string fill(std::string_view pattern, int value);

} // namespace comb::words
