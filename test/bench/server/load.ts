import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import { submissionBody } from './body.js';

/** What is called: a path, and how. */
export interface Called {
  readonly path: string;
  readonly isSubmit?: boolean;
  readonly headers?: Record<string, string>;
}

/** Another customer each time, as a proxy would say it: one address for all would make them wait for one count. */
const someAddress = (): string => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`;

/** A submit is another request each time. */
const submitsTo = ({ path, headers }: Called): autocannon.Request => ({
  method: 'POST',
  path,
  setupRequest: (request) => ({
    ...request,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-forwarded-for': someAddress(),
    },
    body: submissionBody(),
  }),
});

/** Calls one server for a while, as fast as it answers or at a rate. Throws when an answer is no success. */
export const load = async (
  url: string,
  called: Called,
  how: Pick<autocannon.Options, 'connections' | 'duration' | 'overallRate'>,
): Promise<autocannon.Result> => {
  const result = await autocannon({
    ...how,
    url: url + called.path,
    headers: called.headers ?? {},
    ...(called.isSubmit ? { requests: [submitsTo(called)] } : {}),
  });
  const { non2xx, errors } = result;
  if (non2xx + errors > 0) throw new Error(`${called.path}: ${non2xx} refused, ${errors} failed`);
  return result;
};
