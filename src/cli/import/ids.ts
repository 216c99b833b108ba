/** Ids longer than this are cut; what makes them unique comes behind it. */
const LONGEST = 60;
/** Names that every object has already; an id apart keeps them from being mixed up by anyone's backend. */
const TAKEN: ReadonlySet<string> = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty']);

const lastIsBeside = (text: string): string => text.replace(/[_-]+$/, '') || text;

/** A name as an id: a letter or digit, then letters, digits, `_` or `-`; `otherwise` when nothing is left of it. */
const toId = (name: string, otherwise: string): string => {
  const letters = name
    .slice(0, 1_000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, LONGEST);
  const id = lastIsBeside(letters) || otherwise;
  return TAKEN.has(id) ? `${id}-1` : id;
};

/** Makes ids from names, each once: the second `name` becomes `name-2`. */
export const createIds = (): ((name: string, otherwise: string) => string) => {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (name, otherwise) => {
    const base = toId(name, otherwise);
    let id = base;
    while (used.has(id)) {
      const count = (counts.get(base) ?? 1) + 1;
      counts.set(base, count);
      id = `${base}-${count}`;
    }
    used.add(id);
    return id;
  };
};
