import type { Language } from './texts/index.js';
import { chooseLanguage, createWords, loadWords, rememberLanguage, type Words } from './words.js';

export interface Spoken {
  readonly words: Words;
  /** The language that was asked for and could not be loaded. */
  readonly missing?: Language;
}

interface Speech {
  /** Speaks the language that was chosen here before, else the browser's. */
  begin(): Promise<void>;
  /** Speaks a language, and does so on the next visit too. */
  choose(language: Language): Promise<void>;
}

/** Loads the words of a language and hands them over; where they cannot be loaded, those that are spoken, else English. */
export const createSpeech = (hand: (spoken: Spoken) => void): Speech => {
  let words: Words | undefined;
  /** What was asked for last: a language that takes longer than the next one does not take its place. */
  let wanted: Language | undefined;
  const speak = async (language: Language): Promise<void> => {
    wanted = language;
    const loaded = await loadWords(language).catch((error: unknown) => {
      console.warn(`The back office cannot load its words in ${language}.`, error);
      return words ?? createWords('en');
    });
    if (wanted !== language) return;
    words = loaded;
    hand(loaded.language === language ? { words } : { words, missing: language });
  };
  return {
    begin: () => speak(chooseLanguage()),
    choose: async (language) => {
      await speak(language);
      if (words?.language === language) rememberLanguage(language);
    },
  };
};
