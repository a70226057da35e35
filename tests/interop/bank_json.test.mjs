// bank.json against its published schema, and what a schema cannot say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { banks } from './support/banks.mjs';

const schema = JSON.parse(readFileSync(new URL('../../docs/quiz-bank.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false }).compile(schema);

/** Every text of a question, wherever it stands. */
function* texts(value) {
  if (Array.isArray(value)) for (const one of value) yield* texts(one);
  else if (value && typeof value === 'object') {
    if (typeof value.html === 'string') yield value;
    for (const one of Object.values(value)) yield* texts(one);
  }
}

for (const bank of banks()) {
  test(`the bank.json of ${bank.name} keeps to its schema`, () => {
    assert.ok(validate(bank.json), JSON.stringify(validate.errors?.slice(0, 5), null, 2));
  });

  test(`the bank.json of ${bank.name} points at nothing that is not there`, () => {
    const ids = bank.json.questions.map((question) => question.id);
    assert.equal(new Set(ids).size, ids.length, 'ids are unique');
    const lessons = new Set(bank.json.lessons.map((lesson) => lesson.id));
    const objectives = new Set(bank.json.objectives.map((objective) => objective.id));
    const media = new Set(bank.json.media.map((medium) => medium.name));
    const order = [...lessons];
    assert.deepEqual([...new Set(bank.json.questions.map((question) => question.lesson))], order, 'questions stand in the order of the lessons');
    for (const question of bank.json.questions) {
      for (const objective of question.objectives) assert.ok(objectives.has(objective), `${question.id} names ${objective}`);
      for (const { html } of texts(question)) {
        for (const [, name] of html.matchAll(/src="media\/([^"]+)"/g)) assert.ok(media.has(name), name);
        assert.doesNotMatch(html, /<script|javascript:|\son\w+=/i);
        assert.doesNotMatch(html, /[\x00-\x08\x0b-\x1f\x7f]/);
      }
      if (question.type === 'single' || question.type === 'true-false') assert.equal(question.options.filter((option) => option.key).length, 1, question.id);
    }
  });
}
