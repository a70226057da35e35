// The compiled books as other programs read them: qpdf, poppler. COMB_OUT is the folder of compiled courses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const out = process.env.COMB_OUT;
const source = process.env.COMB_SOURCE;
const run = (program, ...options) => {
  const result = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(!result.error, `${program}: ${result.error?.message}`);
  return result;
};

const courses = readdirSync(join(source, 'course-src')).filter((name) => existsSync(join(source, 'course-src', name, 'course.yaml')));
const folders = courses.flatMap((course) => readdirSync(join(out, course)).map((lang) => ({ course, folder: join(out, course, lang) }))).filter(({ folder }) => existsSync(join(folder, 'build.json')));
/** Papers and keys of a course's exams. */
const papersIn = (folder) => (existsSync(join(folder, 'trainer/exams')) ? readdirSync(join(folder, 'trainer/exams')).filter((name) => name.endsWith('.pdf')).sort().map((name) => `trainer/exams/${name}`) : []);
const books = folders.flatMap(({ course, folder }) => ['learner/workbook.pdf', 'trainer/guide.pdf', 'trainer/cards.pdf', 'trainer/workbook-answers.pdf', ...papersIn(folder)].map((path) => ({ course, path, file: join(folder, path) }))).filter(({ file }) => existsSync(file));

/** Letters and digits only: what is left when lines, hyphens and marks are taken away. */
const bare = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const textOf = (file) => bare(run('pdftotext', '-raw', '-enc', 'UTF-8', file, '-').stdout);

/** Paragraphs of an edition that have no marks inside, in order. */
function plainProse(course, edition, { notes = false } = {}) {
  const dump = run(process.env.COMB, 'dump', '--stage', 'edition', '--edition', edition, join(source, 'course-src', course)).stdout;
  const paragraphs = [];
  let noteDepth = Infinity;
  let scenarioDepth = Infinity; // what a choice led to is printed where one arrives, not where it is written
  for (const line of dump.split('\n')) {
    // Behind the parts the dump lists questions and objectives, which stand elsewhere in a book.
    if (/^ {2}(objective|question) /.test(line)) break;
    const depth = line.search(/\S/);
    const text = line.trim();
    if (depth <= noteDepth) noteDepth = Infinity;
    if (depth <= scenarioDepth) scenarioDepth = Infinity;
    if (text.startsWith('scenario ') && depth < scenarioDepth) scenarioDepth = depth;
    if (scenarioDepth < Infinity) continue;
    if (text.startsWith('note ') && depth < noteDepth) noteDepth = depth;
    if (notes !== noteDepth < Infinity || !text.startsWith('prose ')) continue;
    const words = text.slice('prose '.length).replace(/ <[a-z -]+>$/, '').replace(/ \(notes\)$/, '');
    if (!words.includes('(') && bare(words).length >= 12) paragraphs.push(bare(words));
  }
  return paragraphs;
}

test('there are books to look at', () => assert.ok(books.length >= 4, `only ${books.length} below ${out}`));

for (const { course, path, file } of books) {
  test(`${course}/${path} is sound for qpdf`, () => {
    const result = run('qpdf', '--check', file);
    assert.equal(result.status, 0, result.stdout + result.stderr);
    assert.doesNotMatch(result.stdout + result.stderr, /WARNING/);
  });
  test(`${course}/${path} embeds every font, and its text can be copied`, () => {
    const rows = run('pdffonts', file).stdout.trim().split('\n').slice(2);
    assert.ok(rows.length > 0);
    for (const row of rows) assert.match(row, /\s+yes\s+yes\s+yes\s+\d+\s+\d+$/, row);
  });
  test(`${course}/${path} makes poppler say nothing`, () => {
    assert.equal(run('pdftotext', file, '/dev/null').stderr, '');
  });
}

for (const { course, folder } of folders) {
  const workbook = join(folder, 'learner/workbook.pdf');
  test(`${course}: the workbook holds the learner's paragraphs in their order`, () => {
    const text = textOf(workbook);
    const paragraphs = plainProse(course, 'workbook');
    assert.ok(paragraphs.length >= 10, `only ${paragraphs.length} paragraphs to compare`);
    let at = 0;
    for (const paragraph of paragraphs) {
      // A running head may part a paragraph at a page's end, so its beginning stands for it.
      const beginning = paragraph.slice(0, 12);
      const found = text.indexOf(beginning, at);
      assert.ok(found >= 0, `missing or out of order: ${paragraph}`);
      at = found;
    }
  });
  test(`${course}: the workbook holds no trainer's note, the guide holds them all`, () => {
    const notes = plainProse(course, 'guide', { notes: true });
    assert.ok(notes.length > 0);
    const learners = new Set(plainProse(course, 'workbook'));
    const workbookText = textOf(workbook);
    const guideText = textOf(join(folder, 'trainer/guide.pdf'));
    for (const note of notes) {
      if (!learners.has(note)) assert.ok(!workbookText.includes(note.slice(0, 16)), `leaked: ${note}`);
      assert.ok(guideText.includes(note.slice(0, 12)), `not in the guide: ${note}`);
    }
  });
  test(`${course}: the workbook has bookmarks, a title and a language`, () => {
    const json = JSON.parse(run('qpdf', '--json', '--json-key=outlines', workbook).stdout);
    assert.ok(json.outlines.length > 0);
    assert.match(run('pdfinfo', workbook).stdout, /^Title: +\S/m);
    assert.match(run('qpdf', '--qdf', '--object-streams=disable', workbook, '-').stdout, /\/Lang/);
  });
}
