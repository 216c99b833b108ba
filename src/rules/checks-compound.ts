import * as z from 'zod/mini';
import {
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
const HOUSE_NUMBER = /^[1-9]\d{0,4}$/;

/** The countries that an address may lie in, when the field does not say. */
export const DEFAULT_COUNTRIES: readonly string[] = ['NL'];

const dutchIssues = ({ postcode, houseNumber }: Address): Issue[] =>
  issues(
    [!formats['postcode-nl'].matches(postcode), 'format', { format: 'postcode-nl' }, '/postcode'],
    [!HOUSE_NUMBER.test(houseNumber), 'format', { format: 'house-number' }, '/houseNumber'],
  );

export const checkAddress: Check<'address'> = (address: Address, { countries = DEFAULT_COUNTRIES }) => {
  const misfit = misfitIssues(addressSchema, address);
  if (misfit.length > 0) return misfit;
  return [
    ...issues([!countries.includes(address.country), 'option', undefined, '/country']),
    ...(address.country === 'NL' ? dutchIssues(address) : []),
  ];
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
