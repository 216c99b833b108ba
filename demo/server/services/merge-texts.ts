import { inLanguageOf } from './mails/language.js';

interface MergeTexts {
  /** Why a request is closed that another one repeats. */
  handledWith(reference: string): string;
  /** What the request says that is gone on with. */
  added(reference: string): string;
}

const en: MergeTexts = {
  handledWith: (reference) => `We handle this request together with your request ${reference}.`,
  added: (reference) => `We handle your request ${reference} together with this one.`,
};

const nl: MergeTexts = {
  handledWith: (reference) => `Wij behandelen deze aanvraag samen met uw aanvraag ${reference}.`,
  added: (reference) => `Wij behandelen uw aanvraag ${reference} samen met deze.`,
};

const de: MergeTexts = {
  handledWith: (reference) => `Wir bearbeiten diese Anfrage zusammen mit Ihrer Anfrage ${reference}.`,
  added: (reference) => `Wir bearbeiten Ihre Anfrage ${reference} zusammen mit dieser.`,
};

const fr: MergeTexts = {
  handledWith: (reference) => `Nous traitons cette demande avec votre demande ${reference}.`,
  added: (reference) => `Nous traitons votre demande ${reference} avec celle-ci.`,
};

/** What customers read about requests that were put together; English for a language that has no texts of its own. */
export const mergeTexts = (locale: string): MergeTexts => inLanguageOf(locale, { nl, en, de, fr });
