import { ADDRESS_PARTS, type Address, type FieldOf, type OptionItem } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';
import { HOUSE_NUMBER } from '../rules/checks-compound.js';
import { formats } from '../rules/formats.js';
import { DEFAULT_COUNTRIES, isRecord, normaliseAnswer } from '../rules/index.js';
import { folded } from './folded.js';

type AddressField = FieldOf<'address'>;

/** An address as far as it is there. */
export type Parts = Readonly<Partial<Address>>;

/** The house numbers that customers write with their addition: `12-A`, `12 bis`. */
const WITH_ADDITION = /^(\d{1,5})(?!\d)\s*[-/]?\s*([a-z\d].*)$/i;
/** A street as browsers fill it in, with the number in it: `Herestraat 12-A`. */
const WITH_NUMBER = /^(\D.*?)\s+(\d{1,5})(?:\s*[-/]?\s*([a-z\d]\S{0,5}))?$/i;

/** What is there of an address; anything that is no text is left out. */
export const partsOf = (answer: unknown): Parts =>
  isRecord(answer)
    ? Object.fromEntries(
        ADDRESS_PARTS.map((part) => [part, answer[part]] as const).filter(([, value]) => typeof value === 'string'),
      )
    : {};

export const countriesOf = ({ countries }: AddressField): readonly string[] => countries ?? DEFAULT_COUNTRIES;

/** The country of an address: the first that is allowed, unless another was chosen. */
export const countryOf = (field: AddressField, { country }: Parts): string =>
  country || (countriesOf(field)[0] ?? 'NL');

export const isDutch = (field: AddressField, parts: Parts): boolean => countryOf(field, parts) === 'NL';

/** The postcode and house number to look up, in their canonical form; nothing while they cannot be right. */
export const askedOf = (
  field: AddressField,
  answer: unknown,
): { postcode: string; houseNumber: string } | undefined => {
  const { country, postcode = '', houseNumber = '' } = partsOf(normaliseAnswer(field, answer));
  const isValid = country === 'NL' && formats['postcode-nl'].matches(postcode) && HOUSE_NUMBER.test(houseNumber);
  return isValid ? { postcode, houseNumber } : undefined;
};

const withoutAddition = (parts: Parts): Parts => {
  const [, houseNumber, addition] = WITH_ADDITION.exec(parts.houseNumber?.trim() ?? '') ?? [];
  if (houseNumber === undefined || parts.addition || /^\d+$/.test(parts.houseNumber ?? '')) return parts;
  return { ...parts, houseNumber, addition };
};

const withoutNumber = (parts: Parts): Parts => {
  const [, street, houseNumber, addition] = WITH_NUMBER.exec(parts.street?.trim() ?? '') ?? [];
  const isOwn = !parts.houseNumber || parts.houseNumber.trim() === houseNumber;
  if (street === undefined || houseNumber === undefined || !isOwn) return parts;
  return { ...parts, street, houseNumber, addition: parts.addition || addition };
};

/** An address after one of its parts was left: each part in its place, in its canonical form. */
export const tidied = (field: AddressField, answer: unknown): unknown => {
  const parts = partsOf(answer);
  return normaliseAnswer(field, isDutch(field, parts) ? withoutAddition(withoutNumber(parts)) : parts);
};

/** The addresses that a look-up found. */
export const addressesOf = (items: readonly OptionItem[]): readonly Address[] =>
  items.flatMap(({ address }) => (address ? [address] : []));

const isAlike = (one = '', other = ''): boolean => folded(one) === folded(other);

/** The found address with this addition; the first for one that is not among them. */
export const foundWith = (found: readonly Address[], addition: string | undefined): Address | undefined =>
  found.find((one) => isAlike(one.addition, addition)) ?? found[0];

/** Whether street and city are those of the found address, however they are written. */
export const isSamePlace = (parts: Parts, found: Parts | undefined): boolean =>
  found !== undefined && isAlike(parts.street, found.street) && isAlike(parts.city, found.city);

/** The address with street and city as they were found, and the addition as it is written there. */
export const filledWith = (parts: Parts, found: readonly Address[]): Parts => {
  const one = foundWith(found, parts.addition);
  if (!one) return parts;
  const isKnown = isAlike(one.addition, parts.addition) || (found.length === 1 && !parts.addition);
  return { ...parts, street: one.street, city: one.city, addition: isKnown ? one.addition : parts.addition };
};

/** The name of a country in the language of the form. */
export const countryName = (code: string, { locale }: Translator): string =>
  new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code;

/** An address on one line; the country is named when it is not the one that is taken for granted. */
export const addressLine = (field: AddressField, answer: unknown, words: Translator): string => {
  const { postcode, houseNumber, addition, street, city, country } = partsOf(answer);
  const number = [houseNumber, addition].filter(Boolean).join('-');
  const abroad = country && country !== countriesOf(field)[0] ? countryName(country, words) : '';
  const lines = [
    [street, number],
    [postcode, city],
  ].map((line) => line.filter(Boolean).join(' '));
  return [...lines, abroad].filter(Boolean).join(', ');
};
