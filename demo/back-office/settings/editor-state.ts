import type { Issue } from 'portal-request-form/contract';
import type { SettingsContent } from '../../office-contract/index.js';
import { inserted, isWithin, listAt, moved, withList, withValue, type Path } from './path.js';

/** How what is typed is kept by the server. */
export type Keeping =
  | { readonly is: 'kept' }
  | { readonly is: 'waiting' }
  | { readonly is: 'sending' }
  /** It is tried again by itself. */
  | { readonly is: 'unreachable' }
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  /** Somebody else changed the draft, or published, since it was read. */
  | { readonly is: 'conflict'; readonly theirs: Stored };

/** The draft as the server has it. */
export interface Stored {
  readonly content: SettingsContent;
  readonly etag: string;
  readonly publishedVersion: string;
  readonly savedBy?: string;
  readonly savedAt?: string;
}

/** What the editor of the settings knows. What is on the screen is `content`; nothing of it is lost by keeping it. */
export interface EditorState {
  readonly content: SettingsContent;
  readonly stored: Stored;
  readonly keeping: Keeping;
  readonly past: readonly SettingsContent[];
  readonly future: readonly SettingsContent[];
  /** What the last change was about: typing on in the same place is one step to undo. */
  readonly lastPlace: string | undefined;
  /** The part whose properties are shown, and those that it stands in. */
  readonly open: Path;
  /** What was last done in a way that cannot be seen at once, for those who listen. */
  readonly said: Said | undefined;
}

export type Said =
  { readonly is: 'moved'; readonly to: number; readonly of: number } | { readonly is: 'removed' | 'undone' | 'redone' };

export type EditorEvent =
  | { readonly is: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly is: 'inserted'; readonly path: Path; readonly index: number; readonly value: unknown }
  | { readonly is: 'removed'; readonly path: Path; readonly index: number }
  | { readonly is: 'moved'; readonly path: Path; readonly from: number; readonly to: number }
  | { readonly is: 'replaced'; readonly content: SettingsContent }
  | { readonly is: 'undone' }
  | { readonly is: 'redone' }
  | { readonly is: 'opened'; readonly path: Path }
  | { readonly is: 'sending' }
  | { readonly is: 'kept'; readonly stored: Stored; readonly sent: SettingsContent }
  | { readonly is: 'unreachable' }
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }
  | { readonly is: 'conflicted'; readonly theirs: Stored }
  | { readonly is: 'chosen'; readonly whose: 'mine' | 'theirs' }
  /** The server has something new, and nothing that was typed here waits: after publishing, or dropping the draft. */
  | { readonly is: 'loaded'; readonly stored: Stored };

/** How many steps can be undone. */
const STEPS = 200;

export const startEditing = (stored: Stored): EditorState => ({
  content: stored.content,
  stored,
  keeping: { is: 'kept' },
  past: [],
  future: [],
  lastPlace: undefined,
  open: [],
  said: undefined,
});

const afterChange = (keeping: Keeping): Keeping => (keeping.is === 'conflict' ? keeping : { is: 'waiting' });

/** The state with other content, which can be undone. */
const changed = (state: EditorState, content: SettingsContent, place?: string): EditorState => ({
  ...state,
  content,
  past: place !== undefined && place === state.lastPlace ? state.past : [...state.past, state.content].slice(-STEPS),
  future: [],
  lastPlace: place,
  keeping: afterChange(state.keeping),
  said: undefined,
});

const followMove = (open: Path, list: Path, from: number, to: number): Path => {
  const at = open[list.length];
  if (!isWithin(open, list) || typeof at !== 'number') return open;
  const inner = open.slice(list.length + 1);
  if (at === from) return [...list, to, ...inner];
  const without = at > from ? at - 1 : at;
  return [...list, without >= to ? without + 1 : without, ...inner];
};

const followRemoval = (open: Path, list: Path, index: number): Path => {
  const at = open[list.length];
  if (!isWithin(open, list) || typeof at !== 'number' || at < index) return open;
  return at === index ? list : [...list, at - 1, ...open.slice(list.length + 1)];
};

const timeTravel = (state: EditorState, is: 'undone' | 'redone'): EditorState => {
  const [from, to] = is === 'undone' ? [state.past, state.future] : [state.future, state.past];
  const content = from.at(-1);
  if (!content) return state;
  const [less, more] = [from.slice(0, -1), [...to, state.content]];
  const turned = changed(state, content);
  return {
    ...turned,
    ...(is === 'undone' ? { past: less, future: more } : { past: more, future: less }),
    said: { is },
  };
};

const kept = (state: EditorState, stored: Stored, sent: SettingsContent): EditorState => ({
  ...state,
  stored,
  keeping: { is: state.content === sent ? 'kept' : 'waiting' },
});

const chosen = (state: EditorState, whose: 'mine' | 'theirs'): EditorState => {
  if (state.keeping.is !== 'conflict') return state;
  const { theirs } = state.keeping;
  if (whose === 'mine') return { ...state, stored: theirs, keeping: { is: 'waiting' } };
  return { ...changed(state, theirs.content), stored: theirs, keeping: { is: 'kept' } };
};

type Edit = Extract<EditorEvent, { is: 'set' | 'inserted' | 'removed' | 'moved' | 'replaced' }>;

const EDITS: readonly string[] = ['set', 'inserted', 'removed', 'moved', 'replaced'] satisfies Edit['is'][];
const isEdit = (event: EditorEvent): event is Edit => EDITS.includes(event.is);

const edit = (state: EditorState, event: Edit): EditorState => {
  const { content } = state;
  switch (event.is) {
    case 'set':
      return changed(state, withValue(content, event.path, event.value), event.path.join('/'));
    case 'replaced':
      return changed(state, event.content, 'json');
    case 'inserted': {
      const put = changed(
        state,
        withList(content, event.path, (list) => inserted(list, event.index, event.value)),
      );
      return { ...put, open: [...event.path, event.index] };
    }
    case 'removed': {
      const less = withList(content, event.path, (list) => list.filter((_, index) => index !== event.index));
      const open = followRemoval(state.open, event.path, event.index);
      return { ...changed(state, less), open, said: { is: 'removed' } };
    }
    case 'moved': {
      const of = listAt(content, event.path).length;
      if (event.to < 0 || event.to >= of || event.to === event.from) return state;
      const put = changed(
        state,
        withList(content, event.path, (list) => moved(list, event.from, event.to)),
      );
      const open = followMove(state.open, event.path, event.from, event.to);
      return { ...put, open, said: { is: 'moved', to: event.to + 1, of } };
    }
  }
};

/** The state after something happened; never changed in place. */
export const reduce = (state: EditorState, event: EditorEvent): EditorState => {
  if (isEdit(event)) return edit(state, event);
  switch (event.is) {
    case 'undone':
    case 'redone':
      return timeTravel(state, event.is);
    case 'opened':
      return { ...state, open: event.path };
    case 'sending':
    case 'unreachable':
      return { ...state, keeping: { is: event.is } };
    case 'kept':
      return kept(state, event.stored, event.sent);
    case 'refused':
      return { ...state, keeping: { is: 'refused', issues: event.issues } };
    case 'conflicted':
      return { ...state, keeping: { is: 'conflict', theirs: event.theirs } };
    case 'chosen':
      return chosen(state, event.whose);
    case 'loaded':
      return { ...startEditing(event.stored), open: state.open, past: state.past };
  }
};

/** Whether something was typed that the server does not have. */
export const isUnsaved = ({ keeping }: EditorState): boolean => keeping.is !== 'kept';
