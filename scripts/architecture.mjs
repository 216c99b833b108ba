import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { floors, ROOF } from './floors.mjs';
import { root } from './root.mjs';

const src = join(root, 'src');
const IMPORT = /(?:from\s+|import\(\s*|import\s+)'(?<path>\.[^']+)'/g;

/** The part of the house that a file stands in. */
const partOf = (file) => {
  const [first, ...rest] = relative(src, file).split('/');
  return rest.length === 0 ? ROOF : first;
};

const sources = async () => {
  const entries = await readdir(src, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** What each part imports from others, read from the code. */
const survey = async () => {
  const parts = new Map();
  for (const file of await sources()) {
    const part = partOf(file);
    const imports = parts.get(part) ?? new Set();
    for (const { groups } of (await readFile(file, 'utf8')).matchAll(IMPORT)) {
      const imported = partOf(join(dirname(file), groups.path));
      if (imported !== part) imports.add(imported);
    }
    parts.set(part, imports);
  }
  return parts;
};

const heightOf = (part) => floors.findIndex(({ parts }) => part in parts);

/** An import that another import makes needless to draw: the arrow would only repeat a path that is there. */
const isImplied = (parts, from, to) => {
  const reaches = (start, seen = new Set()) => {
    for (const next of parts.get(start) ?? []) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      if (reaches(next, seen)) return true;
    }
    return false;
  };
  return [...parts.get(from)].some((via) => via !== to && heightOf(via) < heightOf(from) && reaches(via));
};

const room = (part, what) => `    ${part}["<b>${part}</b><br/>${what}"]`;

/** The floors as a Mermaid drawing. Throws when a part of src/ has no floor, or an import goes up. */
export const drawFloors = async () => {
  const parts = await survey();
  const homeless = [...parts.keys()].filter((part) => heightOf(part) < 0);
  if (homeless.length > 0) throw new Error(`scripts/floors.mjs does not know ${homeless.join(', ')}`);
  const storeys = [...floors].reverse().flatMap(({ name, parts: rooms }) => {
    const inside = Object.entries(rooms).filter(([part]) => parts.has(part));
    return [`  subgraph ${name}`, ...inside.map(([part, what]) => room(part, what)), '  end'];
  });
  const pairs = [...parts].flatMap(([from, imports]) => [...imports].map((to) => [from, to])).sort();
  const upward = pairs.filter(([from, to]) => heightOf(to) > heightOf(from));
  if (upward.length > 0) throw new Error(`imports go up: ${upward.map((pair) => pair.join(' -> ')).join(', ')}`);
  const arrows = pairs.filter(([from, to]) => !isImplied(parts, from, to)).map(([from, to]) => `  ${from} --> ${to}`);
  return ['```mermaid', 'flowchart TB', ...storeys, ...arrows, '```'].join('\n');
};
