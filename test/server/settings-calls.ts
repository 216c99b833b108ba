import assert from 'node:assert/strict';
import type { SettingsContent, SettingsDraft } from '../../demo/office-contract/index.js';
import type { Answer } from './harness.js';
import type { AskOffice } from './office.js';

export type Change = (content: SettingsContent) => SettingsContent;

/** The settings with another name of the portal. */
export const named =
  (name: string): Change =>
  ({ config, office }) => ({ config: { ...config, portal: { ...config.portal, name } }, office });

/** The settings as a manager has seen them. */
interface Seen {
  readonly etag: string;
  readonly draft: SettingsDraft;
}

export const see = async (ask: AskOffice): Promise<Seen> => {
  const { headers, json } = await ask('/settings');
  return { etag: headers.get('etag') ?? '', draft: json as SettingsDraft };
};

export const put = (ask: AskOffice, { etag, draft }: Seen, change: Change): Promise<Answer> =>
  ask('/settings', { content: change(draft.content) }, { 'If-Match': etag }, 'PUT');

/** Keeps a changed draft and publishes it. */
export const publish = async (ask: AskOffice, change: Change, note?: string): Promise<Answer> => {
  const kept = await put(ask, await see(ask), change);
  assert.equal(kept.status, 200);
  return ask('/settings/publish', { note }, { 'If-Match': kept.headers.get('etag') ?? '' });
};

/** The settings with another first request type; it need not be one. */
export const withType =
  (type: object): Change =>
  ({ config, office }) => ({
    office,
    config: { ...config, requestTypes: [{ ...config.requestTypes[0], ...type }] as typeof config.requestTypes },
  });
