// Inputs made to hurt: `comb check` ends soon, with status 0 or 1, whatever it reads.
//
// The aim for a release build is 2 s and 256 MB for 4 MiB (docs on safety and scale). The limits here are wider, for
// tests also run with sanitizers on busy machines; COMB_LIMIT_SECONDS and COMB_LIMIT_MIB change them.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { run, scratch, write } from "../cli/support.mjs";

const seconds = Number(process.env.COMB_LIMIT_SECONDS ?? 20);
// Of address space, fonts and thread stacks included; 0 for no limit (AddressSanitizer reserves terabytes).
const mebibytes = Number(process.env.COMB_LIMIT_MIB ?? 1024);
const shell = mebibytes > 0 ? `ulimit -v ${mebibytes * 1024}` : "";
const check = (folder, what) => run(folder, ["check", what], { limit: seconds * 1000, shell });
const mebibyte = 1 << 20;
const full = 4 * mebibyte;

/// `piece` until about `size` bytes.
const fill = (piece, size = full) => piece.repeat(Math.max(1, Math.floor(size / Buffer.byteLength(piece))));
/// In lines of less than the limit, so that it is not only the line's length that is refused.
const lines = (piece, size = full, width = 4000) => fill(`${fill(piece, width)}\n`, size);
/// In paragraphs of less than the limit.
const paragraphs = (piece, size = full) => fill(`${lines(piece, 60_000)}\n`, size);
const range = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join("");

const inputs = {
  "nothing": "",
  "only line ends": fill("\n"),
  "only carriage returns": fill("\r"),
  "only spaces": lines(" "),
  "only tabs": lines("\t"),
  "one long line": fill("x"),
  "a wide table with short rows": `|${fill("a|", 16_000)}\n|${fill("-|", 16_000)}\n${fill("a\n", mebibyte)}`,
  "64 columns and many short rows": `|${fill("a|", 128)}\n|${fill("-|", 128)}\n${fill("a\n", full)}`,
  "a long table": `|a|b|\n|-|-|\n${fill("|a|b|\n")}`,
  "nested quotes in one line": `${fill("> ", 8000)}x\n`,
  "nested quotes in many lines": fill(`${fill("> ", 8000)}x\n`),
  "lazy quotes": `${fill("> ", 2000)}x\n${fill("lazy\n")}`,
  "nested lists": range(2000, (n) => `${" ".repeat(2 * n)}- x\n`),
  "nested lists in one line": `${fill("- ", 8000)}x\n`,
  "nested ordered lists": `${fill("1. ", 9000)}x\n`,
  "nested directives of growing length": range(2000, (n) => `${":".repeat(2003 - n)} case X\n`),
  "nested directives of equal length": fill("::: case X\n"),
  "closing fences alone": fill(":::\n"),
  "directives that open and close": fill("::: case X\nx\n:::\n"),
  "a fence of colons": lines(":"),
  "leaf directives": fill("::say[x]\n"),
  "leaf directives with long text": fill(`::say[${fill("x", 4000)}]\n`),
  "inline directives": paragraphs(":ref[x] "),
  "inline directives that never close": paragraphs(":ref[x"),
  "inline directives in each other": paragraphs(":ref[:fill[:term["),
  "fields in a row": paragraphs("x {#a .b c=d} "),
  "fields that never close": paragraphs("{#a "),
  "opening braces": paragraphs("{"),
  "double braces": paragraphs("{{"),
  "variables": paragraphs("{{client}} "),
  "images in links": paragraphs("![[]()"),
  "opening brackets": paragraphs("["),
  "brackets in pairs": paragraphs("[]"),
  "brackets and parentheses": paragraphs("[a]("),
  "links in each other": paragraphs("[a](b) "),
  "reference definitions": range(20_000, (n) => `[r${n}]: /u\n`),
  "reference definitions of one name": fill("[a]: b\n"),
  "references to nothing": paragraphs("[a][b]"),
  "emphasis of every length": paragraphs("***a **a *a "),
  "stars": paragraphs("*"),
  "stars and Chinese": paragraphs("甲**「"),
  "underscores": paragraphs("_a "),
  "tildes": paragraphs("~~a "),
  "backticks of growing length": range(400, (n) => `${"`".repeat(n + 1)}x `) + "\n",
  "backticks": paragraphs("`"),
  "code fences": fill("```\n"),
  "CDATA": paragraphs("<![CDATA["),
  "comments that never close": paragraphs("<!--"),
  "comments": paragraphs("<!-- x -->"),
  "declarations": paragraphs("<!A "),
  "processing instructions": paragraphs("<?"),
  "opening tags": paragraphs("<a "),
  "tags with attributes": paragraphs('<a b="'),
  "angle brackets": paragraphs("<"),
  "entities": paragraphs("&amp;"),
  "half entities": paragraphs("&a"),
  "bare URLs": paragraphs("https://a.example/ "),
  "almost URLs": paragraphs("http://"),
  "mail addresses": paragraphs("a@b."),
  "footnotes": range(20_000, (n) => `[^${n}]: x\n\n`),
  "uses of footnotes": `[^a]: x\n\n${paragraphs("[^a]")}`,
  "a footnote that uses itself": `[^a]: ${fill("[^a]", 60_000)}\n\n[^a]\n`,
  "headings": fill("# a\n"),
  "topics": fill("## a\n", mebibyte),
  "setext headings": fill("a\n-\n"),
  "thematic breaks": fill("---\n"),
  "task lists": fill("- [x] a\n", mebibyte),
  "questions": fill("::: question\nx\n\n- [x] a\n- [ ] b\n:::\n", mebibyte),
  "a question with many options": `::: question\nx\n\n${fill("- [ ] a\n", mebibyte)}:::\n`,
  "lines to write on": fill("____\n\n", mebibyte),
  "control characters": fill("\x01"),
  "NUL bytes": Buffer.alloc(full),
  "bytes that are no UTF-8": Buffer.alloc(full, 0xff),
  "half characters": Buffer.alloc(full, 0xe8),
  "byte order marks": lines("\uFEFF"),
  "combining marks": paragraphs("a\u0301\u0301\u0301\u0301"),
  "bidirectional controls": paragraphs("\u202Ea\u202C"),
  "zero-width joiners": paragraphs("\u200D"),
  "emoji": paragraphs("👩‍👩‍👧‍👦"),
  "rare characters": paragraphs("𠀀𪜀𫝀"),
  "private use": paragraphs("\uE000"),
  "Chinese without a break": paragraphs("課"),
  "Chinese punctuation": paragraphs("，。「」"),
  "one long word": paragraphs("x"),
  "Arabic": paragraphs("سلام "),
  "Hangul": paragraphs("한글 "),
  "ideographic spaces": paragraphs("\u3000"),
  "front matter that never ends": `---\n${fill("a: b\n")}`,
  "front matter of many keys": `---\n${range(4000, (n) => `k${n}: v\n`)}---\n# T\n`,
  "deep front matter": `---\n${range(200, (n) => `${" ".repeat(n)}a:\n`)}---\n# T\n`,
  "front matter in brackets": `---\na: ${fill("[", 60_000)}\n---\n# T\n`,
  "includes of itself": '# T\n\n::include{file="s01.md"}\n',
  "many includes of nothing": fill('::include{file="none.md"}\n', mebibyte),
  "pictures of nothing": fill("![a](none.png)\n\n", mebibyte),
  "Chinese keyboards": fill("：：： case 個案\n"),
};

function courseOf(folder, text) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return write(folder, { "s01.md": bytes.subarray(0, full) });
}

