import type { FileLimits } from '../controller/pending-files.js';
import type { Translator } from '../i18n/translate.js';

/** Types whose name says little, by what people call them. */
const NAMES: readonly (readonly [type: RegExp, name: string])[] = [
  [/^image\/(?:\*|hei[cf])|^\.hei[cf]/, 'file.image'],
  [/^video\//, 'file.video'],
  [/^audio\//, 'file.audio'],
  [/^text\/plain/, 'TXT'],
  [/word/, 'Word'],
  [/excel|sheet/, 'Excel'],
];

const kindOf = (accept: string, words: Translator): string => {
  const wanted = accept.trim().toLowerCase();
  const name = NAMES.find(([type]) => type.test(wanted))?.[1] ?? wanted.split(/[./+]/).at(-1)?.toUpperCase() ?? '';
  return words.find(name) ?? name.replace('JPG', 'JPEG');
};

/** What may be chosen, in words: "Allowed: images or PDF. At most 3. Each up to 10 MB." */
export const limitsText = ({ accept, maxFiles, maxBytes }: FileLimits, words: Translator): string => {
  const kinds = new Set((accept ?? []).filter((one) => one.trim() !== '*/*').map((one) => kindOf(one, words)));
  const list = new Intl.ListFormat(words.locale, { type: 'disjunction' });
  return [
    kinds.size > 0 ? words.message('file.kinds', { kinds: list.format(kinds) }) : '',
    maxFiles === undefined || maxFiles === 1 ? '' : words.message('issue.too-many', { max: maxFiles }),
    maxBytes === undefined ? '' : words.message('file.size', { size: words.bytes(maxBytes) }),
  ]
    .join(' ')
    .trim();
};
