import type { Contact } from '../../store/schema.js';

/** A text of paragraphs, without those that are not there. */
export const letter = (...paragraphs: (string | undefined)[]): string => paragraphs.filter(Boolean).join('\n\n') + '\n';

/** Who sent a request, as the office reads it. */
export const sender = ({ name, company }: Contact): string => (company ? `${name} (${company})` : name);
