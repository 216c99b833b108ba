import type { ChecklistItem, Draft, DraftContent, Field, RequestType } from '../contract/index.js';
import type { StoredDraft } from './request-state.js';

/** A draft as the portal keeps it for the customer's other devices; what concerns this device only stays here. */
export const toContent = (draft: StoredDraft): DraftContent => {
  const { requestType, configVersion, key, step, answers, checklist, terms, contact, origins } = draft;
  return {
    ...{ requestType, configVersion, key, contact },
    ...(step === 'sign-in' || step === 'confirmation' ? {} : { step }),
    answers: Object.fromEntries(answers),
    checklist: Object.fromEntries(checklist) as DraftContent['checklist'],
    terms: Object.fromEntries(terms),
    ...(origins ? { origins: Object.fromEntries(origins) } : {}),
  };
};

/** A draft of another device, as this one would keep it. */
export const toStored = (draft: Draft, etag: string): StoredDraft => {
  const { id, key = id, requestType, configVersion, step = 'details', savedAt } = draft;
  return {
    format: 1,
    ...{ requestType, configVersion, key, step, savedAt },
    answers: new Map(Object.entries(draft.answers)),
    checklist: new Map(Object.entries(draft.checklist)),
    terms: new Map(Object.entries(draft.terms ?? {})),
    contact: draft.contact ?? {},
    origins: new Map(Object.entries(draft.origins ?? {})),
    copy: { etag, savedAt },
  };
};

/** Whether the portal has everything that is in the draft on this device. */
export const isCopied = ({ copy, savedAt }: Pick<Partial<StoredDraft>, 'copy' | 'savedAt'>): boolean =>
  copy !== undefined && copy.savedAt === savedAt;

type Given = Pick<StoredDraft, 'answers' | 'checklist'>;

/** A field or an item that was answered differently on two devices. */
export type Difference =
  | { readonly field: Field; readonly here: unknown; readonly there: unknown }
  | {
      readonly item: ChecklistItem;
      readonly here: ReturnType<Given['checklist']['get']>;
      readonly there: ReturnType<Given['checklist']['get']>;
    };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What was answered differently here and there, in the order of the form. */
export const differencesBetween = (type: RequestType, here: Given, there: Given): Difference[] =>
  [
    ...type.sections
      .flatMap(({ fields }) => fields)
      .map((field) => ({ field, here: here.answers.get(field.id), there: there.answers.get(field.id) })),
    ...type.checklist.map((item) => ({ item, here: here.checklist.get(item.id), there: there.checklist.get(item.id) })),
  ].filter((one) => !isSame(one.here, one.there));
