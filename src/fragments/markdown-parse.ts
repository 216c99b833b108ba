import { parseInline, type Inline } from './markdown-inline.js';

/** A block of Markdown; lists and quotes hold blocks again. */
export type Block =
  | { readonly type: 'heading'; readonly level: number; readonly content: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'list'; readonly start: number | undefined; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly content: readonly Block[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' };

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})(?:([-*+])|(\d{1,9})[.)])( {1,4}|\t|$)/;

/** How deep lists and quotes may nest; what is deeper is a paragraph. */
const DEEPEST = 8;

/** What a block took: its lines are gone from the front. */
interface Taken {
  readonly block: Block;
  readonly next: number;
}

type Reader = (lines: readonly string[], at: number, depth: number) => Taken | undefined;

const heading: Reader = (lines, at) => {
  const [, marks = '', content = ''] = HEADING.exec(lines[at] ?? '') ?? [];
  return marks
    ? { block: { type: 'heading', level: marks.length, content: parseInline(content) }, next: at + 1 }
    : undefined;
};

const rule: Reader = (lines, at) =>
  RULE.test(lines[at] ?? '') ? { block: { type: 'rule' }, next: at + 1 } : undefined;

const fence: Reader = (lines, at) => {
  const open = FENCE.exec(lines[at] ?? '')?.[1];
  if (!open) return undefined;
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? '').trim().startsWith(open)) end += 1;
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
};

const quote: Reader = (lines, at, depth) => {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end += 1;
  if (end === at || depth >= DEEPEST) return undefined;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { type: 'quote', content: readBlocks(inner, depth + 1) }, next: end };
};

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** A line of the item: indented, or blank with an indented line after it. */
const belongs = (lines: readonly string[], at: number, indent: string): boolean => {
  const line = lines[at] ?? '';
  return line.startsWith(indent) || (isBlank(line) && (lines[at + 1] ?? '').startsWith(indent));
};

/** A line that goes on with the paragraph before it, without being indented. */
const isLazy = (lines: readonly string[], at: number): boolean => {
  const line = lines[at] ?? '';
  return !isBlank(line) && !isBlank(lines[at - 1]) && !ITEM.test(line) && !startsBlock(line);
};

/** The lines of one item, without its mark and indentation. */
const itemLines = (lines: readonly string[], at: number): { inner: string[]; next: number } => {
  const first = lines[at] ?? '';
  const mark = ITEM.exec(first)?.[0] ?? '';
  const indent = ' '.repeat(Math.max(mark.trimEnd().length + 1, 2));
  const inner = [first.slice(mark.length)];
  let next = at + 1;
  while (next < lines.length && (belongs(lines, next, indent) || isLazy(lines, next))) {
    const line = lines[next] ?? '';
    inner.push(line.startsWith(indent) ? line.slice(indent.length) : line);
    next += 1;
  }
  return { inner, next };
};

const list: Reader = (lines, at, depth) => {
  const first = ITEM.exec(lines[at] ?? '');
  if (!first || depth >= DEEPEST) return undefined;
  const isOrdered = first[3] !== undefined;
  const items: (readonly Block[])[] = [];
  let next = at;
  for (;;) {
    const start = isBlank(lines[next]) ? next + 1 : next;
    const match = ITEM.exec(lines[start] ?? '');
    if (!match || (match[3] !== undefined) !== isOrdered) break;
    const taken = itemLines(lines, start);
    items.push(readBlocks(taken.inner, depth + 1));
    next = taken.next;
  }
  return { block: { type: 'list', start: isOrdered ? Number(first[3]) : undefined, items }, next };
};

const startsBlock = (line: string): boolean => [HEADING, RULE, FENCE, QUOTE].some((pattern) => pattern.test(line));

const paragraph = (lines: readonly string[], at: number): Taken => {
  let end = at + 1;
  while (end < lines.length && !isBlank(lines[end]) && !startsBlock(lines[end] ?? '') && !ITEM.test(lines[end] ?? '')) {
    end += 1;
  }
  return { block: { type: 'paragraph', content: parseInline(lines.slice(at, end).join('\n')) }, next: end };
};

const readers: readonly Reader[] = [heading, rule, fence, quote, list];

const readBlocks = (lines: readonly string[], depth: number): Block[] => {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at += 1;
      continue;
    }
    const here = at;
    const special = readers
      .map((read) => () => read(lines, here, depth))
      .reduce<Taken | undefined>((found, read) => found ?? read(), undefined);
    const taken = special ?? paragraph(lines, at);
    blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
};

/**
 * Reads the part of Markdown that terms and notes are written in: headings, paragraphs, lists, quotes, code, rules,
 * strong, emphasis, links. HTML and all else is text.
 */
export const parseMarkdown = (source: string): Block[] => readBlocks(source.replaceAll('\r\n', '\n').split('\n'), 0);
