/**
 * The floor of a submit: the rows of a request made by hand with the driver, one statement for each table in one
 * transaction, behind Hono. No session, limit, rule, digest, signature, search or idempotency.
 */
import { randomUUID } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'drizzle-orm';
import { startTestServer } from '../../../demo/server/testing.js';
import { sayReady } from './child.js';

const databaseUrl = process.env['DATABASE_URL'];
const { store } = await startTestServer(databaseUrl ? { databaseUrl } : {});
let number = 0;

const insert = (id: string, body: string): Promise<void> => {
  number += 1;
  const reference = `BARE-${process.pid}-${number}`;
  return store.db.transaction(async (tx) => {
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
  });
};

const app = new Hono().post('/', async (c) => {
  const id = randomUUID();
  await insert(id, await c.req.text());
  return c.json({ id }, 201);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  sayReady({ url: `http://127.0.0.1:${port}` });
});