for (const [name, text] of Object.entries(inputs)) {
  test(`${name}: ends in time, without a crash`, (t) => {
    const folder = courseOf(scratch(t), text);
    const begin = Date.now();
    const result = check(folder, "s01.md");
    const taken = (Date.now() - begin) / 1000;
    assert.equal(result.signal, null, `killed by ${result.signal} after ${taken} s`);
    assert.ok(result.status === 0 || result.status === 1, `status ${result.status}\n${result.err.slice(0, 2000)}`);
    assert.ok(taken < seconds, `took ${taken} s`);
    if (result.status === 1) assert.match(result.err, /error: /);
    assert.doesNotMatch(result.err, /[\x00-\x08\x0b-\x1f]/);
    if (process.env.COMB_TIMES) t.diagnostic(`${taken.toFixed(2)} s  status ${result.status}  ${name}`);
  });
}

const manifests = {
  "an alias bomb": `a: &a [x,x,x,x,x,x,x,x,x]\n${range(9, (n) => `b${n}: &b${n} [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n`)}`,
  "an alias of itself": "a: &a [*a]\n",
  "deep flow": `a: ${fill("[", 60_000)}\n`,
  "deep mappings": range(2000, (n) => `${" ".repeat(n)}a:\n`),
  "many lessons of nothing": `language: 1\nid: a\ntitle: A\nparts:\n  - title: P\n    lessons:\n${fill("      - none.md\n", 60_000)}`,
  "a large manifest": fill("a: b\n"),
  "a binary manifest": Buffer.alloc(60_000, 0x80),
  "a tag": "id: !!python/object:os.system [x]\n",
};
for (const [name, text] of Object.entries(manifests)) {
  test(`a manifest with ${name}: status 1 in time`, (t) => {
    const folder = write(scratch(t), { "course.yaml": text });
    const result = check(folder, ".");
    assert.equal(result.status, 1, `status ${result.status} signal ${result.signal}\n${result.err.slice(0, 2000)}`);
    assert.match(result.err, /error: /);
  });
}

test("random bytes and cut-off lessons never crash it", (t) => {
  // A fixed generator, so that a failure can be seen again (Marsaglia, "Xorshift RNGs", 2003).
  let state = 0x2545f491;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  const pieces = ["::: case X\n", ":::\n", "::::\n", "- [x] a\n", "> ", "|a|b|\n|-|-|\n", "```\n", "{#a}", ":fill[", "]", "{{x}}", "**", "甲", "\n\n", "# ", "  ", "<!--", "-->", "---\n", "\t", "![a](b)", "1. "];
  const folder = scratch(t);
  for (let round = 0; round < 60; ++round) {
    const text = range(next() % 200, () => pieces[next() % pieces.length]);
    fs.writeFileSync(path.join(folder, "s01.md"), text);
    const result = check(folder, "s01.md");
    assert.ok(result.status === 0 || result.status === 1, `round ${round}: ${result.status} ${result.signal}\n${text}\n${result.err}`);
  }
});
