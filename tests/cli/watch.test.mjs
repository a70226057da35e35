// comb watch: slides follow what is saved; a mistake is told and keeps them; Ctrl-C ends.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { leftovers, lesson, sample, scratch, start, write } from "./support.mjs";

const patience = 60_000; // machines are shared; how fast it is, `make bench` measures

/** Waits until `holds` gives something; fails with what comb said. */
async function until(child, holds, what) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const value = holds();
    if (value) return value;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`waited in vain for ${what}\n${child.text.out}${child.text.err}`);
}

function watching(t, folder, args = []) {
  const child = start(folder, ["watch", "course", ...args]);
  t.after(() => child.kill("SIGKILL"));
  const slides = path.join(folder, "out/sample/en/learner/slides/index.html");
  return {
    child,
    shows: (text) => fs.existsSync(slides) && fs.readFileSync(slides, "utf8").includes(text),
    read: () => fs.readFileSync(slides, "utf8"),
    builds: () => (child.text.out.match(/built in \d+ ms/g) ?? []).length,
  };
}

test("an edit shows in the slides, a mistake is told and keeps them, mending it goes on", async (t) => {
  const folder = sample(scratch(t));
  const { child, shows, read, builds } = watching(t, folder);
  await until(child, () => child.text.out.includes("watching"), "the first build");
  assert.ok(shows("A first lesson"));
  assert.ok(!fs.existsSync(path.join(folder, "out/sample/en/learner/workbook.pdf")), "no PDF unless asked for");

  write(folder, { "course/s01.md": lesson.replace("- one", "- a brand-new point") });
  await until(child, () => shows("a brand-new point"), "the edit");

  const before = read();
  write(folder, { "course/s01.md": `${lesson}\n::: tpi\nx\n:::\n` });
  await until(child, () => child.text.err.includes("did you mean `tip`"), "the diagnostic");
  assert.match(child.text.out, /the old output stays/);
  assert.equal(read(), before);

  write(folder, { "course/s01.md": `${lesson}\n::: tip\nAll is well again.\n:::\n` });
  await until(child, () => shows("All is well again."), "the mended lesson");

  // Editors write beside and rename.
  write(folder, { "course/.s01.md.swp": lesson.replace("- one", "- saved by renaming") });
  fs.renameSync(path.join(folder, "course/.s01.md.swp"), path.join(folder, "course/s01.md"));
  await until(child, () => shows("saved by renaming"), "the renamed file");

  await until(child, () => builds() === 4, "the four builds to be told");
  write(folder, { "course/s01.md": lesson.replace("- one", "- saved by renaming"), "course/notes.txt": "beside" });
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(builds(), 4, "what changes no byte of the course is no reason to build");

  child.kill("SIGINT");
  const end = await child.ended;
  assert.equal(end.status, 130);
  assert.deepEqual(leftovers(folder), []);
});

test("a file that was missing is seen when it comes; new files in new folders, too", async (t) => {
  const folder = sample(scratch(t), { "s01.md": `${lesson}\n::include{file="parts/more.md"}\n` });
  const { child, shows } = watching(t, folder);
  await until(child, () => child.text.err.includes("parts/more.md"), "the missing file");
  write(folder, { "course/parts/more.md": "## More\n\n- from another file\n" });
  await until(child, () => shows("from another file"), "the included file");
  write(folder, { "course/parts/more.md": "## More\n\n- edited in its folder\n" });
  await until(child, () => shows("edited in its folder"), "the edit of the included file");
  child.kill("SIGTERM");
  assert.equal((await child.ended).status, 143);
});

test("p and Enter make everything", async (t) => {
  const folder = sample(scratch(t));
  const { child } = watching(t, folder);
  await until(child, () => child.text.out.includes("watching"), "the first build");
  child.stdin.write("p\n");
  await until(child, () => child.text.out.includes("all files built"), "the rest");
  for (const name of ["learner/workbook.pdf", "trainer/guide.pdf", "quiz-bank/bank.json"]) {
    assert.ok(fs.existsSync(path.join(folder, "out/sample/en", name)), name);
  }
  child.kill("SIGINT");
  await child.ended;
});
