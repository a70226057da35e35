// gift-pegjs reads bank.gift as bank.json means it. It is stricter than Moodle about what must be escaped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'gift-pegjs';
import { banks, leftOut, unescape, withAlternatives } from './support/banks.mjs';

/** gift-pegjs leaves its own marks in plain texts: it decodes them only in formatted ones. */
const decodeMarks = (text) => text.replace(/&&(\d{3});/g, (_, code) => String.fromCharCode(Number(code)));
const html = (text) => text.replaceAll('&#37;', '%').trim();
const expected = (rich) => withAlternatives(rich.html).replaceAll('&#37;', '%').trim();
const line = (rich) => `<p>${expected(rich)}</p>`;
const plain = (text) => text.replace(/\s+/g, ' ').trim();
const right = (pair) => plain(unescape(decodeMarks(pair.subanswer)));

const isTrueFalse = (question, read) => question.type === 'true-false' && read.type === 'TF';

function sameChoices(question, read) {
  assert.equal(read.choices.length, question.options.length);
  read.choices.forEach((choice, index) => {
    const option = question.options[index];
    assert.equal(html(choice.text.text), line(option));
    assert.equal(choice.text.format, 'html');
    assert.equal(choice.feedback ? html(choice.feedback.text) : '', option.feedback ? expected(option.feedback) : '');
    if (question.type !== 'multiple') assert.equal(choice.isCorrect, option.key);
    else assert.equal(choice.weight > 0, option.key);
  });
  if (question.type === 'multiple') {
    const sum = read.choices.filter((choice) => choice.weight > 0).reduce((total, choice) => total + choice.weight, 0);
    assert.ok(Math.abs(sum - 100) < 0.001, `keys share 100, not ${sum}`);
  }
}

function samePairs(question, read) {
  const lefts = question.type === 'matching' ? question.pairs.map((pair) => line(pair.left)) : question.items.map((_, index) => `<p>${index + 1}</p>`);
  const rights = question.type === 'matching' ? [...question.pairs.map((pair) => pair.right), ...question.spares] : question.items;
  assert.deepEqual(read.matchPairs.map((pair) => html(pair.subquestion.text)), [...lefts, ...Array(rights.length - lefts.length).fill('')]);
  assert.deepEqual(read.matchPairs.map(right), rights.map((rich) => plain(rich.text)));
}

function sameShort(question, read) {
  const answers = read.choices.map((choice) => choice.text.text.replaceAll('\\*', '*'));
  assert.deepEqual(answers, question.accepted.map((accepted) => accepted.text));
}

for (const bank of banks()) {
  test(`gift-pegjs reads ${bank.name}`, () => {
    const missing = leftOut(bank, 'bank.gift');
    const questions = bank.json.questions.filter((question) => !missing.has(question.id));
    const read = parse(bank.gift);
    const byId = new Map(read.filter((one) => one.type !== 'Category').map((one) => [one.id, one]));
    assert.deepEqual([...byId.keys()], questions.map((question) => question.id), 'the same questions in the same order');
    for (const question of questions) {
      const one = byId.get(question.id);
      assert.equal(html(one.stem.text), expected(question.stem) || '<p></p>', question.id);
      assert.equal(one.stem.format, 'html');
      if (question.solution) assert.equal(html(one.globalFeedback.text), expected(question.solution), question.id);
      if (isTrueFalse(question, one)) continue;
      if (question.options) sameChoices(question, one);
      if (question.pairs || question.items) samePairs(question, one);
      if (question.accepted) sameShort(question, one);
      if (question.type === 'numeric') {
        assert.equal(one.type, 'Numerical');
        assert.equal(one.choices[0].text.number, question.number);
        assert.equal(one.choices[0].text.range, question.tolerance);
      }
      if (question.type === 'essay' || question.type === 'performance') assert.equal(one.type, 'Essay');
    }
  });

  test(`no line of ${bank.name} starts or ends a question by itself`, () => {
    for (const text of bank.gift.split('\n')) {
      assert.ok(text.trim() !== '0', 'a line of a lone 0');
      if (text.startsWith('//')) assert.match(text, /^\/\/ (GIFT, UTF-8|\[id:)/);
    }
    assert.doesNotMatch(bank.gift, /[\x00-\x08\x0b-\x1f\x7f]/);
  });
}

test('what the author of the nasty lesson wrote is what is read', () => {
  const bank = banks().at(-1);
  const byId = new Map(bank.json.questions.map((question) => [question.id, question]));
  for (const [id, texts] of Object.entries(bank.texts)) {
    const question = byId.get(id);
    assert.ok(question, `${id} is in the bank`);
    const read = (rich) => plain(rich.text);
    assert.equal(read(question.stem), plain(texts.stem), id);
    if (texts.options) assert.deepEqual(question.options.map(read), texts.options.map(plain), id);
    if (texts.feedback) assert.deepEqual(question.options.map((option) => read(option.feedback)), texts.feedback.map(plain), id);
    if (texts.solution) assert.equal(read(question.solution), plain(texts.solution), id);
    if (texts.left) assert.deepEqual(question.pairs.map((pair) => read(pair.left)), texts.left.map(plain), id);
    if (texts.right) assert.deepEqual(question.pairs.map((pair) => read(pair.right)), texts.right.map(plain), id);
    if (texts.items) assert.deepEqual(question.items.map(read), texts.items.map(plain), id);
    if (texts.accepted) assert.deepEqual(question.accepted.map((accepted) => accepted.text), [texts.accepted], id);
  }
});
