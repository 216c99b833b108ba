import type { Text } from 'portal-request-form/contract';
import type { OfficeRequest } from '../office-contract/index.js';
import type { TextKey } from './texts/index.js';
import type { Words } from './words.js';

/** What is the same in every request. */
const FIXED: ReadonlyMap<string, TextKey> = new Map([
  ['/receipt/reference', 'reference'],
  ['/receipt/submittedAt', 'submitted'],
  ['/receipt/digest', 'digest'],
  ['/requestType', 'type'],
  ['/configVersion', 'version'],
  ['/locale', 'locale'],
  ['/guest/name', 'name'],
  ['/guest/email', 'email'],
  ['/guest/phone', 'phone'],
]);

interface Asked {
  readonly id: string;
  readonly label?: Text;
}

/** What a part of a submission is called, by its pointer; the pointer itself when nobody asked for it. */
export const receiptLabel = (
  words: Words,
  { definition, portalLocale }: Pick<OfficeRequest, 'definition' | 'portalLocale'>,
  pointer: string,
): string => {
  const fixed = FIXED.get(pointer);
  if (fixed) return words.say(fixed);
  const { sections, checklist, terms } = definition;
  const parts = new Map<string, readonly Asked[]>([
    ['answers', sections.flatMap(({ fields }) => fields)],
    ['checklist', checklist],
    ['terms', terms],
  ]);
  const [, part = '', id] = pointer.split('/');
  const asked = parts.get(part)?.find((one) => one.id === id);
  return asked?.label === undefined ? pointer : words.text(asked.label, portalLocale);
};
