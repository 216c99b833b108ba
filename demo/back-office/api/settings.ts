import type { SettingsContent, SettingsDraft, SettingsVersion } from '../../office-contract/index.js';
import type { Call, Exchange } from '../api.js';
import type { Stored } from '../settings/editor-state.js';

export interface VersionPage {
  items: SettingsVersion[];
  nextCursor?: string;
}

/** The calls of `/api/office/settings`; what they change names the draft that was seen by its ETag. */
export interface SettingsApi {
  load(): Promise<Stored>;
  save(content: SettingsContent, etag: string): Promise<Stored>;
  /** Drops the draft: what is published stays. */
  discard(etag: string): Promise<void>;
  publish(note: string, etag: string): Promise<SettingsVersion>;
  versions(cursor: string | undefined): Promise<VersionPage>;
  version(version: string): Promise<SettingsContent>;
  restore(version: string, etag: string): Promise<SettingsVersion>;
  /** An endpoint at which the widget gets the draft, until some moment. */
  preview(): Promise<{ endpoint: string; expiresAt: string }>;
}

type Send = <Answer>(path: string, options?: Call) => Promise<Exchange<Answer>>;

const storedOf = ({ answer, etag }: Exchange<SettingsDraft>): Stored => ({ ...answer, etag });

export const settingsApi = (send: Send): SettingsApi => {
  const version = (name: string): string => `/settings/versions/${encodeURIComponent(name)}`;
  return {
    load: async () => storedOf(await send('/settings')),
    save: async (content, ifMatch) => storedOf(await send('/settings', { method: 'PUT', body: { content }, ifMatch })),
    discard: async (ifMatch) => {
      await send('/settings', { method: 'DELETE', ifMatch });
    },
    publish: async (note, ifMatch) => {
      const body = note === '' ? {} : { note };
      return (await send<SettingsVersion>('/settings/publish', { method: 'POST', body, ifMatch })).answer;
    },
    versions: async (cursor) => {
      const search = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`;
      return (await send<VersionPage>(`/settings/versions${search}`)).answer;
    },
    version: async (name) => (await send<{ content: SettingsContent }>(version(name))).answer.content,
    restore: async (name, ifMatch) =>
      (await send<SettingsVersion>(`${version(name)}/restore`, { method: 'POST', body: {}, ifMatch })).answer,
    preview: async () =>
      (await send<{ endpoint: string; expiresAt: string }>('/settings/previews', { method: 'POST', body: {} })).answer,
  };
};
