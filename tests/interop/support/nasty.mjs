// A lesson whose questions hold everything that ends a text, starts a command or vanishes in some format.

const atoms = [
  '~ = # { } : \\', 'E=mc2', 'C#', '50% off', '%50%half', '[html]bold', '[x] box', '// comment', '0', 'a->b->c', '-> first', '<b>&amp;</b>',
  '<script>alert(1)</script>', ']]>', '=1+1', '@SUM(A1)', '-5', '+886', '\\neq \\nu \\n', '"quoted", and; a|b', '`code`', '😀👨‍👩‍👧', '￥10～20', '$CATEGORY: x',
  '::title::', '####', '{1:SHORTANSWER:=x}', '&#125;', '＝全形', '＠全形', 'TRUE', 'a/b//c', "it's", '*star* **two**', '_low_', '甲「重點」乙', '%', '&', '<', 'a  b', '~~gone~~',
];

/** Mulberry32 (Tommy Ettinger, 2017): the same numbers on every machine. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `text` as Markdown that means just this text. */
const markdown = (text) => text.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);
/** The same in a cell of a table and between brackets of a directive, which end at fewer signs. */
const bracketed = (text) => text.replaceAll(']', '').replaceAll('\\', '').replaceAll('[', '');

/** One white dot. */
export const picture = {
  path: 'dot.png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

export function nastyLesson() {
  const next = random(20140416);
  const pick = () => atoms[Math.floor(next() * atoms.length)];
  const text = () => Array.from({ length: 1 + Math.floor(next() * 3) }, pick).join(next() < 0.5 ? ' ' : '').replace(/ +/g, ' ');
  const distinct = (count) => {
    const seen = new Map();
    while (seen.size < count) {
      const made = text();
      const key = made.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '').replace(/[.。]$/, '');
      if (!seen.has(key)) seen.set(key, made);
    }
    return [...seen.values()];
  };
  const texts = {};
  const blocks = ['# Nasty texts', '## Questions'];
  const question = (id, fields, stem, body) => {
    blocks.push(`::: question {#${id}${fields}}\n${markdown(stem)}\n\n${body}\n:::`);
  };
  for (let number = 1; number <= 60; number += 1) {
    const stem = `Stem ${number}: ${text()}`;
    const options = distinct(4);
    const feedback = options.map(() => text());
    const solution = text();
    const id = `q${number}`;
    const tail = `\n\n::: solution\nWhy: ${markdown(solution)}\n:::`;
    switch (number % 6) {
      case 0:
      case 1:
        texts[id] = { stem, options, feedback: feedback.map((one) => `F ${one}`), solution: `Why: ${solution}` };
        question(id, '', stem, options.map((option, index) => `- [${index === 1 ? 'x' : ' '}] ${markdown(option)}\n  > F ${markdown(feedback[index])}`).join('\n') + tail);
        break;
      case 2:
        texts[id] = { stem, options };
        question(id, ' type=multiple', stem, options.map((option, index) => `- [${index % 2 ? 'x' : ' '}] ${markdown(option)}`).join('\n') + tail);
        break;
      case 3: {
        const rights = distinct(3);
        texts[id] = { stem, left: options.slice(0, 3), right: rights };
        const rows = rights.map((right, index) => `| ${markdown(options[index])} | ${markdown(right)} |`);
        question(id, ' type=matching', stem, ['| Left | Right |', '| --- | --- |', ...rows, '|  | Spare |'].join('\n'));
        break;
      }
      case 4:
        texts[id] = { stem, items: options };
        question(id, ' type=ordering', stem, options.map((option, index) => `${index + 1}. ${markdown(option)}`).join('\n'));
        break;
      case 5: {
        const accepted = `A ${bracketed(text())}`.trim();
        texts[id] = { stem, accepted };
        question(id, '', stem, `::answer[${accepted}]`);
        break;
      }
    }
  }
  blocks.push('::: question {#gap1}\nA gap \\{1\\:SHORTANSWER\\:\\=no\\} :blank[a}~#%=b]{also="x*y" hint="h}"} and :blank[two]{options="one; two; t}hree"}.\n:::');
  blocks.push('::: question {#pic1}\nWhat is this?\n\n![a \\"dot\\" & more](' + picture.path + ')\n\n- [x] A dot\n- [ ] A line ![small](' + picture.path + ')\n- [ ] A hole\n:::');
  blocks.push('::: question {#num1}\nHow many?\n\n::answer[-1000.5]{tolerance=0.25 unit=kg}\n:::');
  blocks.push('::: question {#tf1 type=true-false}\nTrue?\n\n- [ ] True\n- [x] False\n:::');
  blocks.push('::: question {#essay1 type=essay}\nWrite.\n:::');
  return { source: `${blocks.join('\n\n')}\n`, texts };
}
