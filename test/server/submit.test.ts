import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { CurrentSession, Receipt, RequestDetail, RequestPage } from 'portal-request-form/contract';
import { digest, parseConfig } from 'portal-request-form/rules';
import { installerConfig } from '../../demo/server/seed.js';
import { sha256 } from '../../demo/server/services/hash.js';
import { requests, requestTerms } from '../../demo/server/store/schema.js';
import { completeSubmission, withoutEach } from '../../src/cli/conformance/complete.js';
import { ANNA, BEN, onEachDatabase, openPortal, pointers, problem, smallConfig } from './harness.js';

const GUEST = { name: 'Gerda', email: 'gerda@example.com' };

onEachDatabase('Submitting', (server) => {
  it('gives a receipt with a reference, and keeps what was sent', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const submission = portal.submission({ answers: { description: '  No\u0065\u0301 heat ' } });
    const answer = await portal.send(submission, token);
    assert.equal(answer.status, 201);
    const receipt = answer.json as Receipt;
    assert.match(receipt.reference, new RegExp(`^PR-${new Date().getFullYear()}-000001$`));
    assert.equal(receipt.status, 'submitted');
    const detail = (await portal.call(`/requests/${receipt.id}`, { token })).json as RequestDetail;
    assert.equal(detail.submission.answers['description'], 'Noé heat');
    assert.equal(await digest(detail.submission), receipt.digest);
    assert.deepEqual(detail.history, [{ at: receipt.submittedAt, status: 'submitted', by: 'customer' }]);
  });

  it('keeps which text of the terms was accepted, when, and in which language', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const { customer } = (await portal.call('/session', { token })).json as CurrentSession;
    const text = { text: 'Pay in time.', textHash: sha256('Pay in time.') };
    const term = { portalId: portal.id, termId: 'general', version: '1', locale: 'nl', label: 'Terms', ...text };
    for (const [sender, customerId] of [
      [token, customer.id],
      [undefined, null],
    ] as const) {
      const { id, submittedAt } = await portal.submit(sender, { locale: 'nl' });
      const rows = await server().store.db.select().from(requestTerms).where(eq(requestTerms.requestId, id));
      assert.deepEqual(rows, [{ requestId: id, customerId, acceptedAt: new Date(submittedAt), ...term }]);
    }
  });

  it('makes one request of ten posts with one key', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const [key, submission] = [randomUUID(), portal.submission()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => portal.send(submission, token, key)));
    const made = answers.filter(({ status }) => status === 201);
    assert.equal(made.length, 1);
    for (const answer of answers) {
      assert.ok([200, 201, 409].includes(answer.status), String(answer.status));
      if (answer.status === 409) assert.equal(answer.headers.get('retry-after'), '1');
      else assert.deepEqual(answer.json, made[0]?.json);
    }
    const { items } = (await portal.call('/requests', { token })).json as RequestPage;
    assert.equal(items.length, 1);
  });

  it('answers a repeated post with the same receipt, and another body under the same key with a refusal', async () => {
    const portal = await openPortal(server());
    const key = randomUUID();
    const submission = portal.submission({ guest: GUEST });
    const first = await portal.send(submission, undefined, key);
    const again = await portal.send(submission, undefined, key);
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.deepEqual(again.json, first.json);
    const other = await portal.send({ ...submission, answers: { description: 'Other' } }, undefined, key);
    assert.equal(other.status, 422);
    assert.equal(problem(other).code, 'idempotency-mismatch');
  });

  it('keeps the keys of two customers apart', async () => {
    const portal = await openPortal(server());
    const key = randomUUID();
    const answers = [
      await portal.send(portal.submission(), await portal.signIn(ANNA), key),
      await portal.send(portal.submission({ locale: 'nl' }), await portal.signIn(BEN), key),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
  });

  it('lets a refused post be mended under the same key', async () => {
    const portal = await openPortal(server());
    const key = randomUUID();
    const refused = await portal.send(portal.submission(), undefined, key);
    assert.deepEqual(pointers(refused), ['/guest/name', '/guest/email']);
    assert.equal((await portal.send(portal.submission({ guest: GUEST }), undefined, key)).status, 201);
  });

  it('needs a key', async () => {
    const portal = await openPortal(server());
    const answer = await portal.call('/requests', { body: portal.submission({ guest: GUEST }) });
    assert.equal(answer.status, 400);
    assert.equal(problem(answer).code, 'invalid-request');
  });

  it('gives different references without a gap to posts at the same time', async () => {
    const portal = await openPortal(server());
    const posts = Array.from({ length: 20 }, (_, index) =>
      portal.send(index % 4 === 3 ? { ...portal.submission(), answers: {} } : portal.submission({ guest: GUEST })),
    );
    const made = (await Promise.all(posts)).filter(({ status }) => status === 201);
    const numbers = made.map(({ json }) => Number((json as Receipt).reference.slice(-6))).sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      Array.from({ length: 15 }, (_, index) => index + 1),
    );
  });

  it('says when the settings have changed meanwhile', async () => {
    const portal = await openPortal(server());
    await server().services.portals.publish(portal.id, { ...smallConfig, version: '2' });
    const answer = await portal.send(portal.submission({ guest: GUEST }));
    assert.equal(answer.status, 409);
    assert.equal(problem(answer).code, 'configuration-changed');
  });

  it('without an account is only for portals that take guests', async () => {
    const portal = await openPortal(server(), { ...smallConfig, access: { ...smallConfig.access, guests: false } });
    const answer = await portal.send(portal.submission({ guest: GUEST }));
    assert.equal(answer.status, 401);
    assert.equal((await portal.send(portal.submission(), await portal.signIn(ANNA))).status, 201);
  });

  const SUBJECTS: Readonly<Record<string, (reference: string) => string>> = {
    nl: (reference) => `Wij hebben uw aanvraag ${reference} ontvangen`,
    'de-AT': (reference) => `Wir haben Ihre Anfrage ${reference} erhalten`,
    fr: (reference) => `Nous avons reçu votre demande ${reference}`,
    es: (reference) => `We received your request ${reference}`,
  };
  for (const [locale, subjectOf] of Object.entries(SUBJECTS)) {
    it(`is confirmed by mail, in the language of the request: ${locale}`, async () => {
      const portal = await openPortal(server());
      const email = `${portal.id}@example.com`;
      const { reference } = await portal.submit(undefined, { guest: { name: 'Gerda', email }, locale });
      const [mail, ...more] = (await server().mails()).filter(({ to }) => to === email);
      assert.deepEqual([mail?.subject, more.length], [subjectOf(reference), 0]);
      assert.match(mail?.text ?? '', /Storing melden|Report a fault/);
    });
  }

  it('keeps a name of several lines as one', async () => {
    const portal = await openPortal(server());
    const name = ' Eve\r\nBcc: all@example.com\n';
    const { id } = await portal.submit(undefined, {
      guest: { name, email: 'eve@example.com', phone: '+31 50\n1234567' },
    });
    const [row] = await server().store.db.select().from(requests).where(eq(requests.id, id));
    assert.equal(row?.contact.name, 'Eve Bcc: all@example.com');
    assert.deepEqual(row.submission.guest?.name, row.contact.name);
    assert.doesNotMatch(row.contact.phone ?? '', /\s\s|\n/);
  });

  it('is in a language that has a well-formed name, or refused', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    for (const locale of ['nl', 'nl-NL', 'zh-Hant-TW', 'de-u-co-phonebk']) {
      assert.equal((await portal.send(portal.submission({ locale }), token)).status, 201, locale);
    }
    for (const locale of ['', 'nl_NL', 'Nederlands!', '<script>', `en-${'x-abcdefgh'.repeat(50)}`]) {
      const answer = await portal.send(portal.submission({ locale }), token);
      assert.deepEqual(problem(answer).errors, [{ pointer: '/locale', code: 'locale' }], locale);
    }
  });

  it('never lets a name or an address become a header of a mail', async () => {
    const portal = await openPortal(server());
    const name = 'Eve\r\nBcc: all@example.com';
    await portal.submit(undefined, { guest: { name, email: `${portal.id}@example.com` } });
    const mail = (await server().mails()).find(({ to }) => to.startsWith(portal.id));
    assert.doesNotMatch(`${mail?.to} ${mail?.subject}`, /[\r\n]/);
    for (const email of ['a@example.com\r\nBcc: b@example.com', 'a@example.com, b@example.com', '<a@example.com> b']) {
      const answer = await portal.send(portal.submission({ guest: { name: 'Eve', email } }));
      assert.ok(answer.status === 422 || !String(answer.json).includes('\n'), email);
      assert.equal((await server().mails()).filter(({ to }) => /[\r\n,<]/.test(to)).length, 0);
    }
  });
});

