/** A text without case and accents, to compare by; the collation of a device may not do that. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
