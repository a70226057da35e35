// The same course gives the same bytes on any machine, in any folder, locale, time zone, umask and number of threads.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, digests, run, scratch } from "./support.mjs";

/// A course with every main block, as `comb new` makes it.
function made(folder, lang) {
  const result = run(folder, ["new", "course", "--lang", lang]);
  assert.equal(result.status, 0, result.err);
  return folder;
}

/// Digests of a build of `comb new`'s course under other circumstances.
function built(folder, lang, args = [], options = {}) {
  made(folder, lang);
  build(folder, ["course", ...args], options);
  return digests(path.join(folder, "out"));
}

for (const lang of ["en", "zh-Hant"]) {
  test(`a ${lang} course is the same bytes everywhere`, (t) => {
    const expected = built(scratch(t), lang, ["-j", "1"]);
    assert.ok(Object.keys(expected).length > 5);
    const deep = path.join(scratch(t), "一個/很 深/folder");
    fs.mkdirSync(deep, { recursive: true });
    assert.deepEqual(built(deep, lang, ["-j", "1"]), expected, "another folder");
    assert.deepEqual(built(scratch(t), lang, ["-j", "4"]), expected, "four threads");
    assert.deepEqual(built(scratch(t), lang, [], { env: { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Asia/Taipei" } }), expected, "locale and time zone");
    assert.deepEqual(built(scratch(t), lang, [], { env: { LC_ALL: "C.UTF-8", TZ: "America/New_York" } }), expected, "C.UTF-8");
    assert.deepEqual(built(scratch(t), lang, [], { shell: "umask 077" }), expected, "umask");
    assert.deepEqual(built(scratch(t), lang, [], { env: { HOME: "/nonexistent", TERM: "xterm", COLUMNS: "20" } }), expected, "environment");
  });
}

test("modes do not depend on the umask", (t) => {
  const folder = made(scratch(t), "en");
  build(folder, ["course"], { shell: "umask 077" });
  for (const entry of fs.readdirSync(path.join(folder, "out"), { recursive: true, withFileTypes: true })) {
    if (entry.name === ".comb-lock") continue;
    const mode = fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mode & 0o777;
    assert.equal(mode, entry.isDirectory() ? 0o755 : 0o644, entry.name);
  }
});

test("a second build touches nothing; an edit touches only what changed", (t) => {
  const folder = made(scratch(t), "en");
  build(folder);
  const root = path.join(folder, "out/course/en");
  const times = () => Object.fromEntries(Object.keys(digests(root)).map((name) => [name, fs.statSync(path.join(root, name)).mtimeMs]));
  const before = times();
  build(folder);
  assert.deepEqual(times(), before);

  const lesson = path.join(folder, "course/lessons/s01-welcome.md");
  fs.writeFileSync(lesson, fs.readFileSync(lesson, "utf8").replace("::say[Ask who", "::say[Ask everyone who"));
  build(folder);
  const after = times();
  assert.notEqual(after["trainer/presenter/index.html"], before["trainer/presenter/index.html"]);
  assert.equal(after["learner/workbook.pdf"], before["learner/workbook.pdf"], "a trainer's note is not in the workbook");
});

test("no output names the machine, its folders or the time", (t) => {
  const folder = made(scratch(t), "en");
  build(folder);
  const root = path.join(folder, "out");
  const year = new RegExp(`D:${new Date().getFullYear()}`);
  for (const name of Object.keys(digests(root))) {
    const text = fs.readFileSync(path.join(root, name), "latin1");
    assert.ok(!text.includes(folder), `${name} names the folder`);
    assert.doesNotMatch(text, year, `${name} holds a PDF date`);
    assert.ok(!text.includes("/usr/share/"), `${name} names a folder of the machine`);
  }
});

test("build.json lists inputs and outputs with their digests", (t) => {
  const folder = made(scratch(t), "en");
  build(folder);
  const root = path.join(folder, "out/course/en");
  const record = JSON.parse(fs.readFileSync(path.join(root, "build.json"), "utf8"));
  const files = digests(root);
  delete files["build.json"];
  assert.deepEqual(Object.fromEntries(record.outputs.map(({ path: name, sha256 }) => [name, sha256])), files);
  const inputs = digests(path.join(folder, "course"));
  for (const [name, digest] of Object.entries(inputs)) {
    assert.equal(record.inputs.find((input) => input.path === name)?.sha256, digest, name);
  }
});
