/** A line of two texts: in both, only in the earlier one, or only in the later one. */
export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: string;
}

/** The most pairs of lines that are compared with each other; a larger stretch counts as replaced. */
const MOST_PAIRS = 250_000;
/** The most lines taken out together that are looked at for the one that a new line replaces. */
const MOST_WAITING = 50;
/** How often a stretch is cut at lines that occur once in it. */
const DEEPEST = 16;

type Lines = readonly string[];
type Pair = readonly [number, number];

const linesOf = (text: string): Lines =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

const all = (kind: LineChange['kind'], lines: Lines): LineChange[] => lines.map((line) => ({ kind, line }));

/** Line -> its place, for the lines that occur once. */
const once = (lines: Lines): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  lines.forEach((line, place) => places.set(line, places.has(line) ? -1 : place));
  return places;
};

/** The longest run of pairs that rises on the second side too. */
const rising = (pairs: readonly Pair[]): Pair[] => {
  const tops: number[] = [];
  const earlier: (number | undefined)[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    earlier.push(tops[low - 1]);
    tops[low] = index;
  });
  const found: Pair[] = [];
  for (let at = tops.at(-1); at !== undefined; at = earlier[at]) {
    const pair = pairs[at];
    if (pair) found.push(pair);
  }
  return found.reverse();
};

/** The lines that occur once on both sides, in an order that both have: they did not change. */
const anchorsOf = (before: Lines, now: Lines): Pair[] => {
  const later = once(now);
  const pairs = [...once(before)].map(([line, place]): Pair => [place, later.get(line) ?? -1]);
  return rising(pairs.filter(([a, b]) => a >= 0 && b >= 0));
};

/** For each pair of places, how many lines the rests of both texts have in common at most. */
const commonOf = (before: Lines, now: Lines): readonly Uint16Array[] => {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let a = before.length - 1; a >= 0; a -= 1) {
    const [row, below] = [table[a], table[a + 1]];
    if (!row || !below) continue;
    for (let b = now.length - 1; b >= 0; b -= 1) {
      row[b] = before[a] === now[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return table;
};

/** The longest common subsequence of two short stretches. */
const paired = (before: Lines, now: Lines): LineChange[] => {
  const common = commonOf(before, now);
  const commonAt = (a: number, b: number): number => common[a]?.[b] ?? -1;
  const found: LineChange[] = [];
  let [a, b] = [0, 0];
  while (a < before.length || b < now.length) {
    const [old, fresh] = [before[a], now[b]];
    const kind = old === fresh ? 'same' : commonAt(a + 1, b) >= commonAt(a, b + 1) ? 'removed' : 'added';
    found.push({ kind, line: (kind === 'added' ? fresh : old) ?? '' });
    if (kind !== 'added') a += 1;
    if (kind !== 'removed') b += 1;
  }
  return found;
};

/** Two stretches that differ at both ends. */
const compareMiddle = (before: Lines, now: Lines, depth: number): LineChange[] => {
  if (before.length * now.length <= MOST_PAIRS) return paired(before, now);
  const anchors = depth < DEEPEST ? anchorsOf(before, now) : [];
  if (anchors.length === 0) return [...all('removed', before), ...all('added', now)];
  const found: LineChange[][] = [];
  let [a, b] = [0, 0];
  for (const [nextA, nextB] of [...anchors, [before.length, now.length] as const]) {
    found.push(compare(before.slice(a, nextA), now.slice(b, nextB), depth + 1));
    found.push(all('same', before.slice(nextA, nextA + 1)));
    [a, b] = [nextA + 1, nextB + 1];
  }
  return found.flat();
};

const compare = (before: Lines, now: Lines, depth: number): LineChange[] => {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && before[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const middle = (lines: Lines): Lines => lines.slice(head, lines.length - tail);
  return [
    ...all('same', before.slice(0, head)),
    ...compareMiddle(middle(before), middle(now), depth),
    ...all('same', before.slice(before.length - tail)),
  ];
};

const wordsOf = (line: string): string[] => line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether one line is likely to have been written instead of the other: most of its words are there. */
const isAlike = (old: string, fresh: string): boolean => {
  const [shorter = [], longer = []] = [wordsOf(old), wordsOf(fresh)].sort((a, b) => a.length - b.length);
  const known = new Set(longer);
  return longer.length > 0 && shorter.filter((word) => known.has(word)).length * 2 >= longer.length;
};

/** Puts a line that was rewritten directly below the one it replaces. */
const matched = (changes: readonly LineChange[]): LineChange[] => {
  const found: LineChange[] = [];
  let waiting: LineChange[] = [];
  for (const change of changes) {
    if (change.kind === 'removed') {
      waiting.push(change);
      continue;
    }
    const isFew = change.kind === 'added' && waiting.length <= MOST_WAITING;
    const replaced = isFew ? waiting.findIndex(({ line }) => isAlike(line, change.line)) : -1;
    const end = replaced < 0 ? waiting.length : replaced + 1;
    for (const one of waiting.slice(0, end)) found.push(one);
    waiting = waiting.slice(end);
    found.push(change);
  }
  return [...found, ...waiting];
};

/**
 * What changed between two texts, line by line; blank lines and spaces at the end of a line do not count. Takes time
 * that grows with the length of the texts, not with its square: long stretches without a line in common are replaced.
 */
export const lineChanges = (before: string, now: string): LineChange[] =>
  matched(compare(linesOf(before), linesOf(now), 0));
