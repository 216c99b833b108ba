/** The bytes as a text with a character for each, to look for names in. */
export const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Whether these characters stand here. */
export const hasText = (bytes: Uint8Array, at: number, text: string): boolean =>
  at >= 0 && at + text.length <= bytes.length && latin1(bytes.subarray(at, at + text.length)) === text;

/** A view of the same bytes that reads numbers. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** One after the other. */
export const joined = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Whether a block of texts about a photo (XMP, IPTC) names a place. */
export const namesPlace = (bytes: Uint8Array): boolean =>
  /gps|location|city|country|state|latitude|longitude/i.test(latin1(bytes));
