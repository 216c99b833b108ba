import { brotliCompressSync, gzipSync } from 'node:zlib';

const PACK = {
  br: (text: string) => new Uint8Array(brotliCompressSync(text)),
  gzip: (text: string) => new Uint8Array(gzipSync(text)),
  identity: (text: string) => new TextEncoder().encode(text),
};

/** The codings of HTTP in which a text is sent. */
export type PackedEncoding = keyof typeof PACK;

const SMALL = ['br', 'gzip'] as const; // the smallest first

/** Makes the bytes of a text in each coding when it is first asked for, and keeps them. */
export const createPacked = (text: string): ((encoding: PackedEncoding) => Uint8Array<ArrayBuffer>) => {
  const made: { [encoding in PackedEncoding]?: Uint8Array<ArrayBuffer> } = {};
  return (encoding) => (made[encoding] ??= PACK[encoding](text));
};

/** The smallest coding that a client takes, by its `Accept-Encoding`. */
export const packedEncoding = (header: string | undefined): PackedEncoding => {
  if (header === undefined) return 'identity';
  const taken = header.split(',').flatMap((one) => {
    const [name = '', weight = ''] = one.split(';');
    return /^\s*q=0(?:\.0*)?\s*$/i.test(weight) ? [] : [name.trim().toLowerCase()];
  });
  return SMALL.find((encoding) => taken.includes(encoding)) ?? 'identity';
};
