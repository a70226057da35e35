// The built slides of the demonstration courses, as a person at a keyboard meets them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { decks, launch, open, shown } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const built = decks();
assert.ok(built.length > 0, "no built course: run `make course` first, or set COMB_OUT");

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser.close();
});

/// Runs `check` with the page of `file`, then asks that nothing went wrong meanwhile.
async function onPage(file, check, options) {
  const { context, page, faults } = await open(browser, file, options);
  try {
    await check(page, context);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/// Lets the page draw.
const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

for (const deck of built) {
  describe(deck.name, () => {
    for (const [whose, file] of [["learner", deck.learner], ["trainer", deck.trainer]]) {
      test(`nothing leaves its slide in the ${whose}'s deck`, () => onPage(file, async (page) => {
        const found = await page.evaluate(() => {
          const faults = [];
          const slides = [...document.querySelectorAll("main > .slide")];
          for (const slide of slides) {
            slides.forEach((other) => other.classList.toggle("on", other === slide));
            slide.classList.add("revealed");
            slide.querySelectorAll(".step").forEach((step) => step.classList.add("shown"));
            const frame = slide.getBoundingClientRect();
            const say = (what) => faults.push(slide.id + ": " + what);
            if (slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth) {
              say("is " + slide.scrollWidth + " x " + slide.scrollHeight);
            }
            const foot = slide.querySelector("footer");
            const phases = slide.querySelector(":scope > .phases, :scope > .timer.small");
            const limit = phases ? phases.getBoundingClientRect().top : foot ? foot.getBoundingClientRect().top - 4 : frame.bottom - 16;
            const body = slide.querySelector(".body, .main");
            for (const element of body ? body.querySelectorAll("*") : []) {
              const box = element.getBoundingClientRect();
              if (box.width === 0 || box.height === 0 || element.closest(".sr")) continue;
              if (box.bottom > limit + 1) say(element.tagName + " ends at " + Math.round(box.bottom) + ", limit " + Math.round(limit));
              if (box.right > frame.right - 60 || box.left < frame.left + 40) say(element.tagName + " is too far to a side");
              if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") {
                say(element.tagName + " is wider than its box");
              }
            }
            const ring = slide.querySelector(":scope > .timer.ring");
            const head = slide.querySelector("h2");
            if (ring && head && head.getBoundingClientRect().right > ring.getBoundingClientRect().left) {
              const range = document.createRange();
              range.selectNodeContents(head);
              if (range.getBoundingClientRect().right > ring.getBoundingClientRect().left) say("the headline meets the countdown");
            }
          }
          return faults;
        });
        assert.deepEqual(found, []);
      }));

      test(`the ${whose}'s deck has no serious fault for people who listen or use keys`, () => onPage(file, async (page) => {
        await page.evaluate(axe);
        // The policy of the page forbids what axe would load; all slides are checked at once, as a document.
        const serious = await page.evaluate(async () => {
          document.documentElement.classList.remove("run");
          const result = await globalThis.axe.run(document, { resultTypes: ["violations"] });
          return result.violations.filter((v) => v.impact === "serious" || v.impact === "critical")
            .map((v) => v.id + ": " + v.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | "));
        });
        assert.deepEqual(serious, []);
      }));

      test(`the ${whose}'s deck reads as a document without scripts`, () => onPage(file, async (page) => {
        const slides = page.locator("main > .slide");
        const count = await slides.count();
        assert.ok(count > 1);
        for (const index of [0, Math.floor(count / 2), count - 1]) assert.ok(await slides.nth(index).isVisible());
        assert.ok(!await page.locator("#_bar").isVisible());
        const steps = page.locator("main .step");
        if (await steps.count() > 0) assert.ok(await steps.first().isVisible());
      }, { javaScriptEnabled: false }));

      test(`the ${whose}'s deck prints one slide a page, without scripts too`, () => onPage(file, async (page) => {
        const folder = mkdtempSync(path.join(tmpdir(), "comb-print-"));
        try {
          const target = path.join(folder, "slides.pdf");
          await page.pdf({ path: target, preferCSSPageSize: true, printBackground: true });
          const facts = execFileSync("pdfinfo", [target], { encoding: "utf8" });
          assert.equal(Number(/Pages:\s+(\d+)/.exec(facts)[1]), await page.locator("main > .slide").count());
          assert.match(facts, /Page size:\s+960 x 540 pts/);
        } finally {
          rmSync(folder, { recursive: true });
        }
      }, { javaScriptEnabled: whose === "trainer" }));
    }

    test("keys go on, back, to the ends and to a number", () => onPage(deck.learner, async (page) => {
      const at = async () => (await shown(page)).index;
      assert.equal((await shown(page)).count, 1);
      await page.keyboard.press("ArrowRight");
      assert.equal(await at(), 1);
      await page.keyboard.press("PageUp");
      assert.equal(await at(), 0);
      await page.keyboard.press("PageDown");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await at(), 0);
      await page.keyboard.press("End");
      const { index, total } = await shown(page);
      assert.equal(index, total - 1);
      await page.keyboard.press("ArrowRight");
      assert.equal(await at(), total - 1);
      await page.keyboard.press("Home");
      assert.equal(await at(), 0);
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");
      assert.equal(await at(), 2);
      assert.equal(new URL(page.url()).hash, "#" + (await shown(page)).id);
    }));

    test("an address with an id opens that slide", async () => {
      let id;
      await onPage(deck.learner, async (page) => {
        id = await page.locator("main > .slide").nth(3).getAttribute("id");
      });
      await onPage(deck.learner, async (page) => {
        assert.equal((await shown(page)).id, id);
      }, { hash: "#" + id });
    });

    test("the screen goes dark and comes back", () => onPage(deck.learner, async (page) => {
      await page.keyboard.press("b");
      assert.ok(await page.locator("#_blank").isVisible());
      await page.keyboard.press("b");
      assert.ok(!await page.locator("#_blank").isVisible());
    }));

    test("the overview shows all slides and a click goes to one", () => onPage(deck.learner, async (page) => {
      await page.keyboard.press("o");
      const second = page.locator("main > .slide").nth(1);
      assert.ok(await second.isVisible());
      await second.click();
      assert.equal((await shown(page)).index, 1);
      assert.ok(!await page.evaluate(() => document.documentElement.classList.contains("overview")));
    }));

    test("the mouse goes on and, at the left, back", () => onPage(deck.learner, async (page) => {
      await page.mouse.click(1000, 80);
      assert.equal((await shown(page)).index, 1);
      await page.mouse.click(20, 400);
      assert.equal((await shown(page)).index, 0);
      await page.mouse.move(600, 300);
      await page.locator('#_bar [data-go="next"]').click();
      assert.equal((await shown(page)).index, 1);
    }));

    test("a finger goes on and back", () => onPage(deck.learner, async (page) => {
      const swipe = (from, to) => page.evaluate(([x1, x2]) => {
        const make = (x) => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
        dispatchEvent(new TouchEvent("touchstart", { touches: [make(x1)], changedTouches: [make(x1)] }));
        dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [make(x2)] }));
      }, [from, to]);
      await swipe(900, 300);
      assert.equal((await shown(page)).index, 1);
      await swipe(300, 900);
      assert.equal((await shown(page)).index, 0);
    }, { hasTouch: true }));

    test("help opens and closes", () => onPage(deck.learner, async (page) => {
      await page.keyboard.press("?");
      assert.ok(await page.locator("#_help").isVisible());
      await page.keyboard.press("Escape");
      assert.ok(!await page.locator("#_help").isVisible());
    }));

    test("fragments come one by one and go the same way", async (t) => onPage(deck.learner, async (page) => {
      const id = await page.evaluate(() => document.querySelector("main > .slide:has(.step)")?.id);
      if (!id) return t.skip("no slide of this course comes step by step");
      await page.evaluate((hash) => { location.hash = hash; }, id);
      await settle(page);
      assert.equal((await shown(page)).fragments, 0);
      await page.keyboard.press("ArrowRight");
      assert.equal((await shown(page)).fragments, 1);
      await page.keyboard.press("ArrowLeft");
      assert.equal((await shown(page)).fragments, 0);
    }));

    test("only the trainer's deck can reveal answers", async (t) => {
      let id;
      await onPage(deck.trainer, async (page) => {
        id = await page.evaluate(() => document.querySelector("main > .slide.question:has(li.key)")?.id);
        if (!id) return t.skip("this course has no question with options");
        await page.evaluate((hash) => { location.hash = hash; }, id);
        await settle(page);
        const mark = page.locator("main > .slide.on .mark.answer").first();
        assert.ok(!await mark.isVisible());
        await page.keyboard.press("ArrowRight");
        assert.deepEqual([(await shown(page)).id, (await shown(page)).revealed], [id, true]);
        assert.ok(await mark.isVisible());
        await page.keyboard.press("ArrowRight");
        assert.notEqual((await shown(page)).id, id);
      });
      if (!id) return;
      await onPage(deck.learner, async (page) => {
        assert.equal(await page.locator("main .answer, main .key, main .why, main .mark").count(), 0);
        await page.evaluate((hash) => { location.hash = hash; }, id);
        await settle(page);
        assert.equal((await shown(page)).id, id);
        await page.keyboard.press("ArrowRight");
        assert.notEqual((await shown(page)).id, id);
      });
    });

    test("both decks have the same slides, and the learner's has no notes", async () => {
      const ids = (page) => page.evaluate(() => [...document.querySelectorAll("main > .slide")].map((slide) => slide.id));
      let learner;
      await onPage(deck.learner, async (page) => {
        learner = await ids(page);
        assert.equal(await page.locator("main > .notes").count(), 0);
      });
      await onPage(deck.trainer, async (page) => {
        assert.deepEqual(await ids(page), learner);
        assert.ok(await page.locator("main > .notes").count() > 0);
      });
    });

    test("the presenter's window keeps in step, both ways, and comes back after a reload", () => onPage(deck.trainer, async (page, context) => {
      const opening = context.waitForEvent("page");
      await page.keyboard.press("p");
      const presenter = await opening;
      const inStep = async () => {
        await page.waitForTimeout(120);
        assert.equal((await shown(presenter)).id, (await shown(page)).id);
      };
      await presenter.waitForLoadState();
      assert.ok(await presenter.locator("#_console").isVisible());
      await page.keyboard.press("ArrowRight");
      await inStep();
      await presenter.keyboard.press("ArrowRight");
      await presenter.keyboard.press("ArrowRight");
      await inStep();
      const number = await presenter.evaluate(() => {
        const slides = [...document.querySelectorAll("main > .slide")];
        return 1 + slides.findIndex((slide) => slide.nextElementSibling?.classList.contains("notes"));
      });
      await presenter.keyboard.type(String(number));
      await presenter.keyboard.press("Enter");
      await inStep();
      assert.ok(await presenter.locator(".notes.on").isVisible());
      assert.ok(!await page.locator(".notes.on").isVisible());
      assert.ok(await presenter.locator(".slide.next").isVisible());
      assert.match(await presenter.locator("#_clock").textContent(), /^\d+:\d\d$/);
      await page.reload();
      await presenter.keyboard.press("ArrowLeft");
      await inStep();
    }));

    test("a countdown starts, stops and starts anew", async (t) => onPage(deck.learner, async (page) => {
      const id = await page.evaluate(() => document.querySelector("main > .slide:has(.timer)")?.id);
      if (!id) return t.skip("this course has no countdown");
      await page.evaluate((hash) => { location.hash = hash; }, id);
      await settle(page);
      const time = page.locator(".slide.on .timer .time");
      const start = page.locator('.slide.on .timer [data-do="start"]');
      const full = await time.textContent();
      await start.click();
      await page.waitForFunction((text) => document.querySelector(".slide.on .timer .time").textContent !== text, full);
      await start.click();
      const stopped = await time.textContent();
      await page.waitForTimeout(1200);
      assert.equal(await time.textContent(), stopped);
      assert.equal((await shown(page)).id, id);
      await page.locator('.slide.on .timer [data-do="reset"]').click();
      assert.equal(await time.textContent(), full);
    }));
  });
}
