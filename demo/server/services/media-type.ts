/* eslint-disable no-control-regex -- signatures are bytes, and many bytes are control characters */
import { typeOfText } from './media-type-text.js';
import { typeOfZip } from './media-type-zip.js';

/** Some bytes of a file, fewer where it ends. */
export type ReadBytes = (offset: number, length: number) => Promise<Buffer>;

/** What tells of a file what it is. */
export interface Content {
  readonly name: string;
  readonly size: number;
  readonly read: ReadBytes;
}

/** How much of the beginning is looked at, in bytes. */
const HEAD = 4096;

const SIGNATURES: readonly (readonly [type: string, signature: RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff[\xc0-\xfe]/],
  ['image/png', /^\x89PNG\r\n\x1a\n[^]{4}IHDR/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBPVP8[ LX]/],
  ['image/tiff', /^(?:II\*\0|MM\0\*)/],
  ['image/bmp', /^BM[^]{4}\0{4}[^]{4}[\x0c\x28\x34\x38\x6c\x7c]\0{3}/],
  ['application/pdf', /^(?:\xef\xbb\xbf)?\s{0,8}%PDF-\d/],
  ['video/webm', /^\x1a\x45\xdf\xa3[^]{0,60}\x42\x82[^]webm/],
  ['video/x-msvideo', /^RIFF[^]{4}AVI /],
  ['audio/wav', /^RIFF[^]{4}WAVE/],
  ['audio/ogg', /^OggS\0/],
  ['audio/mpeg', /^(?:ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb][\x10-\xef])/],
  ['image/vnd.dwg', /^AC10[12]\d/],
  ['application/rtf', /^\{\\rtf1/],
];

/** A container of pictures that does not say of which. */
const VAGUE = 'image/heif';

const BRANDS: readonly (readonly [type: string, brand: RegExp])[] = [
  ['image/heic', /^(?:hei[cxms]|hev[cxms])$/],
  ['image/avif', /^avi[fs]$/],
  [VAGUE, /^(?:mif|msf)1$/],
  ['video/quicktime', /^qt {2}$/],
  ['audio/mp4', /^M4[AB] $/],
  ['video/3gpp', /^3g/],
  ['video/mp4', /^(?:iso[m0-9]|mp4[12]|avc1|dash|M4V |MSNV|f4v )$/],
];

/** The type of a file made of boxes: by its own brand, and where that says little by those it agrees with. */
const typeOfBoxes = (head: string): string | undefined => {
  if (/^[^]{4}(?:moov|wide)/.test(head)) return 'video/quicktime';
  if (!/^\0{3}[^]ftyp/.test(head)) return undefined;
  const brands = head.slice(8, head.charCodeAt(3)).match(/[^]{4}/g) ?? [];
  const [own = '', , ...others] = brands;
  const byBrand = (brand: string) => BRANDS.find(([, pattern]) => pattern.test(brand))?.[0];
  const type = byBrand(own);
  const isVague = type === undefined || type === VAGUE;
  const clearer = others.map(byBrand).find((other) => other !== VAGUE && other?.startsWith('image/'));
  return isVague ? (clearer ?? type) : type;
};

const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};

/** Kinds of files by the endings that people know them by; what nobody may send is a kind that no content has. */
const KINDS: Readonly<Record<string, string>> = {
  image: 'jpg jpeg jpe jfif png gif webp heic heif hif avif bmp dib tif tiff',
  film: 'mp4 m4v mov qt 3gp webm avi m4a mp3 wav ogg oga opus',
  pdf: 'pdf',
  office: 'doc docx docm xls xlsx xlsm xlsb ppt pptx pptm odt ods odp odg rtf msg',
  archive: 'zip',
  text: 'txt csv tsv log md json ics vcf eml xml',
  drawing: 'dwg',
  never:
    'svg svgz html htm xhtml shtml mht mhtml js mjs exe com bat cmd ps1 vbs hta lnk msi scr dll jar apk app sh php',
};

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, endings]) => endings.split(' ').map((ending) => [ending, kind] as const)),
);

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name.trimEnd())?.[1]?.toLowerCase() ?? '';

const KIND_OF_TYPE: readonly (readonly [kind: string, type: RegExp])[] = [
  ['drawing', /^image\/vnd\.dwg$/],
  ['image', /^image\//],
  ['film', /^(?:video|audio)\//],
  ['text', /^(?:text\/|application\/(?:json|xml)$)/],
  ['pdf', /pdf$/],
  ['archive', /zip$/],
  ['office', /./],
];

/**
 * Whether a name promises something else than is in the file: another kind, or a document without macros. An ending that
 * nobody knows promises nothing.
 */
const isLie = (name: string, type: string): boolean => {
  const ending = endingOf(name);
  const promised = KIND_OF.get(ending);
  const hidesMacros = /macroEnabled/i.test(type) && ending.endsWith('x');
  return (
    hidesMacros || (promised !== undefined && promised !== KIND_OF_TYPE.find(([, pattern]) => pattern.test(type))?.[0])
  );
};

const judge = async ({ name, size, read }: Content): Promise<string | undefined> => {
  const bytes = await read(0, HEAD);
  const head = bytes.toString('latin1');
  const ending = endingOf(name);
  const known = SIGNATURES.find(([, signature]) => signature.test(head))?.[0] ?? typeOfBoxes(head);
  if (known) return known;
  if (head.startsWith('PK\x03\x04')) return typeOfZip(size, read);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return OLD_OFFICE[ending];
  return typeOfText(bytes, await read(Math.max(0, size - HEAD), HEAD), ending);
};

/**
 * The media type of a file, judged by its content alone; undefined when that is of no known type, or when the ending of
 * its name promises another kind of file. Markup that a browser would run (HTML, SVG) is of no known type.
 */
export const judgeType = async (content: Content): Promise<string | undefined> => {
  const type = content.size > 0 ? await judge(content) : undefined;
  return type !== undefined && !isLie(content.name, type) ? type : undefined;
};
