// A scenario on slides: played with the mouse, with keys, and in two windows. COMB names the compiler.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, open, shown } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const here = path.dirname(fileURLToPath(import.meta.url));
const comb = path.resolve(process.env.COMB ?? path.join(here, "../../out/build/release/comb"));

let browser, out, learner, trainer;
before(async () => {
  out = mkdtempSync(path.join(tmpdir(), "comb-scenario-"));
  execFileSync(comb, ["build", path.join(here, "scenario.md"), "--only", "slides", "--out", out], { stdio: "ignore" });
  const built = execFileSync("find", [out, "-name", "index.html"], { encoding: "utf8" }).trim().split("\n");
  learner = built.find((file) => file.includes("/learner/"));
  trainer = built.find((file) => file.includes("/trainer/"));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(out, { recursive: true, force: true });
});

/// Runs `check` with `file` open at the first node, then asks that nothing went wrong meanwhile.
async function play(file, check, options = {}) {
  const { context, page, faults } = await open(browser, file, { hash: "#quiet.n1", ...options });
  try {
    await check(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

const id = async (page) => (await shown(page)).id;
const visible = (page, selector) => page.locator(".slide.on " + selector + ":visible");
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const said = (page) => page.locator("#_live").textContent();

test("the mouse plays to the good end", () => play(learner, async (page) => {
  assert.equal(await visible(page, ".choose").count(), 3);
  assert.equal(await visible(page, ".told").count(), 0);
  await visible(page, ".choose").nth(0).click();
  assert.equal(await id(page), "quiet.n1");
  assert.deepEqual(await visible(page, ".told").allInnerTexts(), ["顧客點點頭，繼續看手機。"]);
  assert.equal(await visible(page, ".choose").count(), 1);
  await visible(page, ".follow").click();
  assert.equal(await id(page), "quiet.n2");
  await visible(page, ".choose").nth(0).click();
  await visible(page, ".follow").click();
  assert.equal(await id(page), "quiet.n3");
  assert.match(await visible(page, ".kicker").innerText(), /好的結局/);
  await visible(page, '.moves [data-go="next"]').click();
  assert.ok(!(await id(page)).startsWith("quiet."));
}));

test("keys alone play to the poor end, and what was chosen is said aloud", () => play(learner, async (page) => {
  await page.keyboard.press("2");
  assert.equal(await id(page), "quiet.n1");
  assert.match(await said(page), /馬上問.*「隨便看看。」/s);
  assert.match(await focused(page), /第 4 段/);
  await page.keyboard.press("Enter");
  assert.equal(await id(page), "quiet.n4");
  assert.match(await said(page), /門外/);
  assert.match(await visible(page, ".kicker").innerText(), /可惜的結局/);
}));

test("going on from a node that waits for a choice only points at one", () => play(learner, async (page) => {
  for (const key of ["ArrowRight", "PageDown", " "]) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(key);
    assert.equal(await id(page), "quiet.n1");
    assert.match(await focused(page), /上前招呼/);
  }
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(page), /馬上問/);
  await page.keyboard.press("ArrowUp");
  assert.match(await focused(page), /上前招呼/);
  await page.keyboard.press("Enter");
  assert.equal(await visible(page, ".told").count(), 1);
  await page.keyboard.press("ArrowRight");
  assert.equal(await id(page), "quiet.n2");
}));

test("a click beside the choices goes nowhere", () => play(learner, async (page) => {
  await page.mouse.click(1000, 660);
  assert.equal(await id(page), "quiet.n1");
}));

test("one goes back the way one came", () => play(learner, async (page) => {
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("3");
  await page.keyboard.press("Enter"); // waits: back to the same node
  assert.equal(await id(page), "quiet.n2");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  assert.equal(await id(page), "quiet.n4");
  await visible(page, '.moves [data-go="back"]').click();
  assert.equal(await id(page), "quiet.n2");
  await page.keyboard.press("2");
  await page.keyboard.press("ArrowLeft"); // takes the choice back
  assert.equal(await visible(page, ".choose").count(), 3);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await id(page), "quiet.n1");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await id(page), "quiet");
}));

test("one starts over from anywhere, with no choice made", () => play(learner, async (page) => {
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await visible(page, '.moves [data-go="restart"]').click();
  assert.equal(await id(page), "quiet.n1");
  assert.equal(await visible(page, ".choose").count(), 3);
}));

test("from an end one goes on behind the scenario, and back to the end that was reached", () => play(learner, async (page) => {
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  assert.equal(await id(page), "quiet.n3");
  await page.keyboard.press("ArrowRight");
  const behind = await id(page);
  assert.ok(!behind.startsWith("quiet."));
  await page.keyboard.press("ArrowLeft");
  assert.equal(await id(page), "quiet.n3");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await id(page), "quiet.n2");
}));

test("the trainer's window keeps in step and shows where a choice leads", () => play(trainer, async (page, context) => {
  const opening = context.waitForEvent("page");
  await page.keyboard.press("p");
  const presenter = await opening;
  await presenter.waitForLoadState();
  assert.equal(await presenter.locator(".slide.next").count(), 0);
  assert.match(await presenter.locator(".notes.on").innerText(), /最佳路徑/);
  await presenter.keyboard.press("1");
  await page.waitForTimeout(120);
  assert.equal(await visible(page, ".told").count(), 1);
  assert.equal(await presenter.locator(".slide.next").getAttribute("id"), "quiet.n2");
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(120);
  assert.equal(await id(presenter), "quiet.n2");
}));

test("learners' slides say nothing of the best path", () => play(learner, async (page) => {
  assert.doesNotMatch(await page.content(), /最佳路徑/);
}));

test("every consequence fits its slide", () => play(learner, async (page) => {
  const faults = await page.evaluate(() => {
    const found = [];
    const slides = [...document.querySelectorAll("main > .slide")];
    for (const slide of slides.filter((one) => one.querySelector(".choices"))) {
      slides.forEach((other) => other.classList.toggle("on", other === slide));
      const limit = slide.querySelector("footer").getBoundingClientRect().top;
      const list = slide.querySelector(".choices");
      list.classList.add("chosen");
      for (const item of list.children) {
        [...list.children].forEach((other) => other.classList.toggle("on", other === item));
        const bottom = item.querySelector(".follow").getBoundingClientRect().bottom;
        if (!(bottom > 0 && bottom < limit)) found.push(slide.id + " ends at " + bottom);
      }
    }
    return found;
  });
  assert.deepEqual(faults, []);
}));

for (const [name, prepare] of [["undecided", ""], ["with its consequence", "1"]]) {
  test(`a node ${name} has no fault for people who listen or use keys`, () => play(learner, async (page) => {
    if (prepare) await page.keyboard.press(prepare);
    await page.evaluate(axe);
    const serious = await page.evaluate(async () => {
      const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return result.violations.filter((v) => v.impact === "serious" || v.impact === "critical")
        .map((v) => v.id + ": " + v.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | "));
    });
    assert.deepEqual(serious, []);
  }));
}

test("print shows every node, and where each choice leads", () => play(learner, async (page) => {
  await page.keyboard.press("1");
  await page.emulateMedia({ media: "print" });
  const nodes = page.locator("main > .slide[data-scenario]");
  assert.equal(await nodes.count(), 4);
  for (let index = 0; index < 4; ++index) assert.ok(await nodes.nth(index).isVisible());
  assert.equal(await page.locator("main .choose:visible").count(), 6);
  assert.match(await nodes.first().locator(".leads").first().innerText(), /^→ 投影片 \d+$/);
}));
