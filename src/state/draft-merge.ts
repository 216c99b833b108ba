import { attachmentSchema, type RequestType } from '../contract/index.js';
import type { ItemEntry, StoredDraft } from './request-state.js';

type Given = Pick<StoredDraft, 'answers' | 'checklist'>;

/** What two devices made of one draft: what to take over from the other one; nothing when they contradict each other. */
export interface Merged {
  readonly answers: ReadonlyMap<string, unknown>;
  readonly checklist: ReadonlyMap<string, ItemEntry>;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

interface File {
  readonly id: string;
}

const isFiles = (value: unknown): value is readonly File[] | undefined =>
  value === undefined ||
  (Array.isArray(value) && value.every((one: unknown) => attachmentSchema.safeParse(one).success));

const has = (files: readonly File[], { id }: File): boolean => files.some((one) => one.id === id);

/** Files that either device added are there, and those that either removed are not. */
const mergeFiles = (base: readonly File[] = [], here: readonly File[] = [], there: readonly File[] = []): File[] => [
  ...here.filter((one) => has(there, one) || !has(base, one)),
  ...there.filter((one) => !has(here, one) && !has(base, one)),
];

type Outcome = { readonly value: unknown } | undefined;

const mergeValue = (base: unknown, here: unknown, there: unknown): Outcome => {
  if (isSame(here, there) || isSame(there, base)) return { value: here };
  if (isSame(here, base)) return { value: there };
  return isFiles(base) && isFiles(here) && isFiles(there) ? { value: mergeFiles(base, here, there) } : undefined;
};

const mergeEntry = (base: ItemEntry = {}, here: ItemEntry = {}, there: ItemEntry = {}): Outcome => {
  const parts = (['answer', 'note', 'photos'] as const).map(
    (part) => [part, mergeValue(base[part], here[part], there[part])] as const,
  );
  return parts.every(([, outcome]) => outcome)
    ? { value: Object.fromEntries(parts.map(([part, outcome]) => [part, outcome?.value])) }
    : undefined;
};

/**
 * What of a draft the other device changed since both had `base`, as it goes together with what was changed here; files of
 * both are kept. Gives nothing where both gave another answer to the same question.
 */
export const mergeDrafts = (type: RequestType, base: Given, here: Given, there: Given): Merged | undefined => {
  const fields = type.sections.flatMap((section) => section.fields);
  const answers = fields.map(
    ({ id }) => [id, mergeValue(base.answers.get(id), here.answers.get(id), there.answers.get(id))] as const,
  );
  const checklist = type.checklist.map(
    ({ id }) => [id, mergeEntry(base.checklist.get(id), here.checklist.get(id), there.checklist.get(id))] as const,
  );
  if ([...answers, ...checklist].some(([, outcome]) => !outcome)) return undefined;
  const changed = (given: ReadonlyMap<string, unknown>, all: readonly (readonly [string, Outcome])[]) =>
    all.flatMap(([id, outcome]) => (isSame(outcome?.value, given.get(id)) ? [] : [[id, outcome?.value] as const]));
  return {
    answers: new Map(changed(here.answers, answers)),
    checklist: new Map(changed(here.checklist, checklist) as [string, ItemEntry][]),
  };
};
