import { Hono } from 'hono';
import packageJson from '../../../package.json' with { type: 'json' };
import { openApiDocument } from '../openapi.js';
import type { Services } from '../services/services.js';

/** `/api/openapi.json`. */
export const openApiRoutes = ({ settings }: Services): Hono => {
  const text = JSON.stringify(openApiDocument(packageJson.version, settings.publicUrl));
  return new Hono().get('/api/openapi.json', (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    return c.body(text, 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
};
