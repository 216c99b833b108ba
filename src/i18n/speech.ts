import type { PortalConfig } from '../contract/index.js';
import { languageOf, type Language, type LoadMessages, type TextPart } from './languages.js';
import type { MessageKey, Messages, MoreMessages } from './messages.js';
import { createTranslator, type Translator } from './translate.js';

type Portal = PortalConfig['portal'];

const DEFAULT: Language = 'en';

/** The nearest `lang` around an element, through shadow roots. */
const nearestLang = (element: Element): string => {
  const holder = element.closest<HTMLElement>('[lang]:not([lang=""])');
  if (holder) return holder.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestLang(root.host) : '';
};

/** The language to speak: the element's own, else the page's if the portal has it, else the portal's. */
export const chooseLanguage = (element: HTMLElement, portal: Portal | undefined): Language => {
  const page = languageOf(nearestLang(element));
  const isOffered = !portal || portal.locales.some((tag) => languageOf(tag) === page);
  const fromPage = element.lang || isOffered ? page : undefined;
  return fromPage ?? languageOf(portal?.locale ?? '') ?? DEFAULT;
};

/** The direction in which a language is written, which is not always that of the page around it. */
export const directionOf = (locale: string): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

type Texts = Partial<Messages>;

const fits = (messages: Texts, key: string, text: unknown): boolean =>
  Object.hasOwn(messages, key) && typeof text === typeof messages[key as MessageKey] && text !== null;

/** The texts with those of the host page in their place, as far as they have the same shape. */
const withOverrides = (messages: Texts, overrides?: Texts | null): Texts => {
  const usable = Object.entries(overrides ?? {}).filter(([key, text]) => fits(messages, key, text));
  return { ...messages, ...Object.fromEntries(usable) };
};

/** Says which texts of the host page are not used, once all parts that could know them are there. */
const warnOfOthers = (messages: Texts, overrides?: Texts | null): void => {
  const other = Object.entries(overrides ?? {}).filter(([key, text]) => !fits(messages, key, text) && !MORE.test(key));
  if (other.length) console.warn(`portal-request-form: no such texts: ${other.map(([key]) => key).join(', ')}`);
};
const MORE =
  /^(?:signature|appointment|address|lookup|repeat|terms|earlier|reported|prefill|dialog|conflict|handover|request)\./;

/** How this customer writes dates and numbers in a language: `en-GB` where the browser says so. */
const regionOf = (language: Language): string =>
  navigator.languages.find((tag) => languageOf(tag) === language) ?? language;

/** Speaks a language at a portal; texts that do not say their language are in its only one. */
const voiceOf = (texts: Texts, language: Language, portal: Portal | undefined): Translator => {
  const { locale = language, locales = [] } = portal ?? {};
  return createTranslator(texts, language, locale, regionOf(language), locales.length === 1 ? locale : language);
};

type GivenMore = Readonly<Partial<Record<Language, MoreMessages>>>;

/** Speaks one language at a time; the present one stays until the next is loaded. */
export interface Speech {
  readonly locale: string;
  /** Settles when the first language is there, or cannot be had. */
  readonly ready: Promise<void>;
  /** The translator for this language, or the one before while it is being loaded, or nothing yet. */
  speak(language: Language, portal: Portal | undefined, overrides: Texts | undefined): Translator | undefined;
  /** From now on the sentences of a request are spoken too; settles when they are there. */
  wantRequest(): Promise<void>;
  /** From now on the sentences of the more part are spoken too, of which these came along; settles when they are there. */
  wantMore(given: GivenMore): Promise<void>;
}

const AGAIN_AFTER = 1000;

const twice = async (load: () => Promise<Texts>): Promise<Texts> => {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    return load();
  }
};

interface Spoken {
  readonly key: readonly unknown[];
  readonly words: Translator;
}

/** The sentences of one language, and how many parts of them there are. */
interface Loaded {
  readonly text: Texts;
  readonly parts: number;
}

/** Loads languages, each once for as many parts as are wanted; a failed one can be tried again. */
const createShelf = (parts: readonly TextPart[], loadMessages: LoadMessages, loaded: () => void) => {
  const texts = new Map<Language, Loaded>();
  const loading = new Map<string, Promise<void>>();
  const keyOf = (language: Language): string => `${language} ${String(parts.length)}`;
  const load = async (language: Language): Promise<void> => {
    const count = parts.length;
    const found = await Promise.all(parts.map((part) => twice(() => loadMessages(language, part))));
    texts.set(language, { text: Object.assign({}, ...found) as Texts, parts: count });
    loaded();
  };
  return {
    find: (language: Language) => texts.get(language),
    isAsked: (language: Language) => loading.has(keyOf(language)),
    ask: (language: Language): Promise<void> => {
      const key = keyOf(language);
      const asked = loading.get(key) ?? load(language);
      loading.set(key, asked);
      asked.catch(() => loading.delete(key));
      return asked;
    },
  };
};

/** What is asked of a shelf; in place of a language that cannot be had at all there is English, until the next part is wanted. */
const createAsking = (shelf: ReturnType<typeof createShelf>, replaced: (error: unknown) => void) => {
  const missing = new Set<Language>();
  return {
    spoken: (language: Language): Language => (missing.has(language) ? DEFAULT : language),
    hope: () => {
      missing.clear();
    },
    ask: async (language: Language): Promise<void> => {
      try {
        await shelf.ask(language);
      } catch (error) {
        if (language === DEFAULT || shelf.find(language)) throw error;
        await shelf.ask(DEFAULT);
        missing.add(language);
        replaced(error);
      }
    },
  };
};

/** Makes the voice of one element: `ready` is called when a language was loaded, `failed` when it cannot be. */
export const createSpeech = (
  loadMessages: LoadMessages,
  ready: () => void,
  failed: (code: 'chunk-missing') => void,
): Speech => {
  const parts: TextPart[] = ['entry'];
  const tell = (error: unknown): void => {
    console.error('portal-request-form: the texts could not be loaded', error);
    failed('chunk-missing');
  };
  const shelf = createShelf(parts, loadMessages, ready);
  const { ask, hope, spoken } = createAsking(shelf, (error) => {
    tell(error);
    ready();
  });
  let more: GivenMore | undefined;
  let [wanted, current]: [Language?, Spoken?] = [];
  let settle: (() => void) | undefined;
  const whenReady = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const askOrFail = async (language: Language): Promise<void> => {
    await ask(language).catch(tell);
    settle?.();
  };

  const want = async (part: TextPart): Promise<void> => {
    if (!parts.includes(part)) parts.push(part);
    hope();
    if (wanted) await ask(wanted);
  };

  return {
    ready: whenReady,
    get locale() {
      return current?.words.locale ?? DEFAULT;
    },
    speak: (language, portal, overrides) => {
      wanted = language;
      const heard = spoken(language);
      const found = shelf.find(heard);
      if (found?.parts !== parts.length && !shelf.isAsked(heard)) void askOrFail(heard);
      if (!found || (current && found.parts !== parts.length)) return current?.words;
      const key = [found, more, portal, overrides];
      if (!current || key.some((part, index) => part !== current?.key[index])) {
        const messages = { ...found.text, ...more?.[heard] };
        if (found.parts > 1) warnOfOthers(messages, overrides);
        const words = voiceOf(withOverrides(messages, overrides), heard, portal);
        current = { key, words };
      }
      return current.words;
    },
    wantRequest: () => want('request'),
    wantMore: (given) => {
      more = given;
      return want('more');
    },
  };
};
