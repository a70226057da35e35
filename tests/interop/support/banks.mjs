// The banks to look at: those of the built courses, and one of nasty texts that is built here.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { nastyLesson, picture } from './nasty.mjs';

/** A folder `quiz-bank` with its files read; `name` is for people. */
function read(folder, name) {
  const file = (path) => readFileSync(join(folder, path), 'utf8');
  return {
    name,
    json: JSON.parse(file('bank.json')),
    xml: file('bank.moodle.xml'),
    gift: file('bank.gift'),
    csv: file('bank.csv'),
    report: file('fidelity.md'),
  };
}

function foldersBelow(root) {
  const found = [];
  for (const name of readdirSync(root).sort()) {
    const path = join(root, name);
    if (!statSync(path).isDirectory() || name === 'build' || name.startsWith('.')) continue;
    if (name === 'quiz-bank' && existsSync(join(path, 'bank.json'))) found.push(path);
    else found.push(...foldersBelow(path));
  }
  return found;
}

function buildNasty() {
  assert.ok(process.env.COMB, 'COMB must name the program');
  const folder = mkdtempSync(join(tmpdir(), 'comb-interop-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const lesson = join(folder, 'nasty.md');
  const { source, texts } = nastyLesson();
  writeFileSync(lesson, source);
  writeFileSync(join(folder, picture.path), Buffer.from(picture.base64, 'base64'));
  const built = spawnSync(process.env.COMB, ['build', '--only', 'quiz-bank', '--out', join(folder, 'out'), lesson], { encoding: 'utf8' });
  assert.equal(built.status, 0, `comb build of the nasty lesson failed:\n${built.stderr}${built.stdout}`);
  const [bank] = foldersBelow(join(folder, 'out'));
  assert.ok(bank, 'the nasty lesson has a quiz bank');
  return { ...read(bank, 'the nasty lesson'), texts };
}

let all;
/** Every bank; the last one is the nasty one, whose `texts` are what its author wrote, by question. */
export function banks() {
  if (all) return all;
  assert.ok(process.env.COMB_OUT, 'COMB_OUT must name the folder of the built courses');
  const courses = foldersBelow(process.env.COMB_OUT).map((folder) => read(folder, relative(process.env.COMB_OUT, folder)));
  assert.ok(courses.length > 0, `no quiz bank below ${process.env.COMB_OUT}`);
  all = [...courses, buildNasty()];
  return all;
}

/** What fidelity.md says is not in `file`: the ids after its lines that begin with the words for "left out". */
export function leftOut(bank, file) {
  const section = bank.report.split(/^## /m).find((part) => part.startsWith(`${file}\n`));
  assert.ok(section, `fidelity.md has a section on ${file}`);
  const lines = section.split('\n').filter((line) => /^- (Left out|未收入)/.test(line));
  if (lines.some((line) => /all questions|全部題目|全部题目/.test(line))) return new Set(bank.json.questions.map((question) => question.id));
  return new Set(lines.flatMap((line) => [...line.matchAll(/`([a-z][a-z0-9-]*)`/g)].map((match) => match[1])));
}

/** HTML of bank.json as the text-only formats hold it: alternatives in the place of pictures. */
export function withAlternatives(html) {
  return html.replace(/<img src="media\/[^"]*" alt="([^"]*)"[^>]*>/g, (_, alternative) => (alternative ? `[${alternative}]` : ''));
}

/** The few entities of our own HTML, undone. */
export function unescape(text) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) => (code ? String.fromCodePoint(Number(code)) : named[name]));
}
