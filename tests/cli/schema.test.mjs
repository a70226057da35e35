// The JSON Schemas of a course's YAML files: fresh, true of real courses, and no friend of misspelt keys.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import test from "node:test";

import Ajv from "ajv";
import { parse } from "yaml";

import { run, scratch } from "./support.mjs";

const source = process.env.COMB_SOURCE ?? process.cwd();
const kinds = ["course", "terms", "run", "theme"];
const folder = fs.mkdtempSync(path.join(process.env.TMPDIR ?? "/tmp", "comb-schema-"));
test.after(() => fs.rmSync(folder, { recursive: true, force: true }));

const printed = Object.fromEntries(kinds.map((kind) => [kind, run(folder, ["schema", kind]).out]));
const validate = Object.fromEntries(kinds.map((kind) => [kind, new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(printed[kind]))]));

function check(kind, text) {
  const sound = validate[kind](parse(text));
  return sound ? [] : validate[kind].errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}

/** Files below `where` that are called so. */
function files(where, pattern) {
  const root = path.join(source, where);
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root, { recursive: true })
    .filter((name) => pattern.test(name) && !name.includes("node_modules"))
    .map((name) => path.join(root, name));
}

for (const kind of kinds) {
  test(`docs/authoring/schemas/${kind}.json is what the program prints`, () => {
    const kept = fs.readFileSync(path.join(source, `docs/authoring/schemas/${kind}.json`), "utf8");
    assert.equal(kept, printed[kind], "run `make reference`");
  });

  test(`each key of the ${kind} schema says what it is for`, () => {
    const look = (schema, where) => {
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        assert.ok(value.description, `${where}/${key} has no description`);
        look(value, `${where}/${key}`);
        look(value.items ?? {}, `${where}/${key}`);
      }
      if (typeof schema.additionalProperties !== "object") return;
      look(schema.additionalProperties, `${where}/*`);
      // The keys of a term sheet have no help of their own: each of them is a term.
      if (kind !== "terms") assert.ok(schema.additionalProperties.description, `${where}/* has no description`);
    };
    look(JSON.parse(printed[kind]), kind);
  });
}

const real = [
  ["course", files("course-src", /^[^/]+\/course\.yaml$/)],
  ["terms", files("course-src", /terms\.yaml$/)],
  ["run", files("course-src", /runs\/.*\.yaml$/)],
  ["theme", files("themes", /theme\.yaml$/)],
];
for (const [kind, paths] of real) {
  test(`${paths.length} real ${kind} files keep to the schema`, () => {
    assert.ok(paths.length > 0);
    for (const file of paths) assert.deepEqual(check(kind, fs.readFileSync(file, "utf8")), [], file);
  });
}

test("what comb new writes keeps to the schemas", (t) => {
  const where = scratch(t);
  for (const lang of ["en", "zh-Hant", "zh-Hans", "ja"]) {
    const name = `new-${lang.toLowerCase()}`;
    assert.equal(run(where, ["new", name, "--lang", lang]).status, 0);
    assert.deepEqual(check("course", fs.readFileSync(path.join(where, name, "course.yaml"), "utf8")), []);
    assert.deepEqual(check("terms", fs.readFileSync(path.join(where, name, "terms.yaml"), "utf8")), []);
  }
});

const sound = "id: a\ntitle: A\nlang: en\nparts:\n  - {title: One, lessons: [a.md]}\n";
const exam = (keys) => `${sound}exams:\n  - {id: e, title: E, ${keys}}\n`;
const right = [
  exam('draw: {"lesson:s02": 1, "tag:closing": 2}, variants: 2, seed: 20140416, pass: 80, time: 40'),
  exam('questions: [q1], levels: {remember+understand: "<=6", apply: ">= 6", analyse+evaluate: 3}, pass: 80%'),
  `${sound}variables: {client: Acme, year: 2014}\nallow: {card-overflows: printed on A5}\n`,
];
for (const text of right) {
  test(`${text.slice(sound.length, sound.length + 40)}… keeps to the schema`, () => assert.deepEqual(check("course", text), []));
}
const wrong = [
  ["course", exam("draws: {}"), /draws/],
  ["course", exam('draw: {"lesson:s02": some}'), /draw/],
  ["course", exam('draw: {"lessons:s02": 1}'), /propertyName|pattern/],
  ["course", exam('levels: {apply: "6<="}'), /levels\/apply/],
  ["course", exam('levels: {know: "<=6"}'), /propertyName|pattern/],
  ["course", exam("variants: 40"), /<= 26/],
  ["course", `${sound}exams:\n  - {title: E}\n`, /id/],
  ["course", `${sound}variables: {client: {name: Acme}}\n`, /client/],
  ["course", `${sound}titel: B\n`, /titel/],
  ["course", sound.replace("id: a", "id: A b"), /pattern/],
  ["course", sound.replace("lang: en\n", ""), /lang/],
  ["course", `${sound}group: {min: 0, max: 3}\n`, /minimum|>= 1/],
  ["course", sound.replace("title: One", "name: One"), /name|title/],
  ["course", `${sound}days:\n  - {lessons: [a], breaks: [{after: a}]}\n`, /minutes/],
  ["terms", "benefit: {use: x, avoids: [y]}\n", /avoids/],
  ["terms", "Benefit: {use: x}\n", /pattern/],
  ["run", "cleint: x\n", /cleint/],
  ["theme", "colors: {paper: white}\n", /pattern/],
  ["theme", "page: {width: 210}\n", /string/],
];
test("the sound example is sound", () => assert.deepEqual(check("course", sound), []));
for (const [kind, text, says] of wrong) {
  test(`a ${kind} file with ${says} is refused`, () => assert.match(check(kind, text).join("\n"), says));
}
