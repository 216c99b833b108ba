import type { SettingsApi } from '../api/settings.js';
import { OfficeFailure } from '../failure.js';
import { reduce, startEditing, type EditorEvent, type EditorState, type Stored } from './editor-state.js';

/** How long nothing is typed before the draft is kept, and how long a lost connection is left alone, in milliseconds. */
const QUIET = 700;
const AGAIN = 5_000;

/** The editor's state with the server behind it: what is typed is kept by itself. */
export interface SettingsSession {
  readonly state: EditorState;
  send(event: EditorEvent): void;
  /** Keeps what was typed at once; says whether the server has all of it now. */
  keep(): Promise<boolean>;
  /** Does something at the server that needs the ETag, and takes over what it makes of the draft. */
  act<T>(call: (etag: string) => Promise<T>): Promise<T>;
  stop(): void;
}

interface Timer {
  set(delay: number): void;
  clear(): void;
}

const createTimer = (ring: () => void): Timer => {
  let running: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(running);
  };
  return {
    clear,
    set: (delay) => {
      clear();
      running = setTimeout(ring, delay);
    },
  };
};

const isOutage = ({ code }: OfficeFailure): boolean =>
  code === 'network' || code === 'time-out' || code === 'unavailable' || code === 'rate-limited';

/** What follows from a save that failed: it is tried again, or somebody is told. */
const afterFailure = async (api: SettingsApi, failure: OfficeFailure): Promise<EditorEvent> => {
  if (failure.code !== 'changed') {
    const isElsewhere = failure.code === 'session-expired' || failure.code === 'other-portal';
    if (isOutage(failure) || isElsewhere) return { is: 'unreachable' };
    return { is: 'refused', issues: failure.issues };
  }
  try {
    return { is: 'conflicted', theirs: await api.load() };
  } catch (error) {
    if (!(error instanceof OfficeFailure)) throw error;
    return { is: 'unreachable' };
  }
};

/** Saves one after the other, what was last typed last. */
const createKeeper = (api: SettingsApi, current: () => EditorState, apply: (event: EditorEvent) => void) => {
  let saving: Promise<void> | undefined;
  const timer = createTimer(() => void keep());
  const plan = () => {
    const { is } = current().keeping;
    if (is === 'waiting') timer.set(QUIET);
    else if (is === 'unreachable') timer.set(AGAIN);
    else timer.clear();
  };
  const save = async (): Promise<void> => {
    const { content, stored } = current();
    apply({ is: 'sending' });
    try {
      apply({ is: 'kept', stored: await api.save(content, stored.etag), sent: content });
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      apply(await afterFailure(api, error));
    }
  };
  const keep = async (): Promise<boolean> => {
    timer.clear();
    await saving;
    const { is } = current().keeping;
    if (is === 'waiting' || is === 'unreachable') {
      saving = save().finally(() => {
        saving = undefined;
      });
      await saving;
    }
    plan();
    return current().keeping.is === 'kept';
  };
  return {
    keep,
    plan: () => {
      if (!saving) plan();
    },
    stop: timer.clear,
  };
};

/** Edits what the server has; `changed` is called after each change of the state. */
export const createSettingsSession = (api: SettingsApi, first: Stored, changed: () => void): SettingsSession => {
  let state = startEditing(first);
  const apply = (event: EditorEvent) => {
    state = reduce(state, event);
    changed();
  };
  const keeper = createKeeper(api, () => state, apply);
  const online = () => {
    if (state.keeping.is === 'unreachable') void keeper.keep();
  };
  addEventListener('online', online);
  return {
    get state() {
      return state;
    },
    send: (event) => {
      apply(event);
      keeper.plan();
    },
    keep: keeper.keep,
    act: async (call) => {
      const answer = await call(state.stored.etag);
      apply({ is: 'loaded', stored: await api.load() });
      return answer;
    },
    stop: () => {
      removeEventListener('online', online);
      keeper.stop();
      void keeper.keep().then(keeper.stop);
    },
  };
};
