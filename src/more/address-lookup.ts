import { asFailure } from '../api/failure.js';
import type { Address, OptionPage } from '../contract/index.js';
import { addressesOf } from './address-answer.js';

/** How long typing has to pause before an address is looked up, in milliseconds. */
const PAUSE = 300;
/** How long a look-up may take before the customer had better type, in milliseconds. */
const TIME_LIMIT = 8000;

export interface Asked {
  readonly postcode: string;
  readonly houseNumber: string;
}

/** How far the look-up of an address is. */
export type Outcome = 'none' | 'searching' | 'found' | 'unknown' | 'failed';

/** The look-up of one address at a time. */
export interface AddressLookup {
  readonly outcome: Outcome;
  readonly found: readonly Address[];
  /** Looks up what is asked, unless that was done; nothing when nothing is asked. */
  want(asked: Asked | undefined, isAtOnce: boolean): void;
  /** Gives up on a look-up that is under way, so that it can be asked again. */
  stop(): void;
}

type Ask = (asked: Asked, signal: AbortSignal) => Promise<OptionPage>;

/** Makes a look-up; `settled` is called when an outcome is there. */
export const createAddressLookup = (ask: Ask, settled: () => void): AddressLookup => {
  let [outcome, found]: [Outcome, readonly Address[]] = ['none', []];
  let key = '';
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (next: Outcome, addresses: readonly Address[] = []): void => {
    [outcome, found] = [next, addresses];
    settled();
  };

  const look = async (asked: Asked, { signal }: AbortController): Promise<void> => {
    const inTime = AbortSignal.timeout(TIME_LIMIT);
    try {
      const { items } = await ask(asked, AbortSignal.any([signal, inTime]));
      const addresses = addressesOf(items);
      if (!signal.aborted) settle(addresses.length > 0 ? 'found' : 'unknown', addresses);
    } catch (error) {
      if (signal.aborted) return;
      if (!inTime.aborted) asFailure(error); // says it on the console where it is a mistake of ours
      settle('failed');
    }
  };

  const stop = (): void => {
    clearTimeout(timer);
    running.abort();
    if (outcome === 'searching') [outcome, key] = ['none', ''];
  };

  return {
    get outcome() {
      return outcome;
    },
    get found() {
      return found;
    },
    stop,
    want: (asked, isAtOnce) => {
      const wanted = asked ? `${asked.postcode} ${asked.houseNumber}` : '';
      if (wanted === key) return;
      stop();
      [key, outcome, found] = [wanted, asked ? 'searching' : 'none', []];
      if (!asked) return;
      running = new AbortController();
      const own = running;
      timer = setTimeout(() => void look(asked, own), isAtOnce ? 0 : PAUSE);
    },
  };
};
