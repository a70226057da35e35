// When the machine fails us: status 3, a line that says what happened, the old output as it was.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import { build, comb, digests, fingerprint, leftovers, lesson, manifest, run, sample, scratch, start, write } from "./support.mjs";

/// A course of which the output takes a while to write.
function large(folder) {
  const topics = Array.from({ length: 60 }, (_, n) => `## Topic ${n}\n\n- one ${n}\n- two ${n}\n`).join("\n");
  return sample(folder, { "s01.md": `${lesson}\n${topics}` });
}

test("a file size limit, which is what a full disk looks like, is status 3", (t) => {
  const folder = sample(scratch(t));
  build(folder);
  const before = fingerprint(path.join(folder, "out"));
  write(folder, { "course/s01.md": lesson.replace("first", "second") });
  const result = run(folder, ["build", "course"], { shell: "ulimit -f 1" });
  assert.equal(result.status, 3, result.err);
  assert.match(result.err, /larger than the limit|disk is full/);
  assert.deepEqual(fingerprint(path.join(folder, "out")), before);
  assert.deepEqual(leftovers(folder), []);
});

test("a full disk is status 3", (t) => {
  const folder = sample(scratch(t));
  fs.mkdirSync(path.join(folder, "out"));
  const mounted = run(folder, ["--version"], { shell: "mount -t tmpfs -o size=400k comb-test out || exit 9" });
  if (mounted.status !== 0) return t.skip("needs the right to mount a tmpfs");
  try {
    write(folder, { "out/filler": Buffer.alloc(380 * 1024) });
    const result = run(folder, ["build", "course"]);
    assert.equal(result.status, 3, result.err);
    assert.match(result.err, /disk is full/);
    assert.deepEqual(leftovers(folder), []);
  } finally {
    run(folder, ["--version"], { shell: "umount out" });
  }
});

test("standard output that is full is status 3", (t) => {
  const result = run(scratch(t), ["blocks"], { shell: "exec >/dev/full" });
  assert.equal(result.status, 3);
  assert.match(result.err, /standard output/);
});

test("an output folder that cannot be written is status 3", (t) => {
  const folder = sample(scratch(t));
  write(folder, { out: "a file is here" });
  const result = run(folder, ["build", "course"]);
  assert.equal(result.status, 3);
  assert.match(result.err, /`out`/);
  assert.equal(fs.readFileSync(path.join(folder, "out"), "utf8"), "a file is here");
});

test("a read-only output folder is status 3", (t) => {
  const folder = sample(scratch(t));
  fs.mkdirSync(path.join(folder, "out"), { mode: 0o555 });
  fs.chmodSync(folder, 0o755);
  // Root may write anywhere, so root's tests run this one as nobody.
  const nobody = 'exec setpriv --reuid=65534 --regid=65534 --clear-groups "$0" "$@"';
  const result = run(folder, ["build", "course"], { shell: process.getuid() === 0 ? nobody : "" });
  assert.equal(result.status, 3, result.err);
  assert.match(result.err, /permission denied/);
});

test("without fonts the package to install is named", (t) => {
  const folder = sample(scratch(t), {});
  write(folder, { "fonts.conf": '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>' });
  build(folder);
  const before = fingerprint(path.join(folder, "out"));
  const result = run(folder, ["build", "course"], { env: { FONTCONFIG_FILE: path.join(folder, "fonts.conf") } });
  assert.equal(result.status, 3, result.err);
  assert.match(result.err, /fonts-noto-cjk|fonts-/);
  assert.deepEqual(fingerprint(path.join(folder, "out")), before);
});

test("a course that is not there is status 3", (t) => {
  const result = run(scratch(t), ["build", "nowhere"]);
  assert.equal(result.status, 3);
  assert.match(result.err, /`nowhere`/);
});

test("a course that fails does not stop the others", (t) => {
  const folder = sample(scratch(t));
  const result = run(folder, ["build", "nowhere", "course"]);
  assert.equal(result.status, 3);
  assert.ok(fs.existsSync(path.join(folder, "out/sample/en/build.json")));
});

