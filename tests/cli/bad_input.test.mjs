// Whatever is wrong with a course: a clear diagnostic, status 1, and the old output as it was.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, digests, fingerprint, leftovers, lesson, manifest, run, sample, scratch, write } from "./support.mjs";

const corruptPng = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452000000100000001008020000009091683600000004", "hex"),
  Buffer.alloc(40, 0x42),
]);

/// Each: what is wrong, the files that make it so, and what the message must hold.
const cases = [
  { name: "a misspelt block", files: { "s01.md": "# T\n\n::: quesiton\nx\n:::\n" }, says: [/quesiton/, /question/, /s01\.md:3:/] },
  {
    name: "a misspelt field",
    files: { "s01.md": lesson.replace("objective=o1", "objectve=o1") },
    says: [/objectve/, /objective/, /s01\.md:12:/],
  },
  { name: "an unclosed directive", files: { "s01.md": "# T\n\n::: case X\ntext\n" }, says: [/s01\.md:3:/] },
  { name: "an unclosed code fence", files: { "s01.md": "# T\n\n```\ncode\n" }, says: [/s01\.md:3:/] },
  { name: "a missing image", files: { "s01.md": "# T\n\n## A\n\n![a](figures/none.png)\n" }, says: [/figures\/none\.png/, /s01\.md:5:/] },
  { name: "a missing include", files: { "s01.md": '# T\n\n::include{file="none.md"}\n' }, says: [/none\.md/, /s01\.md:3:/] },
  { name: "a missing lesson", files: { "course.yaml": manifest.replace("s01.md", "s1.md") }, says: [/s1\.md/, /course\.yaml:7:/] },
  {
    name: "includes in a circle",
    files: { "s01.md": '# T\n\n::include{file="a.md"}\n', "a.md": '::include{file="b.md"}\n', "b.md": '::include{file="a.md"}\n' },
    says: [/a\.md/],
  },
  { name: "a path out of the course", files: { "s01.md": "# T\n\n## A\n\n![a](../secret.png)\n" }, says: [/secret\.png/] },
  { name: "an include out of the course", files: { "s01.md": '# T\n\n::include{file="../secret.md"}\n' }, says: [/secret\.md/] },
  { name: "an absolute path", files: { "s01.md": '# T\n\n::include{file="/etc/passwd"}\n' }, says: [/\/etc\/passwd/] },
  {
    name: "a link out of the course",
    files: { "s01.md": '# T\n\n::include{file="link.md"}\n' },
    prepare: (folder) => fs.symlinkSync("../secret.md", path.join(folder, "course/link.md")),
    says: [/link\.md/, /outside the course/],
  },
  {
    name: "a corrupt PNG",
    files: { "s01.md": "# T\n\n## A\n\n![a](bad.png)\n", "bad.png": corruptPng },
    says: [/bad\.png/],
  },
  { name: "an empty PNG", files: { "s01.md": "# T\n\n## A\n\n![a](bad.png)\n", "bad.png": "" }, says: [/bad\.png/] },
  { name: "bad UTF-8", files: { "s01.md": Buffer.from("# T\n\nbad \xff byte\n", "latin1") }, says: [/s01\.md:3:5/, /UTF-8/] },
  { name: "a NUL byte", files: { "s01.md": "# T\n\nnul \0 byte\n" }, says: [/s01\.md:3:5/] },
  { name: "an escape character", files: { "s01.md": "# T\n\nesc \x1b[2J byte\n" }, says: [/s01\.md:3:5/, /\\x1b/], never: /\x1b/ },
  { name: "front matter that is never closed", files: { "s01.md": "---\nid: s01\n# T\n\ntext\n" }, says: [/s01\.md:1:/] },
  {
    name: "a YAML alias bomb",
    files: { "course.yaml": `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n${manifest}` },
    says: [/course\.yaml:1:/],
  },
  { name: "a doubled manifest key", files: { "course.yaml": `${manifest}title: Again\n` }, says: [/title/, /course\.yaml:8:/] },
  { name: "an unknown manifest key", files: { "course.yaml": `${manifest}lessns: []\n` }, says: [/lessns/, /course\.yaml:8:/] },
  { name: "a manifest that is no YAML", files: { "course.yaml": "a: [b\n" }, says: [/course\.yaml:/] },
  { name: "an unknown theme", files: { "course.yaml": `${manifest}theme: defualt\n` }, says: [/defualt/, /default/, /course\.yaml:8:/] },
  { name: "an unknown variable", files: { "s01.md": "# T\n\nHello {{nobody}}.\n" }, says: [/nobody/, /s01\.md:3:/] },
  { name: "a question without a key", files: { "s01.md": lesson.replace("[x]", "[ ]") }, says: [/s01\.md:1\d:/] },
  { name: "a reference to nothing", files: { "s01.md": "# T\n\nsee :ref[nothing]\n" }, says: [/nothing/, /s01\.md:3:/] },
];

