// The examples of the CommonMark specification through our parser and an HTML writer of the tests' own. Plain Markdown
// keeps its meaning; where it does not, exceptions.json says why, example by example.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import commonmark from 'commonmark-spec';

const program = process.env.COMB_CONFORMANCE;
const { reasons, examples: excused } = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8'));
const separator = '\u001e';

/// White space outside of <pre> says nothing: a line end in a paragraph is a space, one beside a block's tag is gone.
function normalized(html) {
  return html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) =>
      part.startsWith('<pre>')
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?(<\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr|table|thead|tbody|tr|th|td)(?: [^>]*)?>) ?/g, '$1')
            .replace(/(<br \/>) /g, '$1'),
    )
    .join('')
    .replace(/ ?(<\/?pre>) ?/g, '$1')
    .trim();
}

// The specification writes a tab as an arrow.
const tabs = (text) => text.replaceAll('→', '\t');
const cases = commonmark.tests.map((one) => ({ ...one, markdown: tabs(one.markdown), html: tabs(one.html) }));
const result = spawnSync(program, [], { input: cases.map((one) => one.markdown).join(separator), encoding: 'utf8', maxBuffer: 1 << 26 });
const pages = result.stdout.split(separator);

test('all examples are read', () => {
  assert.equal(result.status, 0, result.stderr);
  assert.equal(pages.length, cases.length + 1);
  assert.ok(cases.length > 600);
});

let passed = 0;
for (const [index, one] of cases.entries()) {
  const actual = normalized(pages[index] ?? '');
  const expected = normalized(one.html);
  const reason = excused[one.number];
  if (actual === expected) ++passed;
  test(`example ${one.number} (${one.section})${reason ? `: ${reason}` : ''}`, () => {
    if (reason) {
      assert.ok(reasons[reason], `no such reason: ${reason}`);
      assert.notEqual(actual, expected, 'this example passes: take it out of exceptions.json');
    } else {
      assert.equal(actual, expected, one.markdown);
    }
  });
}

test('what is excused is little', (context) => {
  context.diagnostic(`${passed} of ${cases.length} examples pass, ${Object.keys(excused).length} are excused`);
  assert.ok(passed >= 0.85 * cases.length);
});
