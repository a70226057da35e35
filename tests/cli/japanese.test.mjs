// A fourth language: a small course in Japanese through every output.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { run, scratch, write } from "./support.mjs";

const manifest = `language: 1
id: nihongo
title: 店頭販売の基本
lang: ja
parts:
  - title: 基礎
    lessons: [s01.md]
`;

const lesson = `# 特徴と利益

::: 学習目標
- 特徴と利益を見分ける {#o1 bloom=understand}
:::

## 違いはどこに

お客様が買うのは商品そのものではなく、商品がしてくれることです。
カメラの「900グラム」は特徴で、「一日持ち歩いても肩が痛くならない」は利益です。

| 特徴 | 利益 |
| --- | --- |
| 重さ 900 g | 一日持ち歩いても、肩が痛くならない |

::: 要点
人が買うのは、自分のために**「してくれること」**である。
:::

:::: 問題 {#q1 objective=o1}
利益を述べているのはどれですか。

- [ ] ボディーはマグネシウム合金です
  > 材料なので、特徴です。
- [x] 一日持ち歩いても肩が痛くなりません
  > お客様が得る結果です。
- [ ] 重さは 900 g です
  > 数字なので、特徴です。

::: 解説
「それで？」と、人が出てくるまで問い続けます。
:::
::::

:::: ロールプレイ 無口なお客様 {#r1 objective=o1 time=3+6+6 rounds=2 group=3}
平日の午後、静かな店内です。

::: 役割 お客様 {#r1-customer}
母への贈り物を探していて、付いて回られるのが苦手です。

> 具体的な質問を一つされたら、話し始めます。
:::

::: 役割 店員 {#r1-seller}
お客様が傘を二本、手に取ったのを見ました。
:::

::: 観察者
- [ ] 十秒以内に声を掛けた
- [ ] 勧める前に質問した
- [ ] 最後まで聞いた
:::

::: 振り返り
1. どのひと言で、お客様は話し始めましたか。
:::
::::
`;

const text = (file) => spawnSync("pdftotext", ["-raw", file, "-"], { encoding: "utf8" }).stdout;
const fonts = (file) => spawnSync("pdffonts", [file], { encoding: "utf8" }).stdout;

test("a course in Japanese builds to every output, in Japanese words and faces", (t) => {
  const folder = write(scratch(t), { "course/course.yaml": manifest, "course/s01.md": lesson });
  const result = run(folder, ["build", "course"]);
  assert.equal(result.status, 0, result.err);
  assert.equal(result.err, "", "nothing is amiss");
  const out = path.join(folder, "out/nihongo/ja");
  const read = (name) => fs.readFileSync(path.join(out, name), "utf8");

  const slides = read("learner/slides/index.html");
  assert.match(slides, /<html lang="ja"/);
  assert.match(slides, /学習目標/);
  assert.doesNotMatch(slides, /Learning objectives|學習目標|材料なので/);
  assert.match(read("trainer/presenter/index.html"), /発表者ウィンドウ/);
  assert.match(read("quiz-bank/fidelity.md"), /問題バンク/);

  const workbook = text(path.join(out, "learner/workbook.pdf"));
  for (const word of ["受講者ワークブック", "目次", "学習目標", "カメラの", "ロールプレイ"]) assert.ok(workbook.includes(word), word);
  const guide = text(path.join(out, "trainer/guide.pdf"));
  for (const word of ["講師用ガイド", "解説", "役割カード"]) assert.ok(guide.includes(word), word);
  assert.ok(text(path.join(out, "trainer/cards.pdf")).includes("あなただけが知っていること"));
  assert.match(fonts(path.join(out, "learner/workbook.pdf")), /CJKjp/);
  assert.doesNotMatch(fonts(path.join(out, "learner/workbook.pdf")), /CJKtc|CJKsc/);
});

test("a lesson without a manifest is seen to be Japanese", (t) => {
  const folder = write(scratch(t), { "lesson.md": lesson });
  const result = run(folder, ["build", "--only", "slides", "lesson.md"]);
  assert.equal(result.status, 0, result.err);
  assert.ok(fs.existsSync(path.join(folder, "out/lesson/ja/learner/slides/index.html")));
});
