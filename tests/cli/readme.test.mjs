// The README's lesson checks without a finding, and its diagnostic is what comb really says.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { spawnSync } from "node:child_process";

const comb = path.resolve(process.env.COMB ?? "out/build/release/comb");
const readme = readFileSync(path.join(process.env.COMB_SOURCE ?? process.cwd(), "README.md"), "utf8");
const lesson = /````markdown\n([\s\S]*?)````/.exec(readme)[1];
const shown = /```\n(lesson\.md:[\s\S]*?)```/.exec(readme)[1];

function check(text) {
  const folder = mkdtempSync(path.join(tmpdir(), "comb-readme-"));
  try {
    writeFileSync(path.join(folder, "lesson.md"), text);
    const result = spawnSync(comb, ["check", "--color", "never", "lesson.md"], { cwd: folder, encoding: "utf8" });
    return { status: result.status, said: result.stdout + result.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the README's lesson is without a finding", () => {
  const result = check(lesson);
  assert.equal(result.said, "");
  assert.equal(result.status, 0);
});

test("the README's diagnostic is the one that comb prints", () => {
  const result = check(lesson.replace("::: discuss", "::: discus"));
  assert.equal(result.status, 1);
  assert.ok(result.said.includes(shown), result.said);
});