test("a build killed at any moment leaves the old output whole, and the next one cleans up", async (t) => {
  const folder = large(scratch(t));
  build(folder);
  const old = digests(path.join(folder, "out/sample/en"));
  const changed = fs.readFileSync(path.join(folder, "course/s01.md"), "utf8").replaceAll("Topic", "Thema");
  write(folder, { "course/s01.md": changed });
  const whole = large(scratch(t));
  write(whole, { "course/s01.md": changed });
  const begin = Date.now();
  build(whole);
  const duration = Date.now() - begin;
  const fresh = digests(path.join(whole, "out/sample/en"));
  assert.notDeepEqual(fresh, old);

  let killed = 0;
  for (let step = 0; step < 12; ++step) {
    const child = start(folder, ["build", "course"]);
    const timer = setTimeout(() => child.kill("SIGKILL"), (duration * (step + 1)) / 11);
    const { signal } = await child.ended;
    clearTimeout(timer);
    if (signal === "SIGKILL") ++killed;
    const now = digests(path.join(folder, "out/sample/en"));
    assert.ok(
      JSON.stringify(now) === JSON.stringify(old) || JSON.stringify(now) === JSON.stringify(fresh),
      "neither the old output nor the new",
    );
  }
  assert.ok(killed > 0, "no build was killed: the test tests nothing");
  build(folder);
  assert.deepEqual(digests(path.join(folder, "out/sample/en")), fresh);
  assert.deepEqual(leftovers(folder), []);
});

for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]]) {
  test(`${signal} ends with ${status} and leaves no stage`, async (t) => {
    const folder = large(scratch(t));
    build(folder);
    const old = digests(path.join(folder, "out"));
    write(folder, { "course/s01.md": fs.readFileSync(path.join(folder, "course/s01.md"), "utf8") + "\n- more\n" });
    const child = start(folder, ["build", "course"]);
    setTimeout(() => child.kill(signal), 60);
    const end = await child.ended;
    assert.equal(end.status, status);
    assert.deepEqual(digests(path.join(folder, "out")), old);
    assert.deepEqual(leftovers(folder), []);
  });
}

test("a second build waits for the first and says for whom", async (t) => {
  const folder = sample(scratch(t));
  build(folder);
  write(folder, { "course/s01.md": lesson.replace("first", "second") });
  const lock = path.join(folder, "out/sample/.comb-lock");
  const holder = start(folder, ["--version"]); // only to have a child to wait for
  await holder.ended;
  const { spawn } = await import("node:child_process");
  const sleeper = spawn("flock", [lock, "sleep", "2"]);
  await new Promise((done) => setTimeout(done, 300));
  fs.writeFileSync(lock, "4711");
  const begin = Date.now();
  const result = run(folder, ["build", "course"]);
  assert.equal(result.status, 0, result.err);
  assert.ok(Date.now() - begin > 800, "it did not wait");
  assert.match(result.err, /waiting for the build of process 4711/);
  sleeper.kill();
});

test("two builds at once both end well", async (t) => {
  const folder = large(scratch(t));
  const children = [1, 2, 3].map(() => start(folder, ["build", "course"]));
  for (const child of children) {
    const { status } = await child.ended;
    assert.equal(status, 0, child.text.err);
  }
  assert.deepEqual(leftovers(folder), []);
});

test("an output folder that somebody else filled is left alone", (t) => {
  const folder = sample(scratch(t));
  write(folder, { "out/sample/en/thesis.txt": "ten years of work" });
  const result = run(folder, ["build", "course"]);
  assert.equal(result.status, 3);
  assert.match(result.err, /did not make/);
  assert.equal(fs.readFileSync(path.join(folder, "out/sample/en/thesis.txt"), "utf8"), "ten years of work");
});

test("the program does nothing but read the course and write the output", (t) => {
  const folder = sample(scratch(t));
  build(folder, ["course", "--out", "elsewhere"]);
  assert.deepEqual(fs.readdirSync(folder).sort(), ["course", "elsewhere"]);
  assert.deepEqual(Object.keys(digests(path.join(folder, "course"))), ["course.yaml", "s01.md"]);
  assert.ok(fs.existsSync(comb));
  assert.ok(manifest.length > 0);
});
