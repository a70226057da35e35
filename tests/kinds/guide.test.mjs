// Every example of the authoring guide compiles, into every output, without a finding.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { fences, run, scratch, source } from "./support.mjs";

const page = "docs/authoring/guide.md";
const examples = fences(fs.readFileSync(path.join(source, page), "utf8"));
const lessons = examples.filter(({ language }) => language === "markdown");
const sheets = examples.filter(({ language }) => language === "yaml");

/// Findings of a build, reports left out: those are no fault.
function findings({ out, err }) {
  return (out + err).split("\n").filter((line) => / (error|warning): /.test(line));
}

test("the guide has examples", () => {
  assert.ok(lessons.length >= 12);
  assert.equal(sheets.length, 2);
});

for (const { text, line } of lessons) {
  test(`${page}:${line} builds`, (t) => {
    const folder = scratch(t);
    fs.writeFileSync(path.join(folder, "lesson.md"), text);
    const built = run(folder, "comb", ["build", "lesson.md"]);
    assert.deepEqual(findings(built), []);
    assert.equal(built.status, 0, built.out + built.err);
  });
}

test("the manifest and the term sheet of the guide build with a lesson of it", (t) => {
  const folder = scratch(t);
  const [manifest, terms] = sheets;
  const lesson = lessons.find(({ text }) => text.includes("::: keypoint") && text.includes("::: question"));
  fs.mkdirSync(path.join(folder, "lessons"));
  fs.writeFileSync(path.join(folder, "course.yaml"), manifest.text);
  fs.writeFileSync(path.join(folder, "terms.yaml"), terms.text);
  fs.writeFileSync(path.join(folder, "lessons/drill.md"), "---\nid: drill\ntime: 60\n---\n\n" + lesson.text);
  const built = run(folder, "comb", ["build", "."]);
  assert.equal(built.status, 0, built.out + built.err);
});
