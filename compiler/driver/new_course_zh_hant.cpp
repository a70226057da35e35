// `comb new NAME --lang zh-Hant`: the same short course in Traditional Chinese.
#include "driver/new_course_text.hpp"

namespace comb::driver {

const NewCourseText traditional_chinese_course = {
    .lang = "zh-Hant",
    .manifest = R"md(# 課程清單，`comb build` 先讀這個檔案。`comb check` 指出哪裡要改，`comb watch` 邊寫邊更新投影片。
language: 1
id: @id@
title: 第一門課
subtitle: 兩堂短課，請改成自己的內容
lang: zh-Hant-TW
version: "0.1"
authors: [作者姓名]
audience: 剛接觸這個主題的人
group: {min: 6, max: 18}

# 課文裡的 `{{client}}` 會換成這裡的文字。
variables:
  client: 貴公司

terms: terms.yaml

parts:
  - title: 基礎
    lessons:
      - lessons/s01-welcome.md
      - lessons/s02-practice.md
)md",
    .terms = R"md(# 用語表：該用哪個說法、是什麼意思。
benefit:
  use: 利益
  gloss: Benefit
  text: 顧客從一項特性得到的結果。
)md",
    .welcome = R"md(---
id: s01
---

# 特性與利益

<!-- 註解不會出現在任何產出。「##」開一個主題；主題裡的清單、表格與區塊會成為投影片。 -->

::: 學習目標
- 分辨特性與利益 {#o1a bloom=understand}
- 把特性說成顧客在意的話 {#o1b bloom=apply}
:::

## 差別在哪裡

一般段落會完整印在學員手冊；在投影片上則收進講師備註。歡迎{{client}}的夥伴。

- **特性**是東西有什麼。
- :term[利益]{of=benefit}是人得到什麼。

::say[先問：上週誰買了東西？為什麼買？]

| 特性        | 利益               |
| ----------- | ------------------ |
| 重 900 公克 | 背一整天，肩膀不痠 |
| 一秒開機    | 不必在客人面前等   |

::: 提示 說短句
不是以「您」開頭的句子，多半是特性。
:::

## 從特性走到利益

::: 流程 一路問「所以呢」 {#so-what}
1. 說出一項特性
2. 問「所以呢？」
3. 說出它的作用
4. 再問一次
5. 說出顧客得到什麼
:::

::: 重點
人買的，是東西**為自己做了什麼**。
:::

## 想一想

:::: 題目 {#q1-1 objective=o1a}
哪一句說的是利益？

- [ ] 機殼採鎂合金
  > 這是材料，也就是特性。
- [x] 背一整天，肩膀不痠
  > 這是顧客得到的結果。
- [ ] 整機重 900 公克
  > 這是東西的數字，也就是特性。

::: 解答
一直問「所以呢？」，問到有人出現為止。
:::
::::
)md",
    .practice = R"md(---
id: s02
---

# 練習

::: 學習目標
- 開口推薦之前先問一個問題 {#o2a bloom=apply}
:::

## 兩種開場

::: 對話 在雨傘店裡 {#opening cast="店員; 顧客"}
- 店員：要看看新款的傘嗎？
- 顧客：隨便看看。
- 店員：請慢慢看。您上班是走路，還是搭車？
- 顧客：走路，手上還牽著孩子。
  > 這一問問的是她的生活，所以她開口了。
:::

## 個案

:::: 個案 雨傘店 {#umbrellas objective=o1b time=20}
一家小店賣的雨傘只有別家的一半重，卻沒有人問。

::: 附件 一週的銷量 {#umbrella-sales}
| 雨傘 | 賣出 |
| ---- | ---: |
| 一般 |   40 |
| 輕量 |    2 |
:::

::: 討論
1. 看 :ref[umbrella-sales]：抱著小孩的顧客要的是什麼？
:::

::: 教學筆記
把答案寫成兩欄：特性、利益。
:::
::::

## 換你試試

::: 活動 改寫三張標籤 {#labels objective=o1b time=2+6+4}
把每一項特性改寫成利益。

1. 防水：:fill[文件不怕淋濕]
2. 收起來只有 20 公分
3. 附小燈
:::

:::: 角色扮演 沉默的顧客 {#silent objective=o2a time=3+6+6 rounds=2 group=3}
平日下午，店裡很安靜。

::: 角色 顧客 {#silent-customer}
你想買禮物送母親，討厭被跟著走。

> 有人問了一個具體的問題，你才開口。
:::

::: 角色 店員 {#silent-seller}
你看見顧客拿起兩把傘。
:::

::: 觀察員
- [ ] 十秒內打招呼
- [ ] 先問再推薦
- [ ] 聽完才回答
:::

::: 回顧
1. 哪一句話讓顧客開口？
:::
::::

::: 教材
- 雨傘 {per=group count=2 by=講師}
:::

## 帶著走

::: 工作卡 開口之前 {size=wallet}
1. 打招呼。
2. 問一個具體的問題。
3. 聽完，再說利益。
:::

:::: 題目 {#q2-1 objective=o2a type=true-false}
好的第一個問題問的是顧客，不是商品。

- [x] 對
- [ ] 錯

::: 解答
商品可以等，人想先被看見。
:::
::::

::: 反思
明天上班，你會換哪一句話來說？
:::
)md",
};

} // namespace comb::driver
