import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { KeptOfPerson } from '../../office-contract/index.js';
import { incomplete } from '../problem.js';
import { attachments, customers, drafts, outbox, requests } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';

/** Somebody of whom a portal keeps something. */
export interface Person {
  readonly portalId: string;
  /** In lower case. */
  readonly email: string;
  readonly customer: typeof customers.$inferSelect | undefined;
}

const LONGEST = 254;

const textIn = (body: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const given = body[name];
  return typeof given === 'string' && given.trim() !== '' && given.length <= LONGEST && !given.includes('\0')
    ? given.trim()
    : undefined;
};

/** Who is meant by a body. Throws a 422 for nobody. */
export const findPerson = async (
  queryable: Queryable,
  { portalId }: Pick<Clerk, 'portalId'>,
  body: Readonly<Record<string, unknown>>,
): Promise<Person> => {
  const [email, customerId] = [textIn(body, 'email')?.toLowerCase(), textIn(body, 'customerId')];
  if (email === undefined && customerId === undefined) throw incomplete([{ pointer: '/email', code: 'required' }]);
  const meant = email === undefined ? eq(customers.id, customerId ?? '') : eq(customers.email, email);
  const [customer] = await queryable
    .select()
    .from(customers)
    .where(and(eq(customers.portalId, portalId), meant));
  return { portalId, email: email ?? customer?.email ?? '', customer };
};

/** Requests of the account, and those that were sent from the same address without signing in. */
export const isRequestOf = ({ portalId, email, customer }: Person) => {
  const asGuest = and(
    eq(requests.portalId, portalId),
    isNull(requests.customerId),
    sql`lower(${requests.contact} ->> 'email') = ${email}`,
  );
  return email === '' ? sql`false` : or(asGuest, customer && eq(requests.customerId, customer.id));
};

/**
 * Mails to the address, and what was sent about the requests. A mail about the account, such as a code, is nobody's but the
 * recipient's: it counts once it is over.
 */
export const isDeliveryOf = (person: Person, requestIds: readonly string[]) => {
  const { portalId, email } = person;
  const isOver = or(isNotNull(outbox.sentAt), isNotNull(outbox.gaveUpAt));
  const toThem = sql`lower(${outbox.recipient}) = ${email}`;
  return or(
    and(toThem, or(eq(outbox.portalId, portalId), and(isNull(outbox.portalId), isOver))),
    requestIds.length > 0 ? inArray(outbox.requestId, [...requestIds]) : undefined,
  );
};

/** Files of the requests, and those that the customer uploaded and did not send. */
export const isFileOf = ({ customer }: Person, requestIds: readonly string[]) =>
  or(
    requestIds.length > 0 ? inArray(attachments.requestId, [...requestIds]) : undefined,
    customer && eq(attachments.customerId, customer.id),
  ) ?? sql`false`;

/** What nobody has finished yet. */
export const isUnfinished = ({ status }: { readonly status: string }): boolean =>
  !['declined', 'withdrawn', 'done'].includes(status);

/** How much a portal keeps of somebody. Throws a 422 where nobody is meant. */
export const keptOfPerson = async (
  { store: { db } }: Services,
  clerk: Clerk,
  body: Readonly<Record<string, unknown>>,
): Promise<KeptOfPerson> => {
  const person = await findPerson(db, clerk, body);
  const { email, customer } = person;
  const { id, reference, status } = requests;
  const rows = await db
    .select({ id, reference, status })
    .from(requests)
    .where(isRequestOf(person))
    .orderBy(asc(requests.submittedAt), asc(id));
  const ids = rows.map((row) => row.id);
  return {
    email,
    ...(customer
      ? {
          customer: {
            ...{ id: customer.id, name: customer.name },
            ...(customer.company === null ? {} : { company: customer.company }),
          },
        }
      : {}),
    requests: rows.length,
    open: rows.filter(isUnfinished),
    files: await db.$count(attachments, isFileOf(person, ids)),
    drafts: customer ? await db.$count(drafts, eq(drafts.customerId, customer.id)) : 0,
    deliveries: email === '' ? 0 : await db.$count(outbox, isDeliveryOf(person, ids)),
  };
};
