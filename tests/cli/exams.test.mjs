// Exams from manifest to files: which there are, what is in them, and that they are the same for ever.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, digests, run, scratch, write } from "./support.mjs";

const question = (id, bloom, key) => `::: question {#${id} bloom=${bloom} objective=o1 points=2}
What is asked by the question called ${id}?

- [${key === 0 ? "x" : " "}] the wren answer of ${id}
  > Rationale of ${id} for whoever takes the wren.
- [${key === 1 ? "x" : " "}] the robin answer of ${id}
  > Rationale of ${id} for whoever takes the robin.
- [${key === 2 ? "x" : " "}] the finch answer of ${id}
  > Rationale of ${id} for whoever takes the finch.

::: solution
The explanation of ${id} is for trainers.
:::
:::
`;

const lesson = `# Selling

::: objectives
- Name benefits {#o1 bloom=apply}
:::

## Questions

${question("q1", "remember", 0)}
${question("q2", "apply", 1)}
${question("q3", "apply", 2)}
${question("q4", "analyse", 1)}
${question("q5", "analyse", 0)}
::: question {#q6 type=matching bloom=apply objective=o1}
Match applicant and combs.

| Applicant | Combs |
| --- | --- |
| Lin | one |
| Wu | ten |
| | none |
:::
`;

const manifest = `language: 1
id: sample
title: Sample
lang: en
parts:
  - {title: One, lessons: [s01.md]}
exams:
  - id: post-test
    title: After the course
    variants: 2
    seed: 7
    pass: 75
    time: 20
    draw: {"lesson:s01": 4}
    questions: [q6]
    levels: {remember: "<=0", apply: ">=3"}
`;

const course = (t) => write(scratch(t), { "course/course.yaml": manifest, "course/s01.md": lesson });
const trainer = (folder, name) => path.join(folder, "out/sample/en/trainer/exams", name);
const textOf = (file) => {
  const result = spawnSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
};

test("an exam becomes a paper and a key for each variant, and a table of keys", (t) => {
  const folder = course(t);
  build(folder, ["course", "--edition", "exam,key"]);
  const made = Object.keys(digests(path.join(folder, "out/sample/en")));
  const papers = ["A-key.pdf", "A.pdf", "B-key.pdf", "B.pdf", "keys.csv"].map((name) => `trainer/exams/post-test-${name}`);
  assert.deepEqual(made.sort(), ["build.json", ...papers]);
  const listed = run(folder, ["outputs", "course", "--edition", "exam,key"]);
  assert.deepEqual(listed.out.trimEnd().split("\n"), ["build.json", ...papers].map((name) => `out/sample/en/${name}`));
});

test("the table of keys is the same on every machine", (t) => {
  const folder = course(t);
  build(folder, ["course", "--only", "exam-keys"]);
  assert.equal(fs.readFileSync(trainer(folder, "post-test-keys.csv"), "utf8"), `\uFEFF${[
    '"variant","number","question","key","points","objective","level"',
    '"A","1","q4","C","2","o1","analyse"',
    '"A","2","q2","B","2","o1","apply"',
    '"A","3","q6","1–C  2–B","1","o1","apply"',
    '"A","4","q3","A","2","o1","apply"',
    '"A","5","q5","B","2","o1","analyse"',
    '"B","1","q5","B","2","o1","analyse"',
    '"B","2","q2","A","2","o1","apply"',
    '"B","3","q3","C","2","o1","apply"',
    '"B","4","q4","A","2","o1","analyse"',
    '"B","5","q6","1–B  2–C","1","o1","apply"',
    "",
  ].join("\r\n")}`);
});

test("a paper asks everything and answers nothing", (t) => {
  const folder = course(t);
  build(folder, ["course", "--edition", "exam,key"]);
  const rows = fs.readFileSync(trainer(folder, "post-test-keys.csv"), "utf8").trimEnd().split("\r\n").slice(1);
  for (const variant of ["A", "B"]) {
    const paper = textOf(trainer(folder, `post-test-${variant}.pdf`));
    const key = textOf(trainer(folder, `post-test-${variant}-key.pdf`)).replace(/\s+/g, " ");
    assert.match(paper, /After the course/);
    assert.match(paper, new RegExp(`Version\\s*${variant}`));
    for (const [, number, id, letter] of rows.filter((row) => row.startsWith(`"${variant}"`)).map((row) => row.slice(1, -1).split('","'))) {
      if (id === "q6") continue;
      const asked = paper.indexOf(`called ${id}?`);
      assert.ok(asked > 0, `${id} is not on paper ${variant}`);
      // The letter of the key stands before the right option on this very paper.
      const place = ["wren", "robin", "finch"][{ q1: 0, q2: 1, q3: 2, q4: 1, q5: 0 }[id]];
      assert.match(paper.slice(asked), new RegExp(`^[^]*?\\b${letter}\\s+the ${place} answer of ${id}\\b`), `${variant} ${number}`);
      assert.ok(!paper.includes(`explanation of ${id}`) && !paper.includes(`Rationale of ${id}`), `paper ${variant} gives ${id} away`);
      assert.ok(key.includes(`The explanation of`), `the key of ${variant} explains`);
    }
    assert.match(paper, /join each to its match/);
  }
});

test("a blueprint that cannot be met stops the build where it stands, and says by how much", (t) => {
  const folder = course(t);
  write(folder, { "course/course.yaml": manifest.replace('"lesson:s01": 4', '"lesson:s01": 9') });
  const result = run(folder, ["build", "course"]);
  assert.equal(result.status, 1);
  const said = result.err.replace(/\s+/g, " "); // lines are wrapped
  assert.match(said, /course\.yaml:14:13: error: `lesson:s01` asks for 9 questions, the bank has 5: 4 are missing/);
  assert.ok(!fs.existsSync(path.join(folder, "out/sample/en")));
});

test("comb dump prints papers like books", (t) => {
  const folder = course(t);
  const paper = run(folder, ["dump", "--stage", "pages", "--edition", "exam", "course"]);
  assert.equal(paper.status, 0, paper.err);
  const edition = run(folder, ["dump", "--stage", "edition", "--edition", "key", "course"]);
  assert.equal(edition.status, 0, edition.err);
  assert.match(edition.out, /explanation of q2/);
});
