// Writes the courses that `make bench` measures: the same bytes every time, with a large vocabulary, so that no cache
// of shaped words or glyphs gets an easy day. Usage: node generate.mjs OUTPUT_FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2];
if (!out) throw new Error('usage: generate.mjs OUTPUT_FOLDER');

/** Mulberry32, so that the input does not hang on a library's generator. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = generator(20140416);
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => low + Math.floor(random() * (high - low + 1));

// 3,000 Han characters spread over the common block, and 6,000 made-up Latin words.
const han = Array.from({ length: 3000 }, (_, i) => String.fromCodePoint(0x4e00 + i * 6));
const syllables = ['ba', 'con', 'der', 'el', 'fi', 'gra', 'hu', 'in', 'jor', 'ka', 'lem', 'mi', 'nor', 'op', 'pra', 'qui', 'ren', 'sta', 'tion', 'ur', 've', 'win', 'ex', 'ty'];
const latin = Array.from({ length: 6000 }, () => Array.from({ length: between(1, 4) }, () => pick(syllables)).join(''));
const hanWord = () => Array.from({ length: between(1, 4) }, () => pick(han)).join('');
const clause = () => Array.from({ length: between(3, 6) }, () => (random() < 0.12 ? ` ${pick(latin)} ` : hanWord())).join('');
const sentence = () => `${clause()}，${clause()}。`;
const english = () => {
  const words = Array.from({ length: between(8, 16) }, () => pick(latin)).join(' ');
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
};
const paragraph = (sentences) => Array.from({ length: sentences }, () => (random() < 0.2 ? english() : sentence())).join('');

function course(name, lessons) {
  const folder = join(out, name);
  mkdirSync(folder, { recursive: true });
  const paths = lessons.map((text, i) => {
    const file = `l${String(i + 1).padStart(3, '0')}.md`;
    writeFileSync(join(folder, file), text);
    return file;
  });
  writeFileSync(join(folder, 'course.yaml'), `language: 1\nid: ${name}\ntitle: ${name}\nlang: zh-Hant-TW\nversion: "1"\nparts:\n  - title: 全部\n    lessons: [${paths.join(', ')}]\n`);
}

function question(id) {
  const options = [sentence(), sentence(), sentence(), sentence()];
  const key = between(0, 3);
  const lines = options.map((text, i) => `- [${i === key ? 'x' : ' '}] ${text}\n  > ${sentence()}`);
  return `::: question {#${id}}\n${sentence()}哪一個對？\n\n${lines.join('\n')}\n\n::: solution\n${sentence()}\n:::\n:::\n`;
}
function slide(i) {
  const parts = [`## ${clause()}\n`, `${paragraph(2)}\n`, Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n') + '\n'];
  if (i % 5 === 0) parts.push(`| ${hanWord()} | ${hanWord()} |\n| --- | --- |\n` + Array.from({ length: 3 }, () => `| ${clause()} | ${clause()} |\n`).join(''));
  if (i % 5 === 1) parts.push(question(`q${i}`));
  if (i % 5 === 2) parts.push(`::: trainer-note {kind=say}\n${sentence()}\n:::\n`);
  return parts.join('\n');
}
const slides = (count, first = 0) => `# ${clause()}\n\n` + Array.from({ length: count }, (_, i) => slide(first + i)).join('\n');

// About ten pages a chapter.
function chapter() {
  const parts = [`# ${clause()}\n`];
  for (let topic = 0; topic < 5; ++topic) {
    parts.push(`## ${clause()}\n`);
    for (let i = 0; i < 9; ++i) parts.push(`${paragraph(between(5, 8))}\n`);
    parts.push(Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n') + '\n');
    parts.push(`| ${hanWord()} | ${hanWord()} | ${hanWord()} |\n| --- | --- | ---: |\n` + Array.from({ length: 6 }, () => `| ${clause()} | ${clause()} | ${between(1, 9999)} |\n`).join(''));
    parts.push(`::: tip\n${paragraph(2)}\n:::\n`);
  }
  return parts.join('\n');
}

course('slides-1000', [slides(1000)]);
course('book-100', Array.from({ length: 10 }, chapter));
course('book-1000', Array.from({ length: 100 }, chapter));
course('bank-10000', Array.from({ length: 50 }, (_, l) => `# ${clause()}\n\n## ${clause()}\n\n` + Array.from({ length: 200 }, (_, i) => question(`q${l}-${i}`)).join('\n')));
// The same number of slides in the lessons of a week. Last, so that the courses above stay what they were.
course('lessons-50', Array.from({ length: 50 }, (_, l) => slides(20, l * 20)));
