import type { StoredDraft } from '../state/request-state.js';
import { asRecord } from './http.js';

const MAPS = ['answers', 'checklist', 'terms', 'origins', 'outline'] as const;

/** The draft that was made into text. */
export const draftFromJson = (value: unknown): StoredDraft => {
  const stored = asRecord(value);
  const maps = MAPS.map((name) => [name, new Map(stored[name] as [string, unknown][] | undefined)]);
  return { ...stored, ...Object.fromEntries(maps) } as StoredDraft;
};