onEachDatabase('An incomplete request', (server) => {
  it('is refused with a pointer to whatever required part of the demo is left out', async () => {
    const { config } = parseConfig(await installerConfig());
    assert.ok(config);
    const portal = await openPortal(server(), config);
    const token = await portal.signIn(ANNA);
    for (const { id } of config.requestTypes) {
      const whole = completeSubmission(config, id, { now: new Date(), signedIn: true });
      const parts = withoutEach(whole);
      for (const { pointer, submission } of parts) {
        const answer = await portal.send(submission, token);
        assert.equal(answer.status, 422);
        assert.equal(problem(answer).code, 'invalid-request');
        assert.ok(pointers(answer).includes(pointer), `${pointer} in ${pointers(answer).join()}`);
      }
      assert.equal((await portal.send(whole, token)).status, 201);
    }
  });

  it('is refused for what does not belong in it', async () => {
    const portal = await openPortal(server());
    const token = await portal.signIn(ANNA);
    const term = portal.submission().terms['general'];
    const cases: [object, string][] = [
      [{ answers: { description: 'x', colour: 'red' } }, '/answers/colour'],
      [{ answers: { description: 7 } }, '/answers/description'],
      [{ status: 'accepted' }, '/status'],
      [{ id: 'mine' }, '/id'],
      [{ terms: { general: { ...term, version: '0' } } }, '/terms/general'],
      [{ terms: { general: { ...term, accepted: false } } }, '/terms/general'],
      [{ checklist: { reachable: { answer: 'no' } } }, '/checklist/reachable/answer'],
      [{ guest: GUEST }, '/guest'],
      [{ requestType: 'other' }, '/requestType'],
    ];
    for (const [change, pointer] of cases) {
      const answer = await portal.send({ ...portal.submission(), ...change }, token);
      assert.equal(answer.status, 422, pointer);
      assert.ok(pointers(answer).includes(pointer), `${pointer} in ${pointers(answer).join()}`);
    }
    assert.equal((await server().store.db.select().from(requests).where(eq(requests.portalId, portal.id))).length, 0);
  });
});
