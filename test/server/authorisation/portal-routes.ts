/**
 * Who calls a route of the contract: `owner` made what it is about, `other` is another customer of the portal, `foreign`
 * one of another portal, `phone` goes on with one draft of the owner.
 */
export const PORTAL_CALLERS = ['guest', 'other', 'foreign', 'phone', 'owner'] as const;
export type PortalCaller = (typeof PORTAL_CALLERS)[number];

export interface PortalRow {
  /** `{request}`, `{draft}` and `{file}` are the owner's. The route itself when left out. */
  readonly path?: string;
  /** `{}` when left out of a call that has a body. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<PortalCaller, number>>;
}

const TUS = { 'Tus-Resumable': '1.0.0' };
const ANY_DRAFT = { 'If-None-Match': '*' };

/** A route that is the same for everybody but the phone. */
const forAll = (status: number, phone: number, call: Omit<PortalRow, 'expected'> = {}): PortalRow => ({
  ...call,
  expected: { guest: status, other: status, foreign: status, phone, owner: status },
});

/** A route about what the owner has: another customer finds nothing. */
const forOwner = (status: number, other: number, phone: number, call: Omit<PortalRow, 'expected'> = {}): PortalRow => ({
  ...call,
  expected: { guest: 401, other, foreign: 401, phone, owner: status },
});

/** What each route of the contract answers to whom: a new route needs a row here. */
export const PORTAL_ROUTES: Readonly<Record<string, PortalRow>> = {
  'GET /config': forAll(200, 200),
  'GET /keys': forAll(200, 403),

  'POST /session': forAll(400, 403),
  'GET /session': forOwner(200, 200, 200),
  'DELETE /session': forAll(204, 204),
  'POST /password-reset': forAll(400, 403),

  'GET /requests': forOwner(200, 200, 403),
  'POST /requests': {
    headers: { 'Idempotency-Key': 'a-key' },
    expected: { guest: 422, other: 422, foreign: 401, phone: 403, owner: 422 },
  },
  'GET /requests/:id': forOwner(200, 404, 403, { path: '/requests/{request}' }),
  'POST /requests/:id/messages': forOwner(201, 404, 403, {
    path: '/requests/{request}/messages',
    body: { text: 'It drips.' },
    headers: { 'Idempotency-Key': 'a-key' },
  }),

  'POST /requests/:id/replies': forOwner(409, 404, 403, {
    path: '/requests/{request}/replies',
    headers: { 'Idempotency-Key': 'a-key' },
  }),
  'POST /requests/:id/withdraw': forOwner(200, 404, 403, { path: '/requests/{request}/withdraw' }),

  'GET /drafts': forOwner(200, 200, 403),
  'GET /drafts/:id': forOwner(200, 404, 200, { path: '/drafts/{draft}' }),
  'PUT /drafts/:id': forOwner(422, 422, 422, { path: '/drafts/{draft}', headers: ANY_DRAFT }),
  'DELETE /drafts/:id': forOwner(204, 204, 403, { path: '/drafts/{draft}' }),
  'POST /drafts/:id/handover': forOwner(201, 404, 403, { path: '/drafts/{draft}/handover' }),
  'POST /handover': forAll(400, 403),

  'GET /options/:source': forOwner(200, 200, 200, { path: '/options/assets' }),

  'OPTIONS /attachments': forAll(204, 403, { headers: TUS }),
  'POST /attachments': {
    headers: { ...TUS, 'Upload-Length': '0' },
    expected: { guest: 415, other: 415, foreign: 401, phone: 415, owner: 415 },
  },
  'GET /attachments/:id': forAll(404, 403, { path: '/attachments/{file}' }),
  'PATCH /attachments/:id': {
    path: '/attachments/{file}',
    headers: TUS,
    expected: { guest: 404, other: 404, foreign: 401, phone: 403, owner: 403 },
  },
  'DELETE /attachments/:id': {
    path: '/attachments/{file}',
    headers: TUS,
    expected: { guest: 404, other: 404, foreign: 401, phone: 403, owner: 403 },
  },
};
