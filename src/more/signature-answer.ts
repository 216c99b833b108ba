import type { Signature } from '../contract/index.js';
import { isRecord } from '../rules/index.js';
import type { Upload } from '../state/uploads.js';
import type { FieldProps } from '../fields/field.js';

/** The answer as a signature; what has another shape counts as none. */
export const signatureOf = (answer: unknown): Signature => {
  if (!isRecord(answer)) return {};
  const { attachment, typedName } = answer as Signature;
  return { ...(isRecord(attachment) ? { attachment } : {}), ...(typeof typedName === 'string' ? { typedName } : {}) };
};

/** Where the drawing is uploaded to. */
export const drawingPointer = (pointer: string): string => `${pointer}/attachment`;

/** The drawings of this field that are on their way, or did not arrive. */
export const drawingsUnderWay = ({ uploads, pointer }: FieldProps<'signature'>): readonly Upload[] =>
  uploads.filter((upload) => upload.pointer === drawingPointer(pointer));
