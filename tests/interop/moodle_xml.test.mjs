// bank.moodle.xml: well-formed by xmllint, and each question as Moodle's importer wants it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { banks, leftOut, unescape } from './support/banks.mjs';
import { picture } from './support/nasty.mjs';

const fractions = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];
const moodleType = {
  single: ['multichoice'], multiple: ['multichoice'], 'true-false': ['truefalse', 'multichoice'], matching: ['matching'], ordering: ['ordering'],
  short: ['shortanswer'], numeric: ['numerical'], cloze: ['cloze'], essay: ['essay'], performance: ['essay'], description: ['description'],
  hotspot: ['multichoice'], // Moodle's own markers need a plug-in's file; the fidelity report says so
};

const children = (node, name) => [...node.childNodes].filter((child) => child.nodeName === name);
const child = (node, name) => children(node, name)[0];
const text = (node, ...path) => path.reduce((at, name) => at && child(at, name), node)?.textContent;
/** HTML of our XML as bank.json holds it. */
const asJson = (html) => html.replaceAll('@@PLUGINFILE@@/', 'media/');
const line = (rich) => `<p>${rich.html}</p>`;

function checkTexts(question, node) {
  assert.ok(text(node, 'name', 'text').length > 0, 'a name');
  if (question.type !== 'cloze') assert.equal(asJson(text(node, 'questiontext', 'text')), question.stem.html);
  assert.equal(asJson(text(node, 'generalfeedback', 'text')), question.solution ? question.solution.html : '');
  assert.equal(text(node, 'idnumber'), question.id);
  // Each picture of a text stands beside that very text.
  for (const holder of node.getElementsByTagName('*')) {
    const shown = child(holder, 'text');
    if (!shown) continue;
    const wanted = [...shown.textContent.matchAll(/src="@@PLUGINFILE@@\/([^"]+)"/g)].map((match) => match[1]);
    const files = children(holder, 'file').map((file) => file.getAttribute('name'));
    assert.deepEqual([...new Set(wanted)].sort(), files.sort());
  }
}

function checkOptions(question, node) {
  const answers = children(node, 'answer');
  answers.forEach((answer) => assert.ok(fractions.includes(Math.abs(Number(answer.getAttribute('fraction')))), answer.getAttribute('fraction')));
  if (node.getAttribute('type') === 'truefalse') {
    assert.deepEqual(answers.map((answer) => text(answer, 'text')).sort(), ['false', 'true']);
    return;
  }
  assert.deepEqual(answers.map((answer) => asJson(text(answer, 'text'))), question.options.map(line));
  assert.deepEqual(answers.map((answer) => asJson(text(answer, 'feedback', 'text'))), question.options.map((option) => option.feedback?.html ?? ''));
  const positive = answers.map((answer) => Number(answer.getAttribute('fraction'))).filter((fraction) => fraction > 0);
  if (question.type === 'multiple') assert.ok(Math.abs(positive.reduce((a, b) => a + b, 0) - 100) < 0.001);
  else assert.equal(positive.filter((fraction) => fraction === 100).length, 1, 'one key');
  assert.equal(text(node, 'single'), question.type === 'multiple' ? 'false' : 'true');
}

function checkAnswers(question, node) {
  assert.ok(moodleType[question.type].includes(node.getAttribute('type')));
  if (question.options) checkOptions(question, node);
  if (question.pairs) {
    const pairs = children(node, 'subquestion');
    assert.ok(pairs.length >= 2);
    assert.deepEqual(pairs.map((pair) => asJson(text(pair, 'text'))), [...question.pairs.map((pair) => line(pair.left)), ...question.spares.map(() => '')]);
    const rights = [...question.pairs.map((pair) => pair.right), ...question.spares].map((rich) => rich.text.replaceAll('\n', ' '));
    assert.deepEqual(pairs.map((pair) => unescape(text(pair, 'answer', 'text'))), rights);
  }
  if (question.items) {
    assert.equal(text(node, 'shownumcorrect'), '1', 'the importer crashes without it');
    assert.deepEqual(children(node, 'answer').map((answer) => asJson(text(answer, 'text'))), question.items.map(line));
  }
  if (question.accepted) assert.deepEqual(children(node, 'answer').map((answer) => text(answer, 'text').replaceAll('\\*', '*')), question.accepted.map((accepted) => accepted.text));
  if (question.type === 'numeric') {
    assert.equal(Number(text(node, 'answer', 'text')), question.number);
    assert.equal(Number(text(node, 'answer', 'tolerance')), question.tolerance);
  }
  if (question.gaps) checkGaps(question, node);
}

/** Moodle's own way to find the codes (question/type/multianswer), for the types that we write. */
function checkGaps(question, node) {
  const codes = [...text(node, 'questiontext', 'text').matchAll(/\{(\d+):(SHORTANSWER|SHORTANSWER_C|MULTICHOICE):((?:[^~}\\]|&#\d+;|~)*)\}/g)];
  assert.equal(codes.length, question.gaps.length, 'as many codes as gaps');
  codes.forEach(([, , type, body], index) => {
    const gap = question.gaps[index];
    const alternatives = body.split('~').map((one) => ({ isKey: one.startsWith('='), text: unescape(one.replace(/^=/, '')).replaceAll('\\*', '*') }));
    if (type === 'MULTICHOICE') {
      assert.deepEqual(alternatives.map((one) => one.text), gap.options);
      assert.deepEqual(alternatives.filter((one) => one.isKey).map((one) => one.text), [gap.answer]);
    } else {
      assert.deepEqual(alternatives.map((one) => one.text), [gap.answer, ...gap.also]);
      assert.ok(alternatives.every((one) => one.isKey));
    }
  });
}

for (const bank of banks()) {
  test(`xmllint finds ${bank.name} well-formed`, () => {
    const judged = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: bank.xml, encoding: 'utf8' });
    assert.equal(judged.status, 0, judged.stderr);
    assert.doesNotMatch(bank.xml, /[\x00-\x08\x0b\x0c\x0e-\x1f]/);
  });

  test(`each question of ${bank.name} is one that Moodle takes`, () => {
    const root = new DOMParser().parseFromString(bank.xml, 'text/xml').documentElement;
    assert.equal(root.nodeName, 'quiz');
    const nodes = children(root, 'question').filter((node) => node.getAttribute('type') !== 'category');
    const missing = leftOut(bank, 'bank.moodle.xml');
    const questions = bank.json.questions.filter((question) => !missing.has(question.id));
    assert.deepEqual(nodes.map((node) => text(node, 'idnumber')), questions.map((question) => question.id));
    questions.forEach((question, index) => {
      checkTexts(question, nodes[index]);
      checkAnswers(question, nodes[index]);
    });
  });

  test(`every question of ${bank.name} stands in a category`, () => {
    const root = new DOMParser().parseFromString(bank.xml, 'text/xml').documentElement;
    const first = children(root, 'question')[0];
    assert.equal(first.getAttribute('type'), 'category');
    assert.match(text(first, 'category', 'text'), /^\$course\$\/top\/./);
  });
}

test('a picture of a question is inside the XML, byte for byte', () => {
  const bank = banks().at(-1);
  const files = new DOMParser().parseFromString(bank.xml, 'text/xml').getElementsByTagName('file');
  assert.ok(files.length > 0, 'there is a file');
  for (const file of files) {
    assert.equal(file.getAttribute('encoding'), 'base64');
    assert.equal(file.textContent, picture.base64);
  }
});
