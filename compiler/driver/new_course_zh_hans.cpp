// `comb new NAME --lang zh-Hans`: the same short course in Simplified Chinese.
#include "driver/new_course_text.hpp"

namespace comb::driver {

const NewCourseText simplified_chinese_course = {
    .lang = "zh-Hans",
    .manifest = R"md(# 课程清单，`comb build` 先读这个文件。`comb check` 指出哪里要改，`comb watch` 边写边更新幻灯片。
language: 1
id: @id@
title: 第一门课
subtitle: 两堂短课，请改成自己的内容
lang: zh-Hans-CN
version: "0.1"
authors: [作者姓名]
audience: 刚接触这个主题的人
group: {min: 6, max: 18}

# 课文里的 `{{client}}` 会换成这里的文字。
variables:
  client: 贵公司

terms: terms.yaml

parts:
  - title: 基础
    lessons:
      - lessons/s01-welcome.md
      - lessons/s02-practice.md
)md",
    .terms = R"md(# 用语表：该用哪个说法、是什么意思。
benefit:
  use: 利益
  gloss: Benefit
  text: 顾客从一项特性得到的结果。
)md",
    .welcome = R"md(---
id: s01
---

# 特性与利益

<!-- 注释不会出现在任何产出里。“##”开一个主题；主题里的列表、表格与区块会成为幻灯片。 -->

::: 学习目标
- 分辨特性与利益 {#o1a bloom=understand}
- 把特性说成顾客在意的话 {#o1b bloom=apply}
:::

## 差别在哪里

一般段落会完整印在学员手册；在幻灯片上则收进讲师备注。欢迎{{client}}的伙伴。

- **特性**是东西有什么。
- :term[利益]{of=benefit}是人得到什么。

::say[先问：上周谁买了东西？为什么买？]

| 特性      | 利益               |
| --------- | ------------------ |
| 重 900 克 | 背一整天，肩膀不酸 |
| 一秒开机  | 不必在客人面前等   |

::: 提示 说短句
不是以“您”开头的句子，多半是特性。
:::

## 从特性走到利益

::: 流程 一路问“所以呢” {#so-what}
1. 说出一项特性
2. 问“所以呢？”
3. 说出它的作用
4. 再问一次
5. 说出顾客得到什么
:::

::: 重点
人买的，是东西**为自己做了什么**。
:::

## 想一想

:::: 题目 {#q1-1 objective=o1a}
哪一句说的是利益？

- [ ] 机壳采用镁合金
  > 这是材料，也就是特性。
- [x] 背一整天，肩膀不酸
  > 这是顾客得到的结果。
- [ ] 整机重 900 克
  > 这是东西的数字，也就是特性。

::: 答案
一直问“所以呢？”，问到有人出现为止。
:::
::::
)md",
    .practice = R"md(---
id: s02
---

# 练习

::: 学习目标
- 开口推荐之前先问一个问题 {#o2a bloom=apply}
:::

## 两种开场

::: 对话 在雨伞店里 {#opening cast="店员; 顾客"}
- 店员：要看看新款的伞吗？
- 顾客：随便看看。
- 店员：请慢慢看。您上班是走路，还是坐车？
- 顾客：走路，手上还牵着孩子。
  > 这一问问的是她的生活，所以她开口了。
:::

## 案例

:::: 案例 雨伞店 {#umbrellas objective=o1b time=20}
一家小店卖的雨伞只有别家的一半重，却没有人问。

::: 附件 一周的销量 {#umbrella-sales}
| 雨伞 | 卖出 |
| ---- | ---: |
| 一般 |   40 |
| 轻量 |    2 |
:::

::: 讨论
1. 看 :ref[umbrella-sales]：抱着小孩的顾客要的是什么？
:::

::: 教学笔记
把答案写成两栏：特性、利益。
:::
::::

## 换你试试

::: 活动 改写三张标签 {#labels objective=o1b time=2+6+4}
把每一项特性改写成利益。

1. 防水：:fill[文件不怕淋湿]
2. 收起来只有 20 厘米
3. 附小灯
:::

:::: 角色扮演 沉默的顾客 {#silent objective=o2a time=3+6+6 rounds=2 group=3}
平日下午，店里很安静。

::: 角色 顾客 {#silent-customer}
你想买礼物送母亲，讨厌被跟着走。

> 有人问了一个具体的问题，你才开口。
:::

::: 角色 店员 {#silent-seller}
你看见顾客拿起两把伞。
:::

::: 观察员
- [ ] 十秒内打招呼
- [ ] 先问再推荐
- [ ] 听完才回答
:::

::: 回顾
1. 哪一句话让顾客开口？
:::
::::

::: 教具
- 雨伞 {per=group count=2 by=讲师}
:::

## 带着走

::: 工作卡 开口之前 {size=wallet}
1. 打招呼。
2. 问一个具体的问题。
3. 听完，再说利益。
:::

:::: 题目 {#q2-1 objective=o2a type=true-false}
好的第一个问题问的是顾客，不是商品。

- [x] 对
- [ ] 错

::: 答案
商品可以等，人想先被看见。
:::
::::

::: 反思
明天上班，你会换哪一句话来说？
:::
)md",
};

} // namespace comb::driver
