const BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  md: 'text/markdown',
  json: 'application/json',
  ics: 'text/calendar',
};

/** Control characters that no text has; tab, line and page ends and escape are left. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const BINARY = /[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/;

const utf16Of = (bytes: Buffer): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
};

/** What a browser would run: it is recognised anywhere in what begins like markup. */
const RUNS =
  /<(?:!doctype\s+(?:html|svg)|html|head|body|script|iframe|object|embed|title|style|meta|link|base|form|img|a|p|div|h1|table|[\w-]+:svg|svg|xsl:stylesheet|xsl:transform)[\s/>]|\bhttp:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg)/i;

const isMarkup = (text: string): boolean => /^[\ufeff\s]*</.test(text);

/** The type of a text by the ending of its name; undefined for what is no text, and for markup that runs. */
export const typeOfText = (head: Buffer, tail: Buffer, ending: string): string | undefined => {
  const utf16 = utf16Of(head);
  const isText = utf16 === undefined ? !BINARY.test(head.toString('latin1') + tail.toString('latin1')) : true;
  const text = utf16 ?? head.toString('utf8');
  if (!isText || (utf16 !== undefined && BINARY.test(text))) return undefined;
  if (!isMarkup(text)) return BY_ENDING[ending] ?? 'text/plain';
  return RUNS.test(text + tail.toString('utf8')) ? undefined : 'application/xml';
};
