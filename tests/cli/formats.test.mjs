// Diagnostics for machines are what their specifications say, and for people what the golden files say.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { run, sample, scratch } from "./support.mjs";

const broken = "# 標題 T\n\n::: case 把木梳賣給和尚 {#combs tiem=40}\n::: quesiton\nx\n:::\n:::\n\nHello {{nobody}}.\n";

function found(t, format, args = []) {
  const folder = sample(scratch(t), { "s01.md": broken });
  const result = run(folder, ["check", "course", "--diagnostics", format, ...args]);
  assert.equal(result.status, 1);
  return result;
}

test("json is one array of objects with all members", (t) => {
  const { out, err } = found(t, "json");
  assert.equal(err, "");
  const all = JSON.parse(out);
  assert.ok(all.length >= 3);
  for (const each of all) {
    assert.deepEqual(Object.keys(each), [
      "name", "severity", "file", "line", "column", "end_line", "end_column", "message", "help", "notes", "fixes",
    ]);
    assert.match(each.name, /^[a-z][a-z0-9-]*$/);
    assert.ok(["info", "warning", "error"].includes(each.severity));
    assert.equal(each.file, "course/s01.md");
    assert.ok(each.line >= 1 && each.column >= 1 && each.end_line >= each.line);
    assert.match(each.message, /^[^A-Z].*[^.]$/s);
  }
  const field = all.find(({ message }) => message.includes("tiem"));
  assert.deepEqual([field.line, field.column, field.end_column], [3, 26, 30]);
});

test("json is one empty array where nothing is wrong, and one array for several courses", (t) => {
  const folder = sample(scratch(t));
  assert.deepEqual(JSON.parse(run(folder, ["check", "course", "--diagnostics=json"]).out), []);
  fs.cpSync(path.join(folder, "course"), path.join(folder, "other"), { recursive: true });
  fs.writeFileSync(path.join(folder, "other/s01.md"), broken);
  fs.writeFileSync(path.join(folder, "course/s01.md"), broken);
  const both = JSON.parse(run(folder, ["check", "course", "other", "--diagnostics=json"]).out);
  assert.deepEqual([...new Set(both.map(({ file }) => file))], ["course/s01.md", "other/s01.md"]);
});

test("sarif has what code hosts ask for", (t) => {
  const log = JSON.parse(found(t, "sarif").out);
  assert.equal(log.version, "2.1.0");
  const [sarif] = log.runs;
  assert.equal(sarif.tool.driver.name, "comb");
  const names = sarif.tool.driver.rules.map(({ id }) => id);
  assert.equal(new Set(names).size, names.length);
  for (const result of sarif.results) {
    assert.equal(names[result.ruleIndex], result.ruleId);
    assert.ok(["note", "warning", "error"].includes(result.level));
    assert.ok(result.message.text.length > 0);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, "course/s01.md");
    assert.ok(region.startLine >= 1 && region.startColumn >= 1);
  }
});

test("github is one workflow command a line", (t) => {
  const lines = found(t, "github").out.trimEnd().split("\n");
  assert.ok(lines.length >= 3);
  for (const line of lines) {
    assert.match(line, /^::(error|warning|notice) file=course\/s01\.md,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?title=[a-z0-9-]+::./);
  }
});

test("colours are only there when asked for, and NO_COLOR is heard", (t) => {
  assert.doesNotMatch(found(t, "human").err, /\x1b/);
  assert.match(found(t, "human", ["--color", "always"]).err, /\x1b\[1;31merror:/);
  assert.doesNotMatch(found(t, "human", ["--color=never"]).err, /\x1b/);
});

test("two runs say the same", (t) => {
  assert.equal(found(t, "json").out, found(t, "json").out);
  assert.equal(found(t, "human").err, found(t, "human").err);
});

// Golden files: `make bless` (COMB_BLESS=1) writes them anew; the diff is the change that one claims.
const golden = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "golden");
const texts = {
  "directives.txt": broken,
  "questions.txt": "# T\n\n::: question {#q1 type=multiple}\nWhich?\n\n- [ ] a\n- [ ] b\n:::\n\n::: question {#q1}\nWhich?\n\n- [x] a\n- [x] a\n:::\n",
  "long-line.txt": `# T\n\n${"很長的一行，".repeat(30)}{{nobody}}${"後面也長，".repeat(30)}\n`,
  "typed-on-a-chinese-keyboard.txt": "# T\n\n：：： case 個案\n內文\n：：：\n\n##標題\n\n- 【x】 a\n",
};
for (const [name, text] of Object.entries(texts)) {
  test(`the words for people are those of golden/${name}`, (t) => {
    const folder = sample(scratch(t), { "s01.md": text });
    const { err } = run(folder, ["check", "course"]);
    const file = path.join(golden, name);
    if (process.env.COMB_BLESS) {
      fs.mkdirSync(golden, { recursive: true });
      fs.writeFileSync(file, err);
    }
    assert.equal(err, fs.readFileSync(file, "utf8"));
  });
}
