// `lang=` on blocks: what reads the files aloud hears of it, and the compiler's own words stay in the course's language.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { output, run, scratch } from "./support.mjs";

const lesson = `# 開口說第一句

## 招呼 {#greet}

::: case Good morning {#case lang=en time=5}
A guest enters. Nobody looks up.

| who   | does     |
| ----- | -------- |
| clerk | looks up |

- one clerk
- two guests
:::

一句話。

{lang=en}
- Nice to meet you.
- See you.

{lang=ja}
> いらっしゃいませ。

:::: columns {lang=en}
::: column
Left.
:::
::: column
Right.
:::
::::

::::: quiz Three questions {#quiz lang=en}
:::: question {#q0 type=essay}
What do you say?

{lang=ja}
> こんにちは

::: solution
Anything kind.
:::
::::
:::::

::::: roleplay The door {#door time=1+2+2 rounds=1 group=2 lang=en}
:::: role Clerk {#clerk}
You look up.
::::

:::: role Guest {#guest lang=ja}
入ります。
::::
:::::

::: question {#q1 lang=en}
Which greeting is for the morning?

- [x] Good morning
  > It says so.
- [ ] Good night
  > That one ends a day.
:::
`;

function build(t) {
  const folder = scratch(t);
  fs.writeFileSync(path.join(folder, "course.yaml"), "language: 1\nid: c\ntitle: 招呼\nlang: zh-Hant-TW\nparts: [{title: 一, lessons: [s1.md]}]\n");
  fs.writeFileSync(path.join(folder, "s1.md"), lesson);
  output(folder, "comb", ["build", "."]);
  return path.join(folder, "out/c/zh-Hant-TW");
}

test("slides say the language of a block, and of its headline; labels keep the course's", (t) => {
  const html = fs.readFileSync(path.join(build(t), "learner/slides/index.html"), "utf8");
  assert.match(html, /<h2 id="_h\d+"><span lang="en">Good morning<\/span><\/h2>/);
  assert.match(html, /<p class="kicker">[^]*?<span>個案[^]*?<\/p>/);
  assert.match(html, /<p lang="en">A guest enters\./);
  assert.match(html, /<ul lang="en">\n<li>one clerk/);
  assert.match(html, /<ul lang="en">\n<li>Nice to meet you\./);
  assert.match(html, /<blockquote lang="ja"><p>いらっしゃいませ。/);
  assert.match(html, /<div class="columns" lang="en">|<div lang="en" class="columns">/);
  assert.match(html, /<span lang="en">Which greeting is for the morning\?<\/span>/);
  assert.match(html, /<ol lang="en" class="options/);
  const presenter = fs.readFileSync(path.join(build(t), "trainer/presenter/index.html"), "utf8");
  assert.match(presenter, /<span class="sr" lang="zh-Hant-TW">/);
  assert.match(presenter, /<dd><p lang="en">It says so\./);
  assert.doesNotMatch(html, /lang="en"[^>]*>招呼/);
});

test("books give it to the structure that screen readers walk", (t) => {
  const folder = build(t);
  const json = JSON.parse(output(folder, "qpdf", ["--json=2", "learner/workbook.pdf"]));
  const spoken = Object.values(json.qpdf[1]).map((object) => object.value).filter((value) => value?.["/Type"] === "/StructElem" && value["/Lang"]);
  const languages = spoken.map((value) => [value["/S"], value["/Lang"]]);
  const count = (lang) => languages.filter(([, tag]) => tag === `u:${lang}`).length;
  assert.equal(count("ja"), 2, JSON.stringify(languages));
  assert.ok(count("en") >= 4, JSON.stringify(languages));
});

test("so do cards", (t) => {
  const json = JSON.parse(output(build(t), "qpdf", ["--json=2", "trainer/cards.pdf"]));
  const sections = Object.values(json.qpdf[1]).map((object) => object.value).filter((value) => value?.["/S"] === "/Sect");
  assert.deepEqual(sections.map((value) => value["/Lang"]), ["u:en", "u:ja"]);
});

test("a question takes it along into the bank", (t) => {
  const xml = fs.readFileSync(path.join(build(t), "quiz-bank/bank.moodle.xml"), "utf8");
  assert.match(xml, /<p lang="en">Which greeting is for the morning\?<\/p>/);
  assert.match(xml, /<span lang="en">Good night<\/span>/);
  assert.match(xml, /<p lang="en">What do you say\?<\/p>\s*<blockquote lang="ja">/);
  assert.match(xml, /<p lang="en">That one ends a day\.<\/p>/);
});

test("what is no language tag is an error with an example", (t) => {
  const folder = scratch(t);
  fs.writeFileSync(path.join(folder, "s.md"), "# One\n\n## Two\n\n{lang=zh_TW}\n- three\n");
  const { status, out, err } = run(folder, "comb", ["check", "s.md"]);
  assert.equal(status, 1, out + err);
  assert.match(err, /s\.md:5:7: error: `lang`: `zh_TW` is not a language tag/);
  assert.match(err, /zh-Hant/);
});
