/** 128 random bits in hex; `crypto.randomUUID` is not there on pages without TLS. */
export const createId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
