import type { SettingsContent, SettingsVersion } from '../../../demo/office-contract/index.js';
import type { OfficeApi } from '../../../demo/back-office/api.js';
import type { SettingsApi } from '../../../demo/back-office/api/settings.js';
import { OfficeFailure } from '../../../demo/back-office/failure.js';
import type { Office } from '../../../demo/back-office/office.js';
import type { Router } from '../../../demo/back-office/router.js';
import { createWords } from '../../../demo/back-office/words.js';
import { content, stored } from './contents.js';

/** A server of settings that can be told to fail; what it was sent is in `saved`. */
export interface Desk {
  readonly office: Office;
  readonly saved: SettingsContent[];
  next?: OfficeFailure;
  /** Somebody else changes the draft. */
  change(other: SettingsContent): void;
}

const version: SettingsVersion = { version: '1', publishedAt: '2026-11-27T09:00:00Z', isCurrent: true };

export const openDesk = (): Desk => {
  const saved: SettingsContent[] = [];
  let current = content;
  let etag = 1;
  const desk: Desk = {
    office: {} as Office,
    saved,
    change: (other) => {
      current = other;
      etag += 1;
    },
  };
  const draft = () => ({ ...stored(`"${etag}"`, current), savedBy: 'Noor', savedAt: '2026-11-27T10:00:00Z' });
  const settings: Partial<SettingsApi> = {
    load: () => Promise.resolve(draft()),
    save: (next, seen) => {
      const failure = desk.next ?? (seen === `"${etag}"` ? undefined : new OfficeFailure('changed', 412));
      delete desk.next;
      if (failure) return Promise.reject(failure);
      saved.push(next);
      desk.change(next);
      return Promise.resolve(draft());
    },
    versions: () => Promise.resolve({ items: [version] }),
    version: () => Promise.resolve(content),
    preview: () => Promise.reject(new OfficeFailure('unavailable')),
  };
  const router = { takeArrival: () => false } as Router;
  const api = { settings } as OfficeApi;
  const portal = { id: 'demo', name: 'Portaal', locale: 'nl' };
  return Object.assign(desk, { office: { api, words: createWords('nl'), router, portal } });
};
