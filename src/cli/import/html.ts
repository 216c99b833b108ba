/** Longer texts are cut, so that reading one stays quick. */
const LONGEST = 20_000;
const TOKEN = /<!--|<\/?([a-z][a-z0-9]*)\b([^<>]*)>|[^<]+|</gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'title', 'iframe', 'svg']);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article header footer table ul ol dl dt dd blockquote pre form fieldset center address'.split(' '),
);
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    copy: '©',
    reg: '®',
    euro: '€',
    pound: '£',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    deg: '°',
    times: '×',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    euml: 'ë',
    agrave: 'à',
    aacute: 'á',
    auml: 'ä',
    ccedil: 'ç',
    iuml: 'ï',
    ouml: 'ö',
    uuml: 'ü',
    ntilde: 'ñ',
    szlig: 'ß',
    rarr: '→',
  }),
);

const character = (whole: string, code: number): string =>
  Number.isNaN(code) || code > 0x10ffff || code === 0 ? whole : String.fromCodePoint(code);

const decode = (text: string): string =>
  text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) =>
    name === undefined
      ? character(whole, decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal))
      : (CHARACTERS.get(name) ?? whole),
  );

interface Tag {
  readonly tag: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

/** One piece of HTML: a text, or a tag. */
type Piece = { readonly text: string } | Tag;

/** Pictures written out in the text go first, so that what is cut is text; no tag is cut in two. */
const shortened = (html: string): string => {
  const source = html.replace(/\bdata:[^"'\s<>]+/g, '');
  return source.length > LONGEST ? source.slice(0, LONGEST).replace(/<[^<>]*$/, '') : source;
};

/** The texts and tags of some HTML, in order; without comments, scripts and styles. */
const piecesOf = (html: string): Piece[] => {
  const source = shortened(html);
  const lowered = source.toLowerCase();
  const pieces: Piece[] = [];
  const expression = new RegExp(TOKEN);
  for (let match = expression.exec(source); match; match = expression.exec(source)) {
    const [whole, name, attributes = ''] = match;
    const tag = name?.toLowerCase();
    const isEnd = whole.startsWith('</');
    if (whole === '<!--' || (tag !== undefined && HIDDEN.has(tag) && !isEnd)) {
      const end = lowered.indexOf(tag === undefined ? '-->' : `</${tag}`, expression.lastIndex);
      if (end < 0) break;
      expression.lastIndex = end + (tag === undefined ? 3 : 0);
    } else if (tag === undefined) pieces.push({ text: decode(whole).replace(/\s+/g, ' ') });
    else pieces.push({ tag, isEnd, attributes });
  }
  return pieces;
};

const isBreaking = (tag: string): boolean => BLOCKS.has(tag) || /^(?:h[1-6]|br|li|tr|td|th|hr)$/.test(tag);

/** The text that a browser would show of some HTML, on one line; a text without HTML stays as it is. */
export const plainText = (html: string): string =>
  piecesOf(html)
    .map((piece) => ('text' in piece ? piece.text : isBreaking(piece.tag) ? ' ' : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const escaped = (text: string): string => text.replace(/[\\*_`[\]<]/g, '\\$&');

const attribute = (attributes: string, name: string): string => {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  return decode(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
};

/** Only links that a person can follow from anywhere; the address ends at a space or bracket. */
const linkOf = (attributes: string): string => {
  const href = attribute(attributes, 'href');
  return /^(?:https?:\/\/|mailto:|tel:)[^\s()<>]+$/i.test(href) ? href : '';
};

const MARKS: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['strong', '**'],
  ['i', '*'],
  ['em', '*'],
]);

/** What a mark opens or closes; spaces inside it go outside, for Markdown wants it so. */
const withMark = (written: string, mark: string, isEnd: boolean): string => {
  if (!isEnd) return written + mark;
  const kept = written.trimEnd();
  return kept.endsWith(mark) ? kept.slice(0, -mark.length) : kept + mark + written.slice(kept.length);
};

const LINES: ReadonlyMap<string, string> = new Map([
  ...[...BLOCKS].map((tag) => [tag, '\n\n'] as const),
  ['br', '  \n'],
  ['hr', '\n\n---\n\n'],
  ['tr', '\n'],
  ['td', ' '],
  ['th', ' '],
]);

/** What a tag that is no mark is in Markdown. */
const blockStart = (tag: string, isEnd: boolean, isNumbered: boolean): string => {
  if (tag === 'li') return isEnd ? '' : `\n${isNumbered ? '1.' : '-'} `;
  if (!/^h[1-6]$/.test(tag)) return LINES.get(tag) ?? '';
  return isEnd ? '\n\n' : `\n\n${'#'.repeat(Math.max(3, Number(tag[1])))} `;
};

/** Markdown that says the same as some HTML, or as a text without any. */
export const markdown = (html: string): string => {
  const links: string[] = [];
  let isNumbered = false;
  const link = (attributes: string, isEnd: boolean): string => {
    const href = isEnd ? links.pop() : linkOf(attributes);
    if (!isEnd) links.push(href ?? '');
    return href ? (isEnd ? `](${href})` : '[') : '';
  };
  const tagged = ({ tag, isEnd, attributes }: Tag): string => {
    if (tag === 'ol' || tag === 'ul') isNumbered = tag === 'ol' && !isEnd;
    if (tag === 'img') return escaped(attribute(attributes, 'alt'));
    return tag === 'a' ? link(attributes, isEnd) : blockStart(tag, isEnd, isNumbered);
  };
  let written = '';
  let isAfterOpening = true;
  for (const piece of piecesOf(html)) {
    const mark = 'tag' in piece ? MARKS.get(piece.tag) : undefined;
    if ('text' in piece)
      written += escaped(isAfterOpening || /\s$/.test(written) ? piece.text.trimStart() : piece.text);
    else written = mark === undefined ? written + tagged(piece) : withMark(written, mark, piece.isEnd);
    isAfterOpening = mark !== undefined && 'tag' in piece && !piece.isEnd;
  }
  return written
    .replace(/[ \t]+\n(?!\S)/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

/** Whether some HTML shows pictures, which Markdown here cannot. */
export const hasPicture = (html: unknown): boolean =>
  typeof html === 'string' && /<(?:img|svg|picture|video)\b/i.test(html);
