// Running comb on courses made for one test, and looking at what it left.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/// The program under test; `COMB` names it.
export const comb = path.resolve(process.env.COMB ?? "out/build/release/comb");

/// A fresh folder that goes when the test ends.
export function scratch(test) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "comb-cli-")));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/// Writes `files` (path to text or bytes) below `folder`.
export function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const to = path.join(folder, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.writeFileSync(to, content);
  }
  return folder;
}

/// Runs comb in `cwd`; `env` is laid over a plain environment.
export function run(cwd, args, { env = {}, limit = 120_000, shell = "" } = {}) {
  const options = {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: "C", ...env },
    encoding: "utf8",
    timeout: limit,
    maxBuffer: 1 << 28,
  };
  const result = shell
    ? spawnSync("bash", ["-c", `${shell}\nexec "$0" "$@"`, comb, ...args], options)
    : spawnSync(comb, args, options);
  if (result.error) throw result.error;
  return { status: result.status, signal: result.signal, out: result.stdout, err: result.stderr };
}

/// Starts comb and does not wait.
export function start(cwd, args, { env = {} } = {}) {
  const child = spawn(comb, args, { cwd, env: { PATH: process.env.PATH, HOME: cwd, LC_ALL: "C", ...env } });
  child.text = { out: "", err: "" };
  child.stdout.on("data", (bytes) => (child.text.out += bytes));
  child.stderr.on("data", (bytes) => (child.text.err += bytes));
  child.ended = new Promise((done) => child.on("close", (status, signal) => done({ status, signal })));
  return child;
}

/// Every regular file below `folder` but locks: path to digest.
export function digests(folder) {
  const found = {};
  if (!fs.existsSync(folder)) return found;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === ".comb-lock") continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    found[path.relative(folder, file)] = createHash("sha256").update(fs.readFileSync(file)).digest("hex");
  }
  return Object.fromEntries(Object.entries(found).sort());
}

/// As `digests`, with times and modes: equal only where nothing was touched.
export function fingerprint(folder) {
  const found = {};
  for (const [name, digest] of Object.entries(digests(folder))) {
    const facts = fs.statSync(path.join(folder, name));
    found[name] = `${digest} ${facts.mtimeMs} ${(facts.mode & 0o777).toString(8)}`;
  }
  return found;
}

/// The names of hidden stage folders anywhere below.
export function leftovers(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder, { recursive: true }).filter((name) => /\.(stage|old)$/.test(name));
}

export const lesson = `# A first lesson

::: objectives
- Tell one thing from another {#o1 bloom=understand}
:::

## A topic

- one
- two

:::: question {#q1 objective=o1}
Which is right?

- [x] this one
- [ ] that one
  > That one is something else.
- [ ] the other
  > The other is something else, too.

::: solution
It is this one because it is here.
:::
::::
`;

export const manifest = `language: 1
id: sample
title: A sample
lang: en
parts:
  - title: One
    lessons: [s01.md]
`;

/// A small course without a fault, in `<folder>/course`.
export function sample(folder, more = {}) {
  return write(folder, { "course/course.yaml": manifest, "course/s01.md": lesson, ...prefixed(more) });
}

function prefixed(files) {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`course/${name}`, content]));
}

/// Builds and insists on success.
export function build(cwd, args = ["course"], options = {}) {
  const result = run(cwd, ["build", ...args], options);
  assert.equal(result.status, 0, `comb build failed:\n${result.err}${result.out}`);
  return result;
}
