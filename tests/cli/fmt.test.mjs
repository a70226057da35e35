// comb fmt: files are written back in one step, --check changes nothing, and what is built stays byte for byte.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, digests, fingerprint, run, sample, scratch, write } from "./support.mjs";

const source = process.env.COMB_SOURCE ?? process.cwd();
const untidy = "# T\n::: tip A\n\nx\n\n:::\n";
const tidy = "# T\n\n::: tip A\nx\n:::\n";

test("files and folders are formatted, and named", (t) => {
  const folder = write(scratch(t), { "a.md": untidy, "in/b.md": untidy, "in/c.md": tidy, "in/notes.txt": untidy, ".hidden/d.md": untidy });
  fs.chmodSync(path.join(folder, "a.md"), 0o600);
  const result = run(folder, ["fmt"]);
  assert.equal(result.status, 0, result.err);
  assert.equal(result.out, "a.md\nin/b.md\n");
  const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
  assert.equal(read("a.md"), tidy);
  assert.equal(read("in/b.md"), tidy);
  assert.equal(read("in/notes.txt"), untidy);
  assert.equal(read(".hidden/d.md"), untidy);
  assert.equal(fs.statSync(path.join(folder, "a.md")).mode & 0o777, 0o600, "the mode stays");
  assert.deepEqual(fs.readdirSync(folder).sort(), [".hidden", "a.md", "in"], "nothing is left beside");
  const before = fingerprint(folder);
  const again = run(folder, ["fmt", "."]);
  assert.equal(again.out, "");
  assert.deepEqual(fingerprint(folder), before, "what is tidy is not written again");
});

test("--check lists what would change, changes nothing and fails", (t) => {
  const folder = write(scratch(t), { "a.md": untidy, "b.md": tidy });
  const before = fingerprint(folder);
  const result = run(folder, ["fmt", "--check", "a.md", "b.md"]);
  assert.equal(result.status, 1);
  assert.equal(result.out, "a.md\n");
  assert.deepEqual(fingerprint(folder), before);
  assert.equal(run(folder, ["fmt", "--check", "b.md"]).status, 0);
});

test("--diff shows the lines", (t) => {
  const folder = write(scratch(t), { "a.md": untidy });
  const result = run(folder, ["fmt", "--diff", "a.md"]);
  assert.equal(result.status, 1);
  assert.equal(result.out, "--- a.md\n+++ a.md\n@@ -1,6 +1,5 @@\n # T\n-::: tip A\n \n+::: tip A\n x\n-\n :::\n");
  assert.equal(fs.readFileSync(path.join(folder, "a.md"), "utf8"), untidy);
});

test("a slip that becomes a block is named; a file that is no text is an error and stays", (t) => {
  const folder = write(scratch(t), { "a.md": "##標題\n", "b.md": Buffer.from([0x61, 0xff, 0x0a, 0x0a, 0x0a]) });
  const result = run(folder, ["fmt"]);
  assert.equal(result.status, 1);
  assert.match(result.err, /a.md:1:1: info: mended/);
  assert.match(result.err, /bad-utf8/);
  assert.equal(fs.readFileSync(path.join(folder, "a.md"), "utf8"), "## 標題\n");
  assert.equal(fs.readFileSync(path.join(folder, "b.md")).length, 5);
});

test("what is not there, or is no lesson, is wrong usage", (t) => {
  const folder = write(scratch(t), { "a.txt": untidy });
  assert.equal(run(folder, ["fmt", "b.md"]).status, 2);
  assert.match(run(folder, ["fmt", "a.txt"]).err, /end in `.md`/);
});

test("the output of a build is not formatted", (t) => {
  const folder = sample(scratch(t));
  build(folder);
  const before = fingerprint(path.join(folder, "out"));
  run(folder, ["fmt"]);
  assert.deepEqual(fingerprint(path.join(folder, "out")), before);
});

for (const name of ["store-sales", "tutorial"]) {
  test(`the formatted ${name} course compiles to the same bytes`, (t) => {
    const folder = scratch(t);
    fs.cpSync(path.join(source, "course-src", name), path.join(folder, "course"), { recursive: true });
    build(folder, ["--out", "before", "course"]);
    const result = run(folder, ["fmt", "course"]);
    assert.equal(result.status, 0, result.err);
    assert.equal(result.err, "");
    assert.equal(run(folder, ["fmt", "--check", "course"]).status, 0, "twice is once");
    build(folder, ["--out", "after", "course"]);
    const outputs = (where) => Object.fromEntries(Object.entries(digests(path.join(folder, where))).filter(([file]) => !file.endsWith("build.json")));
    assert.deepEqual(outputs("after"), outputs("before"));
  });
}
