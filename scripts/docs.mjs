// Writes the generated parts of the documents and the types for frameworks and editors, or with --check says which are not current.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { tsImport } from 'tsx/esm/api';
import { drawFloors } from './architecture.mjs';
import { lintTables, mistakesIn } from './configuration.mjs';
import { frameworkFiles } from './frameworks.mjs';
import { hazardMistakes, hazardTables } from './hazards.mjs';
import { isManifestCurrent, makeManifest, writeManifest } from './manifest.mjs';
import { root } from './root.mjs';
import { isConfigurationSchemaCurrent, writeConfigurationSchema } from './schema.mjs';
import { gone, surfaceOf } from './surface.mjs';
import { apiPage, attributesTable, eventsTable, partsTable, slotsTable, themesPage, tokensTable } from './tables.mjs';

const element = JSON.parse(await makeManifest()).modules[0].declarations[0];

/** What stands between `<!-- generated: name -->` and `<!-- end -->`, by document and name. */
const generated = {
  'docs/events.md': { events: eventsTable(element) },
  'docs/theming.md': {
    tokens: tokensTable(element),
    parts: partsTable(element),
    slots: slotsTable(element),
    themes: themesPage(await tsImport('../demo/playground/themes.ts', import.meta.url)),
  },
  'docs/api.md': { api: apiPage(element), attributes: attributesTable(element) },
  'docs/architecture.md': { floors: await drawFloors() },
  'docs/configuration.md': await lintTables(),
  'docs/reliability.md': await hazardTables(),
};

const fill = (file, text, parts) =>
  Object.entries(parts).reduce((filled, [name, content]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, '<!-- end -->'];
    const from = filled.indexOf(start);
    const to = filled.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`${file} has no place for "${name}": ${start} … ${end}`);
    return `${filled.slice(0, from + start.length)}\n\n${content}\n\n${filled.slice(to)}`;
  }, text);

/** What stands in a file now; nothing where there is none yet. */
const present = async (name) => (existsSync(join(root, name)) ? readFile(join(root, name), 'utf8') : '');

const isCheck = process.argv.includes('--check');
const stale = [];
/** Writes this text, formatted, where another stands. */
const keep = async (name, stands, wanted) => {
  const file = join(root, name);
  const current = await format(wanted, { ...(await resolveConfig(file)), filepath: file });
  if (current === stands) return;
  if (isCheck) stale.push(name);
  else await writeFile(file, current);
};
for (const [name, parts] of Object.entries(generated)) {
  const text = await readFile(join(root, name), 'utf8');
  await keep(name, text, fill(name, text, parts));
}
for (const [name, wanted] of Object.entries(await frameworkFiles(element))) {
  await keep(name, await present(name), wanted);
}
const SURFACE = 'docs/surface.json';
const kept = await present(SURFACE);
const promised = JSON.parse(kept || '[]');
const surface = await surfaceOf(element);
await keep(SURFACE, kept, JSON.stringify([...new Set([...promised, ...surface])].sort()));
if (isCheck && !(await isManifestCurrent())) stale.push('custom-elements.json');
if (isCheck && !(await isConfigurationSchemaCurrent())) stale.push('configuration.schema.json');
if (!isCheck) await Promise.all([writeManifest(), writeConfigurationSchema()]);
if (stale.length > 0) console.error(`Not current: ${stale.join(', ')}. Run npm run docs.`);
const mistakes = [
  ...(await mistakesIn(await readFile(join(root, 'docs/configuration.md'), 'utf8'))).map(
    (mistake) => `docs/configuration.md: ${mistake}`,
  ),
  ...(await hazardMistakes()),
  ...gone(promised, surface).map(
    (line) => `${SURFACE}: “${line}” is gone or changed, which breaks pages that use it: see docs/releasing.md`,
  ),
];
for (const mistake of mistakes) console.error(mistake);
process.exit(stale.length + mistakes.length > 0 ? 1 : 0);
