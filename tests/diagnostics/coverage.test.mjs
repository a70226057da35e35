// Each diagnostic has a source that raises it: tests/diagnostics/<name>.md (one lesson) or <name>/ (a course).
// What no source can raise stands in README.md with its reason.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const comb = process.env.COMB;
const run = (...options) => spawnSync(comb, options, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Names in the table of README.md, with the reason beside each. */
function excused() {
  const rows = readFileSync(join(here, 'README.md'), 'utf8').split('\n').filter((line) => line.startsWith('| `'));
  return new Map(rows.map((row) => row.split('|').map((cell) => cell.trim().replaceAll('`', ''))).map((cells) => [cells[1], cells[2]]));
}

function raised(path) {
  const result = run('check', '--diagnostics', 'json', path);
  assert.ok([0, 1].includes(result.status), `comb check ${path} ended with ${result.status}: ${result.stderr}`);
  return JSON.parse(result.stdout);
}

const names = run('reference', 'names').stdout.split('\n').filter(Boolean);

test('there are diagnostics to look for', () => assert.ok(names.length > 50, `only ${names.length}`));

const reasons = excused();
for (const name of names) {
  if (reasons.has(name)) {
    test(`${name} is excused with a reason`, () => {
      assert.ok(reasons.get(name).length > 10);
      assert.ok(!existsSync(join(here, `${name}.md`)), 'there is a source after all: take the excuse away');
    });
    continue;
  }
  test(`a source raises ${name}`, () => {
    const path = [join(here, `${name}.md`), join(here, name)].find(existsSync);
    assert.ok(path, `tests/diagnostics has neither ${name}.md nor ${name}/`);
    const found = raised(path);
    const it = found.find((finding) => finding.name === name);
    assert.ok(it, `it raised ${[...new Set(found.map((finding) => finding.name))].join(', ') || 'nothing'}`);
    assert.ok(it.message.length > 0 && it.help.length > 0);
    assert.ok(it.line >= 1 && it.column >= 1 && it.file.length > 0);
  });
}

test('every source is named after a diagnostic', () => {
  const sources = readdirSync(here).filter((entry) => entry !== 'README.md' && !entry.endsWith('.mjs'));
  for (const source of sources) assert.ok(names.includes(source.replace(/\.md$/, '')), `${source} is no diagnostic`);
});
