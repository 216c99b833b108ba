import { inLanguageOf } from './mails/language.js';

interface MergeTexts {
  /** Why a request is closed that another one repeats. */
  handledWith(reference: string): string;
  /** What the request says that is gone on with. */
  added(reference: string): string;
  /** What a request says that is gone on with by itself again. */
  apart(reference: string): string;
  /** What the request says that it was taken from. */
  removed(reference: string): string;
}

const en: MergeTexts = {
  handledWith: (reference) => `We handle this request together with your request ${reference}.`,
  added: (reference) => `We handle your request ${reference} together with this one.`,
  apart: (reference) => `We handle this request apart from your request ${reference} again.`,
  removed: (reference) => `We handle your request ${reference} apart from this one again.`,
};

const nl: MergeTexts = {
  handledWith: (reference) => `Wij behandelen deze aanvraag samen met uw aanvraag ${reference}.`,
  added: (reference) => `Wij behandelen uw aanvraag ${reference} samen met deze.`,
  apart: (reference) => `Wij behandelen deze aanvraag weer los van uw aanvraag ${reference}.`,
  removed: (reference) => `Wij behandelen uw aanvraag ${reference} weer los van deze.`,
};

const de: MergeTexts = {
  handledWith: (reference) => `Wir bearbeiten diese Anfrage zusammen mit Ihrer Anfrage ${reference}.`,
  added: (reference) => `Wir bearbeiten Ihre Anfrage ${reference} zusammen mit dieser.`,
  apart: (reference) => `Wir bearbeiten diese Anfrage wieder getrennt von Ihrer Anfrage ${reference}.`,
  removed: (reference) => `Wir bearbeiten Ihre Anfrage ${reference} wieder getrennt von dieser.`,
};

const fr: MergeTexts = {
  handledWith: (reference) => `Nous traitons cette demande avec votre demande ${reference}.`,
  added: (reference) => `Nous traitons votre demande ${reference} avec celle-ci.`,
  apart: (reference) => `Nous traitons à nouveau cette demande séparément de votre demande ${reference}.`,
  removed: (reference) => `Nous traitons à nouveau votre demande ${reference} séparément de celle-ci.`,
};

/** What customers read about requests that were put together; English for a language that has no texts of its own. */
export const mergeTexts = (locale: string): MergeTexts => inLanguageOf(locale, { nl, en, de, fr });
