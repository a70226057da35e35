// The example of each kind of block, in each output, as text: tests/golden/kinds/<kind>/<output>.txt.
// COMB_BLESS=1 writes the files anew.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { fences, output, scratch, source } from "./support.mjs";

const golden = path.join(source, "tests/golden/kinds");
const bless = process.env.COMB_BLESS === "1";

/// Name to example, from the reference that the program writes.
function examples() {
  const found = new Map();
  const blocks = output(source, "comb", ["reference", "authoring"]).split(/^## Blocks$/m)[1].split(/^## /m)[0];
  for (const section of blocks.split(/^(?=### `)/m)) {
    const name = /^### `:+ ?([a-z-]+)`/.exec(section);
    if (!name) continue;
    const [example] = fences(section);
    assert.ok(example, `${name[1]} has no example`);
    found.set(name[1], example.text);
  }
  return found;
}

/// Lines without their blank ends, and without the runs of empty lines that page ends leave.
function tidy(text) {
  return text.split("\n").map((line) => line.trimEnd()).join("\n").replace(/\f/g, "").replace(/\n{3,}/g, "\n\n").trim() + "\n";
}

function pdf_text(folder, file) {
  return fs.existsSync(path.join(folder, file)) ? tidy(output(folder, "pdftotext", ["-layout", file, "-"])) : "";
}

/// What each output of one lesson says. An output that is not there is the empty text.
function outputs(folder) {
  output(folder, "comb", ["build", "lesson.md"]);
  const built = "out/lesson";
  const roots = fs.readdirSync(path.join(folder, built), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const root = path.join(built, roots.length === 1 ? roots[0].name : "");
  const bank = path.join(folder, root, "quiz-bank/bank.json");
  const deck = (edition) => tidy(output(folder, "comb", ["dump", "--stage", "deck", "--edition", edition, "lesson.md"]));
  return {
    slides: deck("slides"),
    presenter: deck("presenter"),
    workbook: pdf_text(folder, path.join(root, "learner/workbook.pdf")),
    guide: pdf_text(folder, path.join(root, "trainer/guide.pdf")),
    cards: pdf_text(folder, path.join(root, "trainer/cards.pdf")),
    bank: fs.existsSync(bank) ? tidy(fs.readFileSync(bank, "utf8")) : "",
  };
}

const kinds = examples();

test("there is no golden folder for a kind that is gone", () => {
  for (const folder of fs.readdirSync(golden)) assert.ok(kinds.has(folder), folder);
});

for (const [name, example] of kinds) {
  test(`${name} in each output`, (t) => {
    const folder = scratch(t);
    // An example shows one block; a lesson has a title.
    const title = /^# /m.test(example) ? "" : "# Example\n\n";
    fs.writeFileSync(path.join(folder, "lesson.md"), title + example);
    const at = path.join(golden, name);
    if (bless) {
      fs.rmSync(at, { recursive: true, force: true });
      fs.mkdirSync(at, { recursive: true });
    }
    for (const [kind, text] of Object.entries(outputs(folder))) {
      const file = path.join(at, `${kind}.txt`);
      if (bless && text !== "") fs.writeFileSync(file, text);
      const expected = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
      assert.equal(text, expected, `${name}/${kind}.txt; COMB_BLESS=1 writes it anew`);
    }
  });
}
