// Shows the slides one at a time. Without this script they stand under each other and print one a page.
// The presenter's window is this very file, opened with `#presenter/…`; the two windows tell each other their state.
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("_words").textContent);
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const slides = [...document.querySelectorAll("main > .slide")];
  if (slides.length === 0) return;
  const prefix = "#presenter/";
  const isPresenter = location.hash.startsWith(prefix);
  const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("{}", value), pattern);

  // What is shown. `step` counts the fragments that are there; the last step of a question reveals its answer.
  // In a scenario `chosen` is the choice whose consequence is told, and `trail` are the slides on which choices led here.
  const state = { index: 0, step: 0, blank: false, timers: {}, chosen: -1, trail: [] };
  let peer = isPresenter ? window.opener : null;
  let startedAt = Date.now();
  let slideSince = Date.now();

  const stepsOf = (slide) => [...slide.querySelectorAll(".step")];
  const lastStep = (slide) => stepsOf(slide).length + (slide.dataset.answer ? 1 : 0);
  const noteOf = (slide) => {
    const next = slide.nextElementSibling;
    return next && next.classList.contains("notes") ? next : null;
  };

  // Drawing

  function show() {
    const current = slides[state.index];
    const upcoming = upcomingIndex();
    slides.forEach((slide, index) => {
      slide.classList.toggle("on", slide === current);
      slide.classList.toggle("next", isPresenter && index === upcoming);
      const note = noteOf(slide);
      if (note) note.classList.toggle("on", isPresenter && slide === current);
    });
    const steps = stepsOf(current);
    steps.forEach((step, index) => step.classList.toggle("shown", index < state.step));
    current.classList.toggle("revealed", state.step > steps.length);
    drawChoices(current);
    byId("_blank").hidden = !state.blank || isPresenter;
    drawTimers();
    if (isPresenter) drawConsole(current);
  }

  function announce() {
    const heading = slides[state.index].querySelector("h1, h2");
    byId("_live").textContent = fill(words.slide_of, state.index + 1, slides.length) + " " + (heading ? heading.textContent : "");
  }

  function drawConsole(current) {
    const none = byId("_none");
    none.hidden = noteOf(current) !== null;
    none.textContent = words.no_notes;
    byId("_place").textContent = (state.index + 1) + " / " + slides.length;
  }

  function fit() {
    const across = root.clientWidth, down = window.innerHeight;
    const set = (name, value) => root.style.setProperty(name, value);
    if (!isPresenter) return set("--k", String(Math.min(across / 1280, down / 720)));
    const k = Math.min((across * 0.6 - 48) / 1280, (down * 0.62 - 64) / 720);
    const nextTop = 64 + 720 * k + 24;
    set("--k", String(k));
    set("--next-top", nextTop + "px");
    set("--k2", String(Math.max(0.05, Math.min(k * 0.7, (down - nextTop - 24) / 720))));
  }

  const clockText = (seconds) => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");

  function tick() {
    drawTimers();
    if (!isPresenter) return;
    const now = new Date();
    byId("_clock").textContent = now.getHours() + ":" + String(now.getMinutes()).padStart(2, "0");
    byId("_elapsed").textContent = clockText((now - startedAt) / 1000);
    const planned = Number(slides[state.index].dataset.planned || 0);
    const spent = (now - slideSince) / 1000;
    const field = byId("_planned");
    field.textContent = planned ? clockText(spent) + " / " + fill(words.minutes, planned) : "–";
    field.classList.toggle("late", planned > 0 && spent > planned * 60);
  }

  // Moving

  const clampIndex = (index) => Math.max(0, Math.min(slides.length - 1, index));

  function go(index, step, trail = []) {
    const target = clampIndex(index);
    if (target !== state.index) slideSince = Date.now();
    state.index = target;
    state.trail = trail;
    state.chosen = -1;
    state.step = Math.max(0, Math.min(step, lastStep(slides[target])));
    state.blank = false;
    settle();
    announce();
  }

  /// Shows the state, remembers it in the address, and tells the other window.
  function settle() {
    show();
    const id = slides[state.index].id;
    history.replaceState(null, "", isPresenter ? prefix + id : "#" + id);
    tell();
  }

  function next() {
    if (state.blank) return toggleBlank();
    if (state.step < lastStep(slides[state.index])) return go(state.index, state.step + 1, state.trail);
    if (choicesOf(slides[state.index]).length > 0) return state.chosen < 0 ? pointAtChoice(1) : follow();
    const upcoming = upcomingIndex();
    if (upcoming >= 0) go(upcoming, 0, isSameNode(slides[state.index], slides[upcoming]) ? state.trail : []);
  }

  function previous() {
    if (state.blank) return toggleBlank();
    if (state.chosen >= 0) return unchoose();
    if (state.step > 0) return go(state.index, state.step - 1, state.trail);
    if (state.index === 0) return;
    const before = slides[state.index - 1];
    if (isSameNode(slides[state.index], before)) return go(state.index - 1, lastStep(before), state.trail);
    if (scenarioOf(slides[state.index])) return stepBack();
    const reached = slides.indexOf(lastSeen[scenarioOf(before)]);
    if (reached >= 0) return go(reached, lastStep(slides[reached]), trails[scenarioOf(before)]);
    go(state.index - 1, lastStep(before));
  }

  // Scenarios: on from a node goes by its choices alone, back by the way one came

  const scenarioOf = (slide) => slide.dataset.scenario || "";
  const isSameNode = (a, b) => scenarioOf(a) !== "" && scenarioOf(a) === scenarioOf(b) && a.dataset.node === b.dataset.node;
  const choicesOf = (slide) => [...slide.querySelectorAll(".choose")];
  const followOf = (slide) => state.chosen < 0 ? null : slide.querySelectorAll(".choices > li")[state.chosen].querySelector(".follow");
  const choiceLists = [...document.querySelectorAll(".choices")];
  // Of each scenario the end that was reached, and how, for those who come back from behind it.
  const lastSeen = {};
  const trails = {};

  /// The slide that comes next; -1 for none, or where a choice must be made first.
  function upcomingIndex() {
    const current = slides[state.index];
    const after = state.index + 1 < slides.length ? state.index + 1 : -1;
    if (!scenarioOf(current) || (after >= 0 && isSameNode(current, slides[after]))) return after;
    if (choicesOf(current).length > 0) {
      const button = followOf(current);
      return button ? slides.findIndex((slide) => slide.id === button.dataset.to) : -1;
    }
    return slides.findIndex((slide, index) => index > state.index && scenarioOf(slide) !== scenarioOf(current));
  }

  function drawChoices(current) {
    for (const list of choiceLists) {
      const chosen = current.contains(list) ? state.chosen : -1;
      list.classList.toggle("chosen", chosen >= 0);
      [...list.children].forEach((item, index) => {
        item.classList.toggle("on", index === chosen);
        item.querySelector(".choose").setAttribute("aria-expanded", String(index === chosen));
      });
    }
    if (current.dataset.ending) {
      lastSeen[scenarioOf(current)] = current;
      trails[scenarioOf(current)] = state.trail;
    }
  }

  function choose(index) {
    const slide = slides[state.index];
    if (state.chosen === index) return unchoose();
    if (index >= choicesOf(slide).length) return;
    state.chosen = index;
    settle();
    const told = slide.querySelectorAll(".choices > li")[index].querySelector(".told");
    byId("_live").textContent = fill(words.you_chose, choicesOf(slide)[index].querySelector(".text").textContent) + " " + told.textContent.trim();
    const button = followOf(slide);
    if (button) button.focus();
  }

  function unchoose() {
    const index = state.chosen;
    state.chosen = -1;
    settle();
    choicesOf(slides[state.index])[index].focus();
  }

  function follow() {
    const target = upcomingIndex();
    if (target >= 0) go(target, 0, [...state.trail, state.index]);
  }

  /// To the node before, or in front of the scenario where it begins.
  function stepBack() {
    if (state.trail.length > 0) return go(state.trail[state.trail.length - 1], Infinity, state.trail.slice(0, -1));
    const first = slides.findIndex((slide) => scenarioOf(slide) === scenarioOf(slides[state.index]));
    go(state.index === first ? first - 1 : first, Infinity);
  }

  function restart() {
    go(slides.findIndex((slide) => scenarioOf(slide) === scenarioOf(slides[state.index])), 0);
  }

  /// Moves the focus to the next choice, or the one before: nothing happens until one is pressed.
  function pointAtChoice(by) {
    const choices = choicesOf(slides[state.index]);
    const at = choices.indexOf(document.activeElement);
    choices[at < 0 ? (by > 0 ? 0 : choices.length - 1) : (at + by + choices.length) % choices.length].focus();
  }

  function toggleBlank() {
    state.blank = !state.blank;
    settle();
  }

  function toggleOverview() {
    if (isPresenter) return;
    const isOpen = root.classList.toggle("overview");
    fit();
    if (isOpen) slides[state.index].scrollIntoView({ block: "center" });
    else window.scrollTo(0, 0);
  }

  function toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function toggleHelp() {
    const help = byId("_help");
    if (help.open) help.close();
    else help.showModal();
  }

  // Two windows in step

  function openPresenter() {
    if (isPresenter) return;
    const address = location.href.split("#")[0] + prefix + slides[state.index].id;
    peer = window.open(address, "comb-presenter", "popup,width=1280,height=800");
  }

  function tell() {
    if (peer && !peer.closed) peer.postMessage({ comb: "state", state }, "*");
  }

  const isState = (value) => value && Number.isInteger(value.index) && Number.isInteger(value.step) &&
    typeof value.blank === "boolean" && value.timers && typeof value.timers === "object" &&
    Number.isInteger(value.chosen) && Array.isArray(value.trail) && value.trail.every(Number.isInteger);

  function hear(event) {
    const message = event.data;
    if (!message || typeof message.comb !== "string") return;
    // A reloaded deck meets its presenter's window again.
    if (!isPresenter && event.source && event.source !== peer && event.source.opener === window) peer = event.source;
    if (event.source !== peer) return;
    if (message.comb === "hello") return tell();
    if (message.comb !== "state" || !isState(message.state)) return;
    const before = state.index;
    state.index = clampIndex(message.state.index);
    state.step = Math.max(0, Math.min(message.state.step, lastStep(slides[state.index])));
    state.blank = message.state.blank;
    state.timers = message.state.timers;
    state.chosen = Math.max(-1, Math.min(message.state.chosen, choicesOf(slides[state.index]).length - 1));
    state.trail = message.state.trail.map(clampIndex);
    if (before !== state.index) {
      slideSince = Date.now();
      announce();
    }
    history.replaceState(null, "", (isPresenter ? prefix : "#") + slides[state.index].id);
    show();
  }

  // Countdowns. A running one knows when it ends, so that both windows show the same second.

  const timerOf = (slide) => slide.querySelector(".timer");
  const totalOf = (timer) => Number(timer.dataset.minutes) * 60;

  function leftOf(id, timer) {
    const kept = state.timers[id];
    if (!kept) return totalOf(timer);
    return kept.endsAt ? (kept.endsAt - Date.now()) / 1000 : kept.left;
  }

  function toggleTimer(slide) {
    const timer = timerOf(slide);
    if (!timer) return;
    const left = leftOf(slide.id, timer);
    const kept = state.timers[slide.id];
    state.timers[slide.id] = kept && kept.endsAt ? { left } : { endsAt: Date.now() + left * 1000 };
    drawTimers();
    tell();
  }

  function resetTimer(slide) {
    delete state.timers[slide.id];
    drawTimers();
    tell();
  }

  function drawTimers() {
    const slide = slides[state.index];
    const timer = timerOf(slide);
    if (!timer) return;
    const total = totalOf(timer), left = leftOf(slide.id, timer), kept = state.timers[slide.id];
    const isOver = left < 0;
    timer.classList.toggle("over", isOver);
    timer.querySelector(".time").textContent = isOver ? "+" + clockText(-left) : clockText(Math.ceil(left));
    const share = total > 0 ? Math.max(0, Math.min(1, left / total)) * 100 : 0;
    timer.querySelector(".left").setAttribute("stroke-dasharray", isOver ? "100 0" : share + " 100");
    timer.querySelector('[data-do="start"]').textContent = kept && kept.endsAt ? words.pause : words.start;
    let spent = total - left;
    for (const phase of slide.querySelectorAll(":scope > .phases > li")) {
      const length = Number(phase.dataset.minutes || 0) * 60;
      phase.classList.toggle("on", Boolean(kept) && spent >= 0 && spent < length);
      spent -= length;
    }
  }

  // Keys, pointer, touch

  let typed = "";
  function type(digit) {
    typed = (typed + digit).slice(0, 5);
    byId("_typed").hidden = typed === "";
    byId("_typed").textContent = typed;
  }
  function jump() {
    const number = Number(typed);
    typed = "";
    byId("_typed").hidden = true;
    if (number > 0) go(number - 1, 0);
  }
  function escape() {
    typed = "";
    byId("_typed").hidden = true;
    if (root.classList.contains("overview")) toggleOverview();
    else if (state.blank) toggleBlank();
  }

  const actions = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, n: next,
    ArrowLeft: previous, ArrowUp: previous, PageUp: previous, Backspace: previous,
    Home: () => go(0, 0), End: () => go(slides.length - 1, 0),
    b: toggleBlank, ".": toggleBlank, o: toggleOverview, p: openPresenter, f: toggleFullScreen,
    t: () => toggleTimer(slides[state.index]), "?": toggleHelp, Escape: escape,
  };

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("_help").open) return;
    const isOnControl = event.target.closest && event.target.closest("button, a, summary");
    if (isOnControl && (event.key === " " || event.key === "Enter")) return;
    const isChoosing = state.chosen < 0 && typed === "" && !state.blank && !root.classList.contains("overview") &&
      choicesOf(slides[state.index]).length > 0 && state.step >= lastStep(slides[state.index]);
    if (isChoosing && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      return pointAtChoice(event.key === "ArrowDown" ? 1 : -1);
    }
    if (isChoosing && Number(event.key) >= 1 && Number(event.key) <= choicesOf(slides[state.index]).length) {
      return choose(Number(event.key) - 1);
    }
    if (/^[0-9]$/.test(event.key)) return type(event.key);
    if (event.key === "Enter") {
      if (typed !== "") return jump();
      return root.classList.contains("overview") ? toggleOverview() : next();
    }
    if (event.key === " " && event.shiftKey) {
      event.preventDefault();
      return previous();
    }
    const action = actions[event.key] || actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }

  const bar = { next, previous, overview: toggleOverview, presenter: openPresenter, help: toggleHelp, close: toggleHelp,
    back: stepBack, restart };

  function click(event) {
    const button = event.target.closest("button");
    if (button && button.dataset.go) return bar[button.dataset.go]();
    if (button && button.dataset.choose) return choose(Number(button.dataset.choose));
    if (button && button.dataset.to) return follow();
    if (button && button.dataset.do) {
      const slide = button.closest(".slide");
      return button.dataset.do === "start" ? toggleTimer(slide) : resetTimer(slide);
    }
    if (button && button.id === "_elapsed") {
      startedAt = Date.now();
      return tick();
    }
    if (event.target.closest("a, summary, dialog, .notes, .console") || button) return;
    if (root.classList.contains("overview")) {
      const slide = event.target.closest(".slide");
      if (!slide) return;
      toggleOverview();
      return go(slides.indexOf(slide), 0);
    }
    if (String(getSelection())) return;
    if (event.clientX < root.clientWidth / 5) previous();
    else next();
  }

  let touch = null;
  function touchStart(event) {
    touch = event.touches.length === 1 ? event.touches[0] : null;
  }
  function touchEnd(event) {
    if (!touch || root.classList.contains("overview")) return;
    const end = event.changedTouches[0];
    const across = end.clientX - touch.clientX, down = end.clientY - touch.clientY;
    touch = null;
    if (Math.abs(across) < 50 || Math.abs(across) < 2 * Math.abs(down)) return;
    if (across < 0) next();
    else previous();
  }

  let resting = 0;
  function moved() {
    root.classList.add("moving");
    clearTimeout(resting);
    resting = setTimeout(() => root.classList.remove("moving"), 2500);
  }

  /// The slide that the address names, by id or by number; the first otherwise.
  function indexInAddress() {
    const name = location.hash.replace(prefix, "#").slice(1);
    const byName = slides.findIndex((slide) => slide.id === name);
    return byName >= 0 ? byName : clampIndex(Number.parseInt(name, 10) - 1 || 0);
  }

  root.classList.add("run");
  root.classList.toggle("presenter", isPresenter);
  byId("_console").hidden = !isPresenter;
  byId("_bar").hidden = false;
  addEventListener("keydown", press);
  addEventListener("click", click);
  addEventListener("touchstart", touchStart, { passive: true });
  addEventListener("touchend", touchEnd);
  addEventListener("mousemove", moved);
  addEventListener("resize", fit);
  addEventListener("message", hear);
  addEventListener("hashchange", () => go(indexInAddress(), 0));
  setInterval(tick, 250);
  fit();
  state.index = indexInAddress();
  show();
  tick();
  if (isPresenter && peer) peer.postMessage({ comb: "hello" }, "*");
})();
