const LONGEST = 300;

/**
 * A file's name without folders, control or direction characters, at most 300 characters long. It is only shown and
 * offered for downloads, never used as a path.
 */
export const fileName = (given: string): string => {
  const plain = given.normalize('NFC').replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
  const last = plain.split(/[/\\]/).at(-1)?.trim() ?? '';
  const name = [...last].slice(0, LONGEST).join('');
  return name === '' || name === '.' || name === '..' ? 'file' : name;
};

const LONGEST_TYPE = 200;

/** A media type as the browser said it, which may be nothing; it decides what is taken, never how a file is served. */
export const mediaType = (given: string): string =>
  given
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .trim()
    .slice(0, LONGEST_TYPE);
