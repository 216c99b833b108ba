import type { PortalConfig, Text } from '../contract/index.js';
import type { Changes, Outline } from './request-state.js';

/** What this type asks: fields, items of the checklist, and each term with its version. */
export const outlineOf = (config: PortalConfig, requestType: string): Outline => {
  const type = config.requestTypes.find((one) => one.id === requestType);
  const fields = type?.sections.flatMap((section) => section.fields).filter((field) => field.type !== 'note') ?? [];
  return new Map<string, Text>([
    ...fields.map(({ id, label }): [string, Text] => [`/answers/${id}`, label]),
    ...(type?.checklist ?? []).map(({ id, label }): [string, Text] => [`/checklist/${id}`, label]),
    ...(type?.terms ?? []).map(({ id, version, label }): [string, Text] => [`/terms/${id}/${version}`, label]),
  ]);
};

const isTerm = (pointer: string): boolean => pointer.startsWith('/terms/');

const without = (outline: Outline, other: Outline): [string, Text][] =>
  [...outline].filter(([pointer]) => !other.has(pointer));

/** What is new and what is gone between two outlines; a term with another version is new. */
export const changesBetween = (before: Outline, after: Outline): Changes => {
  const added = without(after, before);
  const labels = (list: readonly [string, Text][]): Text[] => list.map(([, label]) => label);
  return {
    added: labels(added.filter(([pointer]) => !isTerm(pointer))),
    gone: labels(without(before, after).filter(([pointer]) => !isTerm(pointer))),
    terms: labels(added.filter(([pointer]) => isTerm(pointer))),
  };
};
