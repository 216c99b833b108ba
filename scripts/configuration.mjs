// Holds docs/configuration.md to the code: every property has a row, every example is a configuration without findings.
import { tsImport } from 'tsx/esm/api';
import { codesTable } from './tables.mjs';

const load = (path) => tsImport(path, import.meta.url);

/** The tables of codes with their sentences, by name. */
export const lintTables = async () => {
  const { LINT_SENTENCES, REFUSALS } = await load('../src/rules/lint-sentences.ts');
  const tables = Object.entries({ ...LINT_SENTENCES, refusals: REFUSALS });
  return Object.fromEntries(tables.map(([name, sentences]) => [name, codesTable(sentences)]));
};

/** What each named table lists. */
const subjects = async () => {
  const contract = await load('../src/contract/index.ts');
  const keys = (schema) => Object.keys(schema.shape);
  const common = keys(contract.fieldSchemas.checkbox);
  const types = Object.entries(contract.fieldSchemas).map(([type, schema]) => [
    type,
    keys(schema).filter((key) => (type === 'note' ? key === 'text' : !common.includes(key))),
  ]);
  return new Map([
    ['configuration', keys(contract.portalConfigSchema)],
    ['portal', keys(contract.portalSchema)],
    ['access', keys(contract.accessSchema)],
    ['requestType', keys(contract.requestTypeSchema)],
    ['section', keys(contract.sectionSchema)],
    ['checklistItem', keys(contract.checklistItemSchema)],
    ['term', keys(contract.termSchema)],
    ['field', common],
    ...types,
  ]);
};

const PART = /<!-- properties: (?<names>[\w ]+) -->(?<body>[\s\S]*?)(?=<!-- properties|\n#+ |$)/g;

const ROW = /^\| `(?<key>\w+)`[^|]*\|[^|]*\| (?<meaning>.*?) *\|$/gm;
const asPlainText = (markdown) => markdown.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '');

/** What the page says of each property, by the name of its table. */
export const meaningsIn = (page) =>
  new Map(
    [...page.matchAll(PART)].flatMap(({ groups }) => {
      const rows = [...groups.body.matchAll(ROW)].map((row) => [row.groups.key, asPlainText(row.groups.meaning)]);
      return groups.names.split(' ').map((name) => [name, new Map(rows)]);
    }),
  );

const differences = (name, listed, keys) => [
  ...keys.filter((key) => !listed.includes(key)).map((key) => `${name} does not tell of "${key}"`),
  ...listed.filter((key) => !keys.includes(key)).map((key) => `${name} has no property "${key}"`),
];

/** What is wrong with the page: properties that are not told or not there, and examples that are none. */
export const mistakesIn = async (page) => {
  const { describeIssue, lintJson } = await load('../src/rules/index.ts');
  const { wholeAround } = await load('../demo/docs/example-config.ts');
  const known = await subjects();
  const told = new Set();
  const mistakes = [];
  for (const { groups } of page.matchAll(PART)) {
    const listed = [...groups.body.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key);
    const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(groups.body)?.[1] ?? 'null');
    for (const name of groups.names.split(' ')) {
      const keys = known.get(name) ?? [];
      told.add(name);
      mistakes.push(...differences(name, listed, keys));
      mistakes.push(...keys.filter((key) => !(key in example)).map((key) => `the example of ${name} lacks "${key}"`));
      const findings = lintJson(wholeAround(name, example).config).filter(({ code }) => code !== 'never-shown');
      mistakes.push(...findings.map((one) => `the example of ${name}: ${one.pointer} ${describeIssue(one)}`));
    }
  }
  return [
    ...mistakes,
    ...[...known.keys()].filter((name) => !told.has(name)).map((name) => `nothing tells of ${name}`),
  ];
};
