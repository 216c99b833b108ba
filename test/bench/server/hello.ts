/** The floor of what is answered from memory: Hono with one route. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { sayReady } from './child.js';

const app = new Hono().get('/', (c) => c.text('hello'));
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  sayReady({ url: `http://127.0.0.1:${port}` });
});
