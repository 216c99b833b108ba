import * as z from 'zod/mini';
import {
  ADDRESS_PARTS,
  addressSchema,
  appointmentChoiceSchema,
  DAY_PARTS,
  lookupAnswerSchema,
  signatureSchema,
  type Address,
  type AppointmentChoice,
  type Issue,
  type Signature,
} from '../contract/index.js';
import { checkDate, issues, type Check } from './checks.js';
import { isCalendarDate, weekdayOf } from './dates.js';
import { formats } from './formats.js';
import { misfitIssues } from './shape.js';

/** A house number in the Netherlands: the addition is a part of its own. */
export const HOUSE_NUMBER = /^[1-9]\d{0,4}$/;

/** The countries that an address may lie in, when the field does not say. */
export const DEFAULT_COUNTRIES: readonly string[] = ['NL'];

const isText = (part: unknown): part is string => typeof part === 'string';

const dutchIssues = ({ postcode, houseNumber }: Partial<Address>): Issue[] =>
  issues(
    [isText(postcode) && !formats['postcode-nl'].matches(postcode), 'format', { format: 'postcode-nl' }, '/postcode'],
    [isText(houseNumber) && !HOUSE_NUMBER.test(houseNumber), 'format', { format: 'house-number' }, '/houseNumber'],
  );

const placeOf = ({ pointer }: Issue): number => ADDRESS_PARTS.findIndex((part) => pointer === `/${part}`);

/** Each part is judged even while others are missing, so that a wrong postcode is told before the street is there. */
export const checkAddress: Check<'address'> = (address: Partial<Address>, { countries = DEFAULT_COUNTRIES }) => {
  const { country } = address;
  const found = [
    ...misfitIssues(addressSchema, address),
    ...issues([isText(country) && !countries.includes(country), 'option', undefined, '/country']),
    ...(country === 'NL' ? dutchIssues(address) : []),
  ];
  return found.toSorted((one, other) => placeOf(one) - placeOf(other));
};

export const checkLookup: Check<'lookup'> = (chosen: unknown) => misfitIssues(lookupAnswerSchema, chosen);

export const checkSignature: Check<'signature'> = (signature: Signature) => {
  const misfit = misfitIssues(signatureSchema, signature);
  if (misfit.length > 0) return misfit;
  const { attachment, typedName } = signature;
  return issues(
    [attachment !== undefined && typedName !== undefined, 'too-many', { max: 1 }],
    [attachment !== undefined && !attachment.type.startsWith('image/'), 'file-type', undefined, '/attachment'],
  );
};

/** How many preferences there may be, when the field does not say. */
export const DEFAULT_CHOICES = 3;

export const checkAppointment: Check<'appointment'> = (choices: readonly AppointmentChoice[], field, checking) => {
  const misfit = misfitIssues(z.array(appointmentChoiceSchema), choices);
  if (misfit.length > 0) return misfit;
  const { parts = DAY_PARTS, maxChoices = DEFAULT_CHOICES, excludeWeekdays = [] } = field;
  const excluded = new Set(excludeWeekdays.map((weekday) => weekday % 7));
  const seen = new Set<string>();
  const found = choices.flatMap(({ date, part }, index): Issue[] => {
    const day = checkDate(date as never, { ...field, type: 'date' }, checking);
    return [
      ...day.map((issue) => ({ ...issue, pointer: `/${index}/date` })),
      ...issues(
        [isCalendarDate(date) && excluded.has(weekdayOf(date)), 'weekday', undefined, `/${index}/date`],
        [!parts.includes(part), 'option', undefined, `/${index}/part`],
        [seen.size === seen.add(`${date} ${part}`).size, 'duplicate', undefined, `/${index}`],
      ),
    ];
  });
  return [...found, ...issues([choices.length > maxChoices, 'too-many', { max: maxChoices }])];
};
