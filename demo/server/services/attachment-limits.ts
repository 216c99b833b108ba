import type { Attachment, Field, FieldOf, PortalConfig } from 'portal-request-form/contract';
import { validateAnswer } from 'portal-request-form/rules';

const MEGABYTE = 1024 * 1024;

/** The largest file that any portal takes, in bytes. */
const LARGEST = 100 * MEGABYTE;

/** What a checklist takes when it asks for a photo. */
const PHOTOS: FieldOf<'file'> = { id: 'photos', type: 'file', label: '', accept: ['image/*'], maxBytes: 20 * MEGABYTE };

/** What a signature takes for its drawing. */
const DRAWING: FieldOf<'file'> = {
  id: 'drawing',
  type: 'file',
  label: '',
  accept: ['image/png'],
  maxBytes: 2 * MEGABYTE,
};

const takersOf = (field: Field): FieldOf<'file'>[] => {
  if (field.type === 'repeat') return field.fields.flatMap(takersOf);
  if (field.type === 'signature') return [DRAWING];
  return field.type === 'file' ? [field] : [];
};

/** Everything in a portal that takes files, in rows too. */
const takers = ({ requestTypes }: PortalConfig): FieldOf<'file'>[] =>
  requestTypes.flatMap(({ sections, checklist }) => [
    ...sections.flatMap(({ fields }) => fields.flatMap(takersOf)),
    ...(checklist.some(({ photoWhen }) => photoWhen?.length) ? [PHOTOS] : []),
  ]);

/** The largest file that this portal takes anywhere, in bytes; at least 1, because tus takes 0 for no limit. */
export const largestFile = (config: PortalConfig): number =>
  Math.max(1, ...takers(config).map(({ maxBytes }) => Math.min(maxBytes ?? LARGEST, LARGEST)));

/** Whether any field or checklist item of this portal takes a file of this name and type. */
export const isTakenAnywhere = (config: PortalConfig, file: Pick<Attachment, 'name' | 'type'>, now: Date): boolean => {
  const attachment: Attachment = { ...file, id: 'new', size: 1 };
  const context = { now, timeZone: 'UTC', required: false };
  return takers(config).some((field) =>
    validateAnswer(field, [attachment], context).every(({ code }) => code !== 'file-type'),
  );
};
