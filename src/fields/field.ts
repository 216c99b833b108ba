import type { Attachment } from '../contract/index.js';

export type { Around, FieldDescriptor, FieldProps, Mark, MoreFields } from '../controller/field-types.js';

export const asText = (answer: unknown): string =>
  typeof answer === 'string' ? answer : typeof answer === 'number' ? String(answer) : '';

/** An answer that is a list; what its entries are is known to whoever asks. */
export const asList = (answer: unknown): readonly unknown[] => (Array.isArray(answer) ? answer : []);

/** An answer that is a list of files. */
export const asFiles = (answer: unknown): readonly Attachment[] => asList(answer) as readonly Attachment[];
