import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrast, mailColours } from '../../demo/server/services/mail-colours.js';
import { mailHtml } from '../../demo/server/services/mail-html.js';
import { ANNA, call, onEachDatabase, openPortal, smallConfig } from './harness.js';

const LOOK = { portalId: 'p', portalName: 'Van <b>Dijk</b>', locale: 'nl' };

describe('A mail as HTML', () => {
  it('shows every word as it is', () => {
    const html = mailHtml({ subject: 'A & B', text: 'Beste <script>alert(1)</script>,\n\n"Ja"\n' }, LOOK);
    for (const text of ['Van &lt;b&gt;Dijk', 'A &amp; B', 'Beste &lt;script&gt;', '&quot;Ja&quot;']) {
      assert.ok(html.includes(text), text);
    }
    assert.ok(!/<(?:script|img|link)|url\(/.test(html));
  });

  it('makes a button of the link, and of no address that somebody typed', () => {
    const link = 'https://b.example/?a=1&b="2"';
    const html = mailHtml({ subject: 'S', text: `Beste A\n\nhttps://evil.example\n\n${link}\n` }, { ...LOOK, link });
    assert.deepEqual(html.match(/href="[^"]*"/g), ['href="https://b.example/?a=1&amp;b=&quot;2&quot;"']);
    assert.ok(html.includes('https://evil.example') && />\s*Openen\s*<\/a/.test(html));
  });

  for (const colour of ['#000000', '#ffffff', '#ff0000', '#ffcc00', '#777777', '#1f4e79', 'red', undefined]) {
    it(`can be read upon ${colour ?? 'no colour'}`, () => {
      const { ground, on } = mailColours(colour);
      assert.ok(contrast(ground, on) >= 4.5, `${on} on ${ground}`);
    });
  }
});

onEachDatabase('Mails about a request', (server) => {
  it('go to the customer and to the mailbox of the office, as text and as HTML', async () => {
    const portal = await openPortal(server(), smallConfig, [ANNA]);
    const settings = { mailbox: `${portal.id}@example.com`, mailColour: '#ffcc00' };
    await server().addPortal(`${portal.id}-x`, smallConfig, settings);
    const there = { ...portal, endpoint: `${server().url}/api/portals/${portal.id}-x` };
    const guest = { name: 'Gerda', email: 'gerda@example.com' };
    const sent = await call(`${there.endpoint}/requests`, {
      body: portal.submission({ guest }),
      headers: { 'Idempotency-Key': portal.id },
    });
    assert.equal(sent.status, 201);
    const mails = await server().mails();
    const index = mails.findIndex(({ to }) => to === settings.mailbox);
    assert.deepEqual(Object.keys(mails[index] ?? {}), ['to', 'subject', 'text']);
    assert.match(mails[index]?.text ?? '', /Gerda sent the request[\s\S]*\/back-office\/requests\//);
    const page = await call(`${server().url}/dev/mail/${index}.html`);
    assert.match(String(page.json), /background:#ffcc00;color:#000000[\s\S]*Open the request/);
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal((await call(`${server().url}/dev/mail/9999.html`)).status, 404);
  });
});
