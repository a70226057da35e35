// bank.csv through a strict reader of RFC 4180, and past a spreadsheet's eye for formulas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { banks } from './support/banks.mjs';

/** Rows of cells. Every cell must be quoted, every row must end with CR LF. */
function readCsv(text) {
  const rows = [];
  let offset = 0;
  while (offset < text.length) {
    const row = [];
    for (;;) {
      assert.equal(text[offset], '"', `a quoted cell at ${offset}`);
      let cell = '';
      for (offset += 1; !(text[offset] === '"' && text[offset + 1] !== '"'); offset += 1) {
        assert.ok(offset < text.length, 'the cell ends');
        if (text[offset] === '"') offset += 1;
        cell += text[offset];
      }
      row.push(cell);
      offset += 1;
      if (text[offset] !== ',') break;
      offset += 1;
    }
    assert.equal(text.slice(offset, offset + 2), '\r\n', `a row ends with CR LF at ${offset}`);
    offset += 2;
    rows.push(row);
  }
  return rows;
}

/** Items of a list cell. */
function items(cell) {
  const list = [''];
  for (let offset = 0; offset < cell.length; offset += 1) {
    if (cell[offset] === '\\') list[list.length - 1] += cell[(offset += 1)];
    else if (cell[offset] === '|') list.push('');
    else list[list.length - 1] += cell[offset];
  }
  return list;
}

const numeric = ['points', 'difficulty', 'tolerance'];
const unguarded = (cell) => (/^'[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

for (const bank of banks()) {
  test(`the spreadsheet of ${bank.name} holds each question once`, () => {
    assert.equal(bank.csv[0], '\ufeff', 'a byte order mark, for Excel');
    const [header, ...rows] = readCsv(bank.csv.slice(1));
    assert.equal(rows.length, bank.json.questions.length);
    rows.forEach((cells, index) => {
      assert.equal(cells.length, header.length);
      const row = Object.fromEntries(header.map((name, column) => [name, unguarded(cells[column])]));
      const question = bank.json.questions[index];
      assert.equal(row.id, question.id);
      assert.equal(row.type, question.type);
      assert.equal(row.stem, question.stem.text);
      assert.equal(row.solution, question.solution?.text ?? '');
      assert.equal(Number(row.points), question.points);
      if (question.options) {
        assert.deepEqual(items(row.options), question.options.map((option) => option.text));
        const letters = question.options.flatMap((option, place) => (option.key ? [String.fromCharCode(65 + place)] : []));
        assert.deepEqual(items(row.key), letters);
      }
      if (question.pairs) {
        assert.deepEqual(items(row.options), question.pairs.map((pair) => pair.left.text));
        assert.deepEqual(items(row.matches), question.pairs.map((pair) => pair.right.text));
      }
      if (question.items) assert.deepEqual(items(row.options), question.items.map((item) => item.text));
      if (question.accepted) assert.deepEqual(items(row.key), question.accepted.map((accepted) => accepted.text));
      if (question.type === 'numeric') assert.equal(Number(row.key), question.number);
    });
  });

  test(`no cell of ${bank.name} runs in a spreadsheet`, () => {
    const [header, ...rows] = readCsv(bank.csv.slice(1));
    for (const cells of rows) {
      const isNumber = cells[header.indexOf('type')] === 'numeric';
      cells.forEach((cell, column) => {
        if (numeric.includes(header[column]) || (isNumber && header[column] === 'key')) {
          assert.match(cell, /^(-?\d+(\.\d+)?)?$/, header[column]);
        } else {
          assert.doesNotMatch(cell, /^[=+\-@\t\r\n\0＝＋－＠]/u, header[column]);
        }
      });
    }
  });
}
