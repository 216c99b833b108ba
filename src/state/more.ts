import type { FieldType, RequestType, Term } from '../contract/index.js';

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

/** Whether this term is asked again because its text changed since the customer accepted it. */
export const hasChanges = ({ accepted, version, text }: Term): boolean =>
  text !== undefined && accepted?.text !== undefined && accepted.version !== version;

/** Whether a request of this type has something of the more part. */
export const needsMore = (type: RequestType | undefined): boolean =>
  type !== undefined &&
  (type.terms.some(hasChanges) || type.sections.some(({ fields }) => fields.some((field) => more.has(field.type))));
