import type { Address } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';
import { foundWith, isSamePlace, type Parts } from './address-answer.js';
import type { AddressLookup } from './address-lookup.js';

/** What is said of a look-up; `isOther` when it found something else than the customer typed. */
export interface News {
  readonly text: string;
  readonly isSeen?: boolean;
  readonly isOther?: boolean;
}

/** How the customer takes a look-up: typing street and city, or with an answer of before that is not judged. */
export interface Manner {
  readonly isByHand: boolean;
  readonly isQuiet: boolean;
}

const NOTHING: News = { text: '' };

const foundNews = (found: readonly Address[], one: Address, parts: Parts, words: Translator, manner: Manner): News => {
  const { street, city } = one;
  if ((parts.street || parts.city) && !isSamePlace(parts, one)) {
    return manner.isQuiet ? NOTHING : { text: words.message('address.other', { street, city }), isOther: true };
  }
  if (manner.isByHand) return NOTHING;
  if (found.length > 1 && !parts.addition) return { text: words.message('address.several') };
  return { text: words.message('address.found', { street, city }), isSeen: false };
};

/** What there is to say about a look-up. */
export const newsOf = ({ outcome, found }: AddressLookup, parts: Parts, words: Translator, manner: Manner): News => {
  const one = foundWith(found, parts.addition);
  if (one) return foundNews(found, one, parts, words, manner);
  const isSilent = manner.isByHand || manner.isQuiet || outcome === 'none';
  return isSilent ? NOTHING : { text: words.message(`address.${outcome}`) };
};
