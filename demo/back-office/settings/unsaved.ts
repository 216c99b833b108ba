import type { SettingsContent } from '../../office-contract/index.js';
import type { SettingsApi } from '../api/settings.js';
import type { EditorState, Stored } from './editor-state.js';
import { createSettingsSession, type SettingsSession } from './settings-session.js';

/** What was typed and never reached the server, with the draft that it was made from. */
interface Unsaved {
  readonly content: SettingsContent;
  readonly etag: string;
}

const keyOf = (portalId: string): string => `back-office.settings.${portalId}`;

const LOST: readonly EditorState['keeping']['is'][] = ['unreachable', 'refused', 'conflict'];

/** Keeps in this tab what the server does not take, and forgets it once it does. */
const rememberUnsaved = (portalId: string, { content, stored, keeping }: EditorState): void => {
  try {
    if (keeping.is === 'kept') sessionStorage.removeItem(keyOf(portalId));
    else if (LOST.includes(keeping.is)) {
      sessionStorage.setItem(keyOf(portalId), JSON.stringify({ content, etag: stored.etag } satisfies Unsaved));
    }
  } catch (error) {
    console.warn('The back office cannot keep what was typed in this tab.', error);
  }
};

/** What an earlier visit of this tab left behind; nothing when all of it was kept. */
const takeUnsaved = (portalId: string): Unsaved | undefined => {
  try {
    const kept = sessionStorage.getItem(keyOf(portalId));
    return kept === null ? undefined : (JSON.parse(kept) as Unsaved);
  } catch (error) {
    console.warn('The back office cannot read what was typed in this tab.', error);
    return undefined;
  }
};

/** Edits what the server has, from what an earlier visit could not keep; when the draft is another by now, somebody chooses. */
export const resumeEditing = (
  api: SettingsApi,
  portalId: string,
  first: Stored,
  changed: () => void,
): SettingsSession => {
  const session = createSettingsSession(api, first, () => {
    rememberUnsaved(portalId, session.state);
    changed();
  });
  const unsaved = takeUnsaved(portalId);
  if (!unsaved) return session;
  session.send({ is: 'replaced', content: unsaved.content });
  if (unsaved.etag !== first.etag) session.send({ is: 'conflicted', theirs: first });
  return session;
};
