import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { it } from 'node:test';
import { freshPortalId, startTestServer } from '../../demo/server/testing.js';

it('88 the server calls no address that an office or a customer gave it in a form', async () => {
  let calls = 0;
  const inside = createServer((_, response) => {
    calls += 1;
    response.end();
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/secret`;
  const server = await startTestServer();
  try {
    const endpoint = await server.addPortal(freshPortalId(), {
      version: '1',
      portal: { name: 'Portal', locale: 'en', locales: ['en'], timeZone: 'UTC', logo: url },
      access: { signIn: [], guests: true },
      requestTypes: [
        {
          id: 'one',
          label: 'One',
          sections: [{ id: 'all', fields: [{ id: 'link', type: 'url', label: 'Link' }] }],
          checklist: [],
          terms: [{ id: 'general', version: '1', label: 'Terms', required: true, url }],
        },
      ],
    });
    const answer = await fetch(`${endpoint}/requests`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshPortalId(), Referer: url },
      body: JSON.stringify({
        ...{ requestType: 'one', configVersion: '1', locale: 'en', answers: { link: url }, checklist: {} },
        terms: { general: { version: '1', accepted: true } },
        guest: { name: 'Ann', email: 'ann@example.com' },
      }),
    });
    assert.equal(answer.status, 201);
    await server.mails();
    assert.equal(calls, 0);
  } finally {
    await server.close();
    inside.close();
  }
});
