import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeRequest } from '../../demo/office-contract/index.js';
import { requestQuestions } from '../../demo/server/store/schema.js';
import type { TestServer } from '../../demo/server/testing.js';
import { type ANNA, call, CLERK, openPortal, smallConfig } from './harness.js';

const [fault] = smallConfig.requestTypes;
assert.ok(fault);
const [what] = fault.sections;
assert.ok(what);

/** Asks for the kind of boiler only when it is a boiler. */
const config: PortalConfig = {
  ...smallConfig,
  requestTypes: [
    {
      ...fault,
      sections: [
        {
          id: 'what',
          fields: [
            ...what.fields,
            { id: 'boiler', type: 'checkbox', label: 'It is the boiler' },
            {
              id: 'kind',
              type: 'text',
              label: 'Kind',
              required: true,
              visibleWhen: { '==': [{ var: 'boiler' }, true] },
            },
          ],
        },
      ],
    },
  ],
};

/** A portal with its office: a request of Anna's, or of a guest, and what the office asks back of it. */
export const openAsked = async (server: TestServer, who?: typeof ANNA) => {
  const portal = await openPortal(server, config);
  const email = `${portal.id}@example.com`;
  await server.addStaff({ ...CLERK, email }, portal.id);
  const signedIn = await call(`${server.url}/api/office/session`, { body: { email, password: CLERK.password } });
  const Cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const office = (path: string, body?: unknown, headers = {}) =>
    call(`${server.url}/api/office${path}`, { body, headers: { Cookie, ...headers } });
  const token = who && (await portal.signIn(who));
  const receipt = await portal.submit(token);
  const mailed = async (subject: string) => {
    await server.services.outbox.flush();
    return (await server.mails()).find(
      (mail) => mail.subject.includes(subject) && mail.subject.includes(receipt.reference),
    );
  };
  const ask = async (fields: string[] = ['description'], items: string[] = [], message = 'Which tap?') => {
    assert.equal((await office(`/requests/${receipt.id}/ask`, { message, fields, items })).status, 200);
    const [question] = await server.store.db
      .select()
      .from(requestQuestions)
      .where(eq(requestQuestions.requestId, receipt.id))
      .orderBy(requestQuestions.askedAt);
    const rows = await server.store.db
      .select()
      .from(requestQuestions)
      .where(eq(requestQuestions.requestId, receipt.id));
    const open = rows.find(({ closedAt }) => closedAt === null) ?? question;
    assert.ok(open);
    return open.id;
  };
  const link = async () =>
    /#portal-reply=api\/portals\/[\w-]+,([\w-]+)\.([\w-]{22})/.exec((await mailed('something more'))?.text ?? '')?.[2];
  const reply = (asked: string, answers: object, options: { token?: string; key?: string; checklist?: object } = {}) =>
    portal.call(`/requests/${receipt.id}/replies`, {
      body: { asked, answers, checklist: options.checklist ?? {} },
      token: options.token ?? token,
      headers: { 'Idempotency-Key': options.key ?? randomUUID() },
    });
  const seen = async () => (await office(`/requests/${receipt.id}`)).json as OfficeRequest;
  return { portal, office, token, receipt, mailed, ask, link, reply, seen };
};
