// What a person types at the prompt: help, misspelt names, what is printed when.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, digests, lesson, run, sample, scratch, write } from "./support.mjs";

test("--version says the version that CMake says", (t) => {
  const result = run(scratch(t), ["--version"]);
  assert.equal(result.status, 0);
  const source = process.env.COMB_SOURCE ?? process.cwd();
  const version = /project\(comb VERSION ([\d.]+)/.exec(fs.readFileSync(path.join(source, "CMakeLists.txt"), "utf8"))[1];
  assert.equal(result.out, `comb ${version}\n`);
});

test("--help lists every command, and each command has help", (t) => {
  const folder = scratch(t);
  const all = run(folder, ["--help"]);
  assert.equal(all.status, 0);
  for (const command of ["build", "check", "watch", "fmt", "schema", "new", "blocks", "explain", "outputs", "dump"]) {
    assert.match(all.out, new RegExp(`^ +${command}\\b`, "m"));
    const help = run(folder, [command, "--help"]);
    assert.equal(help.status, 0);
    for (const option of ["--diagnostics", "--color", "--quiet", "--warnings-as-errors"]) {
      assert.ok(help.out.includes(option), `${command} --help does not name ${option}`);
    }
  }
});

const misspelt = [
  [["biuld"], /there is no command `biuld`; did you mean `build`\?/],
  [["build", "--olny", "slides"], /there is no option `--olny`; did you mean `--only`\?/],
  [["build", "--warnings-as-error"], /`--warnings-as-errors`/],
  [["build", "--only", "slide"], /there is no output `slide`; did you mean `slides`\?/],
  [["build", "--only=slides,handbok"], /did you mean `handbook`\?/],
  [["build", "--edition", "workbok"], /there is no edition `workbok`; did you mean `workbook`\?/],
  [["build", "--lesson", "s1"], /has no lesson `s1`; did you mean `s01`\?/],
  [["build", "--diagnostics", "jsn"], /did you mean `json`\?/],
  [["build", "--color", "sometimes"], /`auto`, `always` or `never`/],
  [["build", "-j", "0"], /1/],
  [["build", "--lang", "zh_TW"], /`zh_TW` is not a language tag/],
  [["build", "-j", "many"], /many/],
  [["dump", "--stage", "pagse"], /did you mean `pages`\?/],
  [["dump"], /--stage/],
  [["blocks", "quiestion"], /there is no block `quiestion`; did you mean `question`\?/],
  [["explain", "theme-unknwon"], /did you mean `theme-unknown`\?/],
  [["new"], /NAME/],
  [["new", "Not An Id"], /small letters/],
  [["new", "build"], /build/],
  [["new", "course", "--lang", "en"], /is there already/],
  [["new", "fresh", "--lang", "fi"], /`zh-Hant`/],
  [[], /command|subcommand/],
];

for (const [args, says] of misspelt) {
  test(`comb ${args.join(" ")} is wrong usage`, (t) => {
    const folder = sample(scratch(t));
    const result = run(path.join(folder), args.includes("new") || args.length === 0 ? args : withCourse(args));
    assert.equal(result.status, 2, `${result.status}: ${result.err}`);
    assert.match(result.err, says);
    assert.equal(result.out, "");
    assert.ok(!fs.existsSync(path.join(folder, "out")));
    assert.deepEqual(Object.keys(digests(path.join(folder, "course"))), ["course.yaml", "s01.md"]);
  });
}

function withCourse(args) {
  return ["blocks", "explain"].includes(args[0]) || args[0] === "biuld" ? args : [...args, "course"];
}

test("nothing is printed when all is well and nobody watches", (t) => {
  const folder = sample(scratch(t));
  const result = build(folder);
  assert.equal(result.out, "");
  assert.equal(result.err, "");
});

test("on a terminal each file is a line with its size, and there is a summary", (t) => {
  const folder = sample(scratch(t));
  const has = run(folder, ["--version"], { shell: "command -v script >/dev/null || exit 9" });
  if (has.status !== 0) return t.skip("needs script(1)");
  const result = run(folder, ["--version"], {
    shell: `script -qec "$0 build course" /dev/null | tr -d "\\r"; exit 0`,
  });
  assert.match(result.out, /learner\/slides\/index\.html +[\d.]+ (B|KiB|MiB) +\d+ slides?/);
  assert.match(result.out, /learner\/workbook\.pdf +[\d.]+ (B|KiB|MiB) +\d+ pages?/);
  assert.match(result.out, /0 errors, 0 warnings/);
});

test("a course is its folder, its manifest, the working folder, or one lesson", (t) => {
  const folder = sample(scratch(t));
  build(folder, ["course"]);
  const expected = digests(path.join(folder, "out"));
  for (const [cwd, args] of [
    ["", ["./course/"]],
    ["", ["course/course.yaml"]],
    ["course", ["--out", "../out"]],
    ["course", [".", "--out=../out"]],
  ]) {
    fs.rmSync(path.join(folder, "out"), { recursive: true });
    build(path.join(folder, cwd), args);
    assert.deepEqual(digests(path.join(folder, "out")), expected);
  }
});

test("where no course is, it says what to name", (t) => {
  const result = run(scratch(t), ["build"]);
  assert.equal(result.status, 2);
  assert.match(result.err, /no course\.yaml in `\.`.*comb new/);
});

test("a single lesson builds without a manifest", (t) => {
  const folder = write(scratch(t), { "a-lesson.md": lesson });
  build(folder, ["a-lesson.md"]);
  const made = Object.keys(digests(path.join(folder, "out")));
  assert.ok(made.some((name) => name.endsWith("learner/slides/index.html")), made.join("\n"));
});

test("--only makes those outputs and leaves the others", (t) => {
  const folder = sample(scratch(t));
  build(folder, ["course", "--only", "quiz-bank"]);
  const some = Object.keys(digests(path.join(folder, "out/sample/en")));
  assert.ok(some.every((name) => name.startsWith("quiz-bank/") || name === "build.json"), some.join("\n"));
  build(folder, ["course"]);
  const all = digests(path.join(folder, "out/sample/en"));
  build(folder, ["course", "--only", "slides"]);
  assert.deepEqual(Object.keys(digests(path.join(folder, "out/sample/en"))), Object.keys(all));
});

test("--edition workbook makes the workbook alone", (t) => {
  const folder = sample(scratch(t));
  build(folder, ["course", "--edition", "workbook"]);
  assert.deepEqual(Object.keys(digests(path.join(folder, "out/sample/en"))), ["build.json", "learner/workbook.pdf"]);
});

test("--lesson builds one lesson beside the course, not over it", (t) => {
  const folder = sample(scratch(t));
  build(folder, ["course"]);
  const before = digests(path.join(folder, "out/sample"));
  build(folder, ["course", "--lesson", "s01"]);
  assert.deepEqual(digests(path.join(folder, "out/sample")), before);
  assert.ok(fs.existsSync(path.join(folder, "out/sample-s01/en/learner/slides/index.html")));
});

test("comb outputs lists exactly what comb build writes", (t) => {
  const folder = sample(scratch(t));
  const listed = run(folder, ["outputs", "course"]);
  assert.equal(listed.status, 0, listed.err);
  build(folder);
  const made = Object.keys(digests(path.join(folder, "out"))).map((name) => `out/${name}`);
  assert.deepEqual(listed.out.trimEnd().split("\n"), made.sort());
});

test("comb dump prints each stage", (t) => {
  const folder = sample(scratch(t));
  for (const stage of ["document", "course", "edition", "pages", "deck"]) {
    const result = run(folder, ["dump", "--stage", stage, "course"]);
    assert.equal(result.status, 0, `${stage}: ${result.err}`);
    assert.match(result.out, /topic|lesson/i, stage);
  }
  const workbook = run(folder, ["dump", "--stage", "edition", "--edition", "workbook", "course"]);
  const guide = run(folder, ["dump", "--stage", "edition", "--edition", "guide", "course"]);
  assert.notEqual(workbook.out, guide.out);
});

test("comb blocks and comb explain answer from the registry", (t) => {
  const folder = scratch(t);
  assert.match(run(folder, ["blocks"]).out, /^.*\bcase\b/m);
  assert.match(run(folder, ["blocks", "question"]).out, /question/);
  assert.match(run(folder, ["explain", "theme-unknown"]).out, /theme/);
  assert.equal(run(folder, ["explain", "case"]).status, 0);
});

for (const lang of ["en", "zh-Hant"]) {
  test(`comb new --lang ${lang} makes a course that builds without a warning`, (t) => {
    const folder = scratch(t);
    const made = run(folder, ["new", "my-course", "--lang", lang]);
    assert.equal(made.status, 0, made.err);
    const result = run(folder, ["build", "my-course", "--warnings-as-errors"]);
    assert.equal(result.status, 0, result.err);
    assert.doesNotMatch(result.err, /warning|error/);
    assert.deepEqual(Object.keys(digests(folder)).filter((name) => name.startsWith(".")), []);
    const again = run(folder, ["new", "my-course"]);
    assert.equal(again.status, 2);
  });
}