for (const { name, files, prepare, says, never } of cases) {
  test(`${name} is reported and keeps the old output`, (t) => {
    const folder = sample(scratch(t));
    write(folder, { "secret.md": "TOP SECRET", "secret.png": "TOP SECRET" });
    build(folder);
    const before = fingerprint(path.join(folder, "out"));
    assert.notDeepEqual(before, {});
    write(path.join(folder, "course"), files);
    prepare?.(folder);

    const result = run(folder, ["build", "course"]);
    assert.equal(result.status, 1, `status ${result.status}\n${result.err}`);
    for (const pattern of says) assert.match(result.err, pattern);
    if (never) assert.doesNotMatch(result.err, never);
    assert.doesNotMatch(result.err, /TOP SECRET/);
    assert.equal(result.out, "");
    for (const line of result.err.split("\n")) assert.ok([...line].length <= 120, `a line too long: ${line}`);
    assert.deepEqual(fingerprint(path.join(folder, "out")), before);
    assert.deepEqual(leftovers(folder), []);

    const checked = run(folder, ["check", "course"]);
    assert.equal(checked.status, 1);
    assert.equal(checked.err, result.err, "check and build must say the same");
  });
}

test("a lesson that is a pipe is refused at once", (t) => {
  const folder = sample(scratch(t));
  fs.rmSync(path.join(folder, "course/s01.md"));
  const made = run(folder, ["--version"], { shell: "mkfifo course/s01.md" });
  assert.equal(made.status, 0);
  const result = run(folder, ["build", "course"], { limit: 10_000 });
  assert.equal(result.status, 1);
  assert.match(result.err, /s01\.md/);
});

test("a file larger than the limit is refused", (t) => {
  const folder = sample(scratch(t), { "s01.md": "# T\n\n" + "word ".repeat(1_000_000) });
  const result = run(folder, ["check", "course"]);
  assert.equal(result.status, 1);
  assert.match(result.err, /s01\.md/);
});

test("everything that is wrong is said in one run, sorted by place", (t) => {
  const folder = sample(scratch(t), {
    "s01.md": "# T\n\n::: quesiton\nx\n:::\n\n{{nobody}}\n\n![a](none.png)\n\nsee :ref[nothing]\n",
  });
  const { status, out } = run(folder, ["check", "course", "--diagnostics", "json"]);
  assert.equal(status, 1);
  const found = JSON.parse(out).filter(({ severity }) => severity === "error");
  const lines = found.map(({ line }) => line);
  assert.deepEqual(lines, [...lines].sort((a, b) => a - b));
  for (const line of [3, 7, 9]) assert.ok(lines.includes(line), `no error in line ${line}: ${out}`);
});

test("a warning does not stop a build, unless it is asked to", (t) => {
  const folder = sample(scratch(t), { "s01.md": lesson.replace("{#o1 bloom=understand}", "{#o1 bloom=understand}\n- Nobody asks for this one {#o2 bloom=apply}") });
  assert.equal(run(folder, ["build", "course"]).status, 0);
  const before = digests(path.join(folder, "out"));
  assert.notDeepEqual(before, {});
  const strict = run(folder, ["build", "course", "--warnings-as-errors"]);
  assert.equal(strict.status, 1);
  assert.match(strict.err, /warning: /);
  assert.deepEqual(digests(path.join(folder, "out")), before);
});
