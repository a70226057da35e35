// How long an edit takes to show: from writing a lesson to the new slides in their place, while `comb watch` runs.
// Usage: node watch.mjs COMB COURSE LESSON OUT; prints the median of several edits in milliseconds.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [comb, course, lesson, out] = process.argv.slice(2);
if (!out) throw new Error('usage: watch.mjs COMB COURSE LESSON OUT');
const edits = 9;
const patience = 30_000;

const child = spawn(comb, ['watch', '--out', out, course]);
let said = '';
child.stdout.on('data', (bytes) => (said += bytes));
child.stderr.resume();
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
while (!said.includes('watching')) await sleep(20);

const slides = fs.readdirSync(out, { recursive: true }).filter((name) => name.endsWith('learner/slides/index.html'));
const page = path.join(out, slides[0]);
const identity = () => {
  try {
    return fs.statSync(page).ino;
  } catch {
    return 0; // between two renames, where the file system cannot exchange
  }
};

const original = fs.readFileSync(lesson, 'utf8');
const took = [];
for (let edit = 0; edit < edits; ++edit) {
  await sleep(1000); // the author thinks; the presenter's slides are made meanwhile
  const before = identity();
  const begin = performance.now();
  fs.writeFileSync(lesson, original.replace(/^## .*$/m, (line) => `${line} ${edit}`));
  while (identity() === before || identity() === 0) {
    if (performance.now() - begin > patience) throw new Error('the edit did not show');
    await sleep(1); // a loop without rest would take a core from the build
  }
  took.push(performance.now() - begin);
}
fs.writeFileSync(lesson, original);
child.kill('SIGINT');
took.sort((a, b) => a - b);
console.log(Math.round(took[Math.floor(edits / 2)]), Math.round(took[0]));
