/**
 * The floors of a submit: rows of a request made by hand with the driver, one statement for each table in one transaction,
 * behind Hono. `/` makes those of the request, its history and a mail; `/whole` all that a submit keeps: also a reference
 * without gaps, terms and an idempotency key. No session, limit, rule, digest or signature.
 */
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../demo/server/store/store.js';
import { startTestServer } from '../../../demo/server/testing.js';
import { sayReady } from './child.js';

const databaseUrl = process.env['DATABASE_URL'];
const { store } = await startTestServer(databaseUrl ? { databaseUrl } : {});
let number = 0;

const ownReference = (): Promise<string> => {
  number += 1;
  return Promise.resolve(`BARE-${process.pid}-${number}`);
};

const countedReference = async (tx: Transaction): Promise<string> => {
  const { rows } = (await tx.execute(sql`
    INSERT INTO counter (portal_id, kind, year, value) VALUES ('demo', 'PR', 2026, 1)
    ON CONFLICT (portal_id, kind, year) DO UPDATE SET value = counter.value + 1 RETURNING value`)) as {
    rows?: { value: number }[];
  };
  return `BY-2026-${rows?.[0]?.value}`;
};

const keepRest = async (tx: Transaction, id: string, body: string): Promise<void> => {
  await tx.execute(sql`
    INSERT INTO request_term (request_id, portal_id, term_id, version, accepted_at, locale, label, text_hash, text)
    SELECT ${id}, 'demo', term, '1', now(), 'nl', 'Terms', '', ${body} FROM unnest(ARRAY['general', 'privacy']) AS term`);
  await tx.execute(sql`
    INSERT INTO submission_key (portal_id, identity, key, fingerprint, request_id, receipt, created_at)
    VALUES ('demo', 'guest', ${id}, '', ${id}, ${body}, now())`);
};

const insert = (id: string, body: string, isWhole: boolean): Promise<void> =>
  store.db.transaction(async (tx) => {
    const reference = await (isWhole ? countedReference(tx) : ownReference());
    await tx.execute(sql`
      INSERT INTO request (id, portal_id, reference, contact, request_type, title, config_version, locale, status, submission,
        digest, search_text, submitted_at, updated_at)
      VALUES (${id}, 'demo', ${reference}, '{"name":"Jan","email":"jan@example.com","guest":true}', 'fault', '"Fault"', '1', 'nl',
        'submitted', ${body}, '', ${body}, now(), now())`);
    await tx.execute(sql`
      INSERT INTO request_history (request_id, at, status, by) VALUES (${id}, now(), 'submitted', 'customer')`);
    await tx.execute(sql`
      INSERT INTO outbox (recipient, subject, text, html, created_at, began_at, next_try_at)
      VALUES ('jan@example.com', 'Received', ${body}, ${body}, now(), now(), now() + interval '1 day')`);
    if (isWhole) await keepRest(tx, id, body);
  });

const answer = async (c: Context, isWhole: boolean): Promise<Response> => {
  const id = randomUUID();
  await insert(id, await c.req.text(), isWhole);
  return c.json({ id }, 201);
};

const app = new Hono().post('/', (c) => answer(c, false)).post('/whole', (c) => answer(c, true));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  sayReady({ url: `http://127.0.0.1:${port}` });
});
