import { and, asc, eq } from 'drizzle-orm';
import type { OptionItem, OptionPage } from 'portal-request-form/contract';
import { normaliseAnswer, validateAnswer } from 'portal-request-form/rules';
import { Refusal } from '../problem.js';
import { streetAddresses } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { addressSubject } from './subjects.js';

type Row = typeof streetAddresses.$inferSelect;

const HOUSE_NUMBER = /^[1-9]\d{0,4}$/;
const MOST_ADDITIONS = 200;

const postcodeField = { id: 'postcode', label: '', type: 'text', format: 'postcode-nl' } as const;
/** The format of a postcode depends on no clock. */
const whenever = { now: new Date(0), timeZone: 'UTC', required: true };

export interface AskedAddress {
  readonly postcode: string | undefined;
  readonly houseNumber: string | undefined;
}

/** What was asked, in the way it is kept. Throws a 400 that names the part that makes no sense. */
export const readAskedAddress = ({ postcode, houseNumber }: AskedAddress): Pick<Row, 'postcode' | 'houseNumber'> => {
  const code = normaliseAnswer(postcodeField, postcode ?? '');
  const number = (houseNumber ?? '').trim();
  if (typeof code !== 'string' || validateAnswer(postcodeField, code, whenever).length > 0) {
    const errors = [{ pointer: '/postcode', code: 'format', params: { format: 'postcode-nl' } }];
    throw new Refusal(400, 'invalid-request', 'This is not a Dutch postcode, such as 9712 AB', { errors });
  }
  if (!HOUSE_NUMBER.test(number)) {
    const errors = [{ pointer: '/houseNumber', code: 'format', params: { format: 'house-number' } }];
    throw new Refusal(400, 'invalid-request', 'This is not a house number without its addition, such as 12', {
      errors,
    });
  }
  return { postcode: code, houseNumber: Number(number) };
};

const itemOf = ({ postcode, houseNumber, addition, street, city }: Row): OptionItem => {
  const address = {
    ...{ postcode, houseNumber: String(houseNumber) },
    ...(addition === '' ? {} : { addition }),
    ...{ street, city, country: 'NL' },
  };
  return {
    id: addressSubject(address),
    label: [street, houseNumber, addition].filter((part) => part !== '').join(' '),
    detail: `${postcode} ${city}`,
    address,
  };
};

/** The addresses with this postcode and house number, one for each addition; none when nobody knows it. */
export const findAddresses = async (
  queryable: Queryable,
  { postcode, houseNumber }: Pick<Row, 'postcode' | 'houseNumber'>,
): Promise<OptionPage> => {
  const rows = await queryable
    .select()
    .from(streetAddresses)
    .where(and(eq(streetAddresses.postcode, postcode), eq(streetAddresses.houseNumber, houseNumber)))
    .orderBy(asc(streetAddresses.addition))
    .limit(MOST_ADDITIONS);
  return { items: rows.map(itemOf) };
};

/** Houses of one street under one postcode: the additions of each house number, an empty one for the house itself. */
export interface Street {
  readonly postcode: string;
  readonly street: string;
  readonly city: string;
  readonly numbers: Readonly<Record<string, readonly string[]>>;
}

/** Adds addresses to be found; those that are there already stay as they are. */
export const addStreets = async (queryable: Queryable, streets: readonly Street[]): Promise<void> => {
  const rows = streets.flatMap(({ postcode, street, city, numbers }) =>
    Object.entries(numbers).flatMap(([number, additions]) =>
      additions.map((addition): Row => ({ postcode, houseNumber: Number(number), addition, street, city })),
    ),
  );
  if (rows.length > 0) await queryable.insert(streetAddresses).values(rows).onConflictDoNothing();
};
