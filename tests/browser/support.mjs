// Opens built decks in Debian's Chromium. COMB_OUT names the folder that holds the built courses.
import { chromium } from "playwright-core";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.env.COMB_OUT ?? path.join(here, "..", "..", "out");

/// All built courses: name, and the files of learner and trainer.
export function decks() {
  const found = [];
  for (const course of readdirSync(out).sort()) {
    if (course === "build" || course === "bench") continue;
    const folder = path.join(out, course);
    let languages = [];
    try {
      languages = readdirSync(folder).sort();
    } catch {
      continue;
    }
    for (const lang of languages) {
      const learner = path.join(folder, lang, "learner", "slides", "index.html");
      const trainer = path.join(folder, lang, "trainer", "presenter", "index.html");
      if (existsSync(learner) && existsSync(trainer)) found.push({ name: `${course} (${lang})`, learner, trainer });
    }
  }
  return found;
}

export async function launch() {
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

/// A page with `file` open. `faults` gathers console errors, exceptions, and requests for anything but the file.
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  const faults = [];
  const address = "file://" + file;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== address && !url.startsWith("data:")) faults.push("request: " + url.slice(0, 120));
  });
  await page.goto(address + (options.hash ?? ""));
  return { context, page, faults };
}

/// What is on the screen: index from 0, id, how many fragments show, whether the answer does.
export function shown(page) {
  return page.evaluate(() => {
    const slides = [...document.querySelectorAll("main > .slide")];
    const on = slides.filter((slide) => getComputedStyle(slide).display !== "none" && slide.classList.contains("on"));
    return {
      count: on.length,
      index: slides.indexOf(on[0]),
      id: on[0]?.id,
      total: slides.length,
      fragments: on[0]?.querySelectorAll(".step.shown").length,
      revealed: on[0]?.classList.contains("revealed"),
    };
  });
}
