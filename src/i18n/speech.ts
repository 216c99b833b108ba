import type { PortalConfig } from '../contract/index.js';
import { languageOf, loadMessages, type Language, type MessageKey, type Messages } from './messages.js';
import { createTranslator, type Translator } from './translate.js';

const DEFAULT: Language = 'en';

/** The nearest `lang` around an element, through shadow roots. */
const nearestLang = (element: Element): string => {
  const holder = element.closest<HTMLElement>('[lang]:not([lang=""])');
  if (holder) return holder.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
};

/** The language to speak: the element's own, else the page's if the portal has it, else the portal's. */
export const chooseLanguage = (element: HTMLElement, portal: PortalConfig['portal'] | undefined): Language => {
  const page = languageOf(nearestLang(element));
  const isOffered = !portal || portal.locales.some((tag) => languageOf(tag) === page);
  const fromPage = element.lang || isOffered ? page : undefined;
  return fromPage ?? languageOf(portal?.locale ?? '') ?? DEFAULT;
};

const fits = (messages: Messages, key: string, text: unknown): boolean =>
  Object.hasOwn(messages, key) && typeof text === typeof messages[key as MessageKey] && text !== null;

/** The texts with those of the host page in their place; one of another shape is left out with a warning. */
const withOverrides = (messages: Messages, overrides: Partial<Messages> = {}): Messages => {
  const [usable, other] = [true, false].map((isUsable) =>
    Object.entries(overrides).filter(([key, text]) => fits(messages, key, text) === isUsable),
  );
  if (other?.length) console.warn(`portal-request-form: no such texts: ${other.map(([key]) => key).join(', ')}`);
  return { ...messages, ...Object.fromEntries(usable ?? []) };
};

/** How this customer writes dates and numbers in a language: `en-GB` where the browser says so. */
const regionOf = (language: Language): string =>
  navigator.languages.find((tag) => languageOf(tag) === language) ?? language;

/** Speaks one language at a time; the present one stays until the next is loaded. */
export interface Speech {
  readonly locale: string;
  /** Settles when the first language is there, or cannot be had. */
  readonly ready: Promise<void>;
  /** The translator for this language, or the one before while it is being loaded, or nothing yet. */
  speak(language: Language, fallback: string, overrides: Partial<Messages> | undefined): Translator | undefined;
}

const AGAIN_AFTER = 1000;

/** Makes the voice of one element: `ready` is called when a language was loaded, `failed` when it cannot be. */
export const createSpeech = (ready: () => void, failed: (code: 'chunk-missing') => void): Speech => {
  const loaded = new Map<Language, Messages>();
  const asked = new Set<Language>();
  let settle: (() => void) | undefined;
  const whenReady = new Promise<void>((resolve) => {
    settle = resolve;
  });
  let current: { key: readonly unknown[]; words: Translator } | undefined;

  const load = async (language: Language, mayRetry = true): Promise<void> => {
    try {
      loaded.set(language, await loadMessages(language));
      ready();
      settle?.();
    } catch (error) {
      if (!mayRetry) {
        console.error('portal-request-form: the texts could not be loaded', error);
        settle?.();
        failed('chunk-missing');
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
      return load(language, false);
    }
  };

  return {
    ready: whenReady,
    get locale() {
      return current?.words.locale ?? DEFAULT;
    },
    speak: (language, fallback, overrides) => {
      const messages = loaded.get(language);
      if (!messages) {
        if (!asked.has(language)) void load(language);
        asked.add(language);
        return current?.words;
      }
      const key = [messages, fallback, overrides];
      if (!current || key.some((part, index) => part !== current?.key[index])) {
        current = {
          key,
          words: createTranslator(withOverrides(messages, overrides), language, fallback, regionOf(language)),
        };
      }
      return current.words;
    },
  };
};
