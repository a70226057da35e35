// Examples out of the project's own pages, each compiled as a course of one lesson.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export const source = path.resolve(process.env.COMB_SOURCE ?? ".");
const comb = path.resolve(process.env.COMB ?? "out/build/release/comb");

/// A fresh folder that goes when the test ends.
export function scratch(test) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "comb-kinds-")));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/// Runs a program in `cwd`; its status and what it wrote.
export function run(cwd, program, args) {
  const result = spawnSync(program === "comb" ? comb : program, args, {
    cwd, encoding: "utf8", maxBuffer: 1 << 28, timeout: 120_000,
    env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: "C.UTF-8" },
  });
  if (result.error) throw result.error;
  return { status: result.status, out: result.stdout, err: result.stderr };
}

/// What a program wrote, which must have ended well.
export function output(cwd, program, args) {
  const result = run(cwd, program, args);
  assert.equal(result.status, 0, `${program} ${args.join(" ")}\n${result.out}${result.err}`);
  return result.out;
}

/// The fenced blocks of a Markdown page: language, text, line of the opening fence.
export function fences(text) {
  const found = [];
  let open = null;
  text.split("\n").forEach((line, index) => {
    const mark = /^(`{3,})(\S*)\s*$/.exec(line);
    if (open === null) {
      if (mark) open = { length: mark[1].length, language: mark[2], lines: [], line: index + 1 };
    } else if (mark && mark[1].length >= open.length && mark[2] === "") {
      found.push({ language: open.language, text: open.lines.join("\n") + "\n", line: open.line });
      open = null;
    } else {
      open.lines.push(line);
    }
  });
  return found;
}
