import { english } from './english.js';

export type Language = 'nl' | 'en';

interface Place {
  key: string;
  dutch: string;
  write(text: string): void;
}

const textPlaces = (): Place[] =>
  [...document.querySelectorAll<HTMLElement>('[data-text]')].map((element) => ({
    key: element.dataset.text ?? '',
    dutch: element.textContent,
    write: (text) => {
      element.textContent = text;
    },
  }));

const labelPlaces = (): Place[] =>
  [...document.querySelectorAll<HTMLElement>('[data-text-aria-label]')].map((element) => ({
    key: element.dataset.textAriaLabel ?? '',
    dutch: element.ariaLabel ?? '',
    write: (text) => {
      element.ariaLabel = text;
    },
  }));

const titlePlace = (): Place => ({
  key: 'title',
  dutch: document.title,
  write: (text) => {
    document.title = text;
  },
});

/** Collects every text of the page, which is written in Dutch; the answer shows the page in a language. */
export const createSpeaker = (): ((language: Language) => void) => {
  const places = [titlePlace(), ...textPlaces(), ...labelPlaces()];
  return (language) => {
    for (const { key, dutch, write } of places) write(language === 'nl' ? dutch : (english[key] ?? dutch));
    document.documentElement.lang = language;
  };
};
