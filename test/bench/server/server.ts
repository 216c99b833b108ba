/** The reference server as it is, with limits that no load reaches. */
import { startTestServer } from '../../../demo/server/testing.js';
import { DEFAULT_LIMITS, type Limits } from '../../../demo/server/settings.js';
import { sayReady } from './child.js';

const endless = { count: 1_000_000_000, seconds: 600 };
const limits = Object.fromEntries(Object.keys(DEFAULT_LIMITS).map((name) => [name, endless])) as unknown as Limits;
const databaseUrl = process.env['DATABASE_URL'];
const authSecret = 'a secret that all processes of the benchmark share';
const server = await startTestServer({
  ...(databaseUrl ? { databaseUrl } : {}),
  settings: { limits, authSecret, trustedProxies: ['127.0.0.1'] },
});
const person = { name: 'Anna', email: 'anna@example.com', password: 'a password for the bench' };
await server.addCustomer(person);
const { email, password } = person;
const answer = await fetch(`${server.endpoint}/session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ method: 'password', email, password }),
});
const { token } = (await answer.json()) as { token: string };
sayReady({ url: server.url, token });
