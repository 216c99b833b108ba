import { brotliCompressSync, gzipSync } from 'node:zlib';

const PACK = {
  br: (text: string) => new Uint8Array(brotliCompressSync(text)),
  gzip: (text: string) => new Uint8Array(gzipSync(text)),
};

/** The codings of HTTP in which a text is sent small, the smallest first. */
export type PackedEncoding = keyof typeof PACK;

const ENCODINGS: readonly PackedEncoding[] = ['br', 'gzip'];

/** Makes a text small in each coding when it is first asked for, and keeps it. */
export const createPacked = (text: string): ((encoding: PackedEncoding) => Uint8Array<ArrayBuffer>) => {
  const made: { [encoding in PackedEncoding]?: Uint8Array<ArrayBuffer> } = {};
  return (encoding) => (made[encoding] ??= PACK[encoding](text));
};

/** The smallest coding that a client takes, by its `Accept-Encoding`; nothing when it takes none. */
export const packedEncoding = (header: string | null): PackedEncoding | undefined => {
  const taken = (header ?? '').split(',').flatMap((one) => {
    const [name = '', weight = ''] = one.split(';');
    return /^\s*q=0(?:\.0*)?\s*$/i.test(weight) ? [] : [name.trim().toLowerCase()];
  });
  return ENCODINGS.find((encoding) => taken.includes(encoding));
};
