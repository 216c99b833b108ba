import type { FieldType, RequestType } from '../contract/index.js';

/** The field types that few requests have; they come in a part of their own. */
export const MORE_FIELD_TYPES = [
  'signature',
  'appointment',
  'address',
  'lookup',
  'repeat',
] as const satisfies FieldType[];
export type MoreFieldType = (typeof MORE_FIELD_TYPES)[number];

const more: ReadonlySet<FieldType> = new Set(MORE_FIELD_TYPES);

/** Whether a field of this type comes with the more part. */
export const isMore = (type: FieldType): type is MoreFieldType => more.has(type);

/** Whether a request of this type has a field of the more part. */
export const needsMore = (type: RequestType | undefined): boolean =>
  type?.sections.some(({ fields }) => fields.some((field) => more.has(field.type))) ?? false;
