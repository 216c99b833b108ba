import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { OfficeFailure } from './failure.js';

/** What a page knows of what it asked the server: the last value stays while a newer one is on its way. */
export interface Load<T> {
  readonly value?: T;
  readonly failure?: OfficeFailure;
  readonly isLoading: boolean;
}

export interface Loader<T> {
  readonly state: Load<T>;
  /** Asks the server; a call that is still under way is forgotten. `forget` drops the value until the answer comes. */
  run(ask: (signal: AbortSignal) => Promise<T>, options?: { forget?: boolean }): Promise<void>;
  /** Shows a newer value that is already known. */
  replace(value: T): void;
}

/** Loads one thing for a page, and redraws the page whenever that changes. */
export const createLoader = <T>(host: ReactiveControllerHost): Loader<T> => {
  let state: Load<T> = { isLoading: false };
  let current: AbortController | undefined;
  const show = (next: Load<T>) => {
    state = next;
    host.requestUpdate();
  };
  const run: Loader<T>['run'] = async (ask, options = {}) => {
    current?.abort();
    const own = (current = new AbortController());
    show({ ...(options.forget ? {} : { value: state.value }), isLoading: true });
    try {
      const value = await ask(own.signal);
      if (!own.signal.aborted) show({ value, isLoading: false });
    } catch (error) {
      if (own.signal.aborted) return;
      if (!(error instanceof OfficeFailure)) throw error;
      show({ value: state.value, failure: error, isLoading: false });
    }
  };
  const controller: ReactiveController = { hostDisconnected: () => current?.abort() };
  host.addController(controller);
  return {
    get state() {
      return state;
    },
    run,
    replace: (value) => {
      show({ value, isLoading: false });
    },
  };
};
