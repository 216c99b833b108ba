/** Who calls a route of the office. `elsewhere` is a manager of another portal, with the ids of this one. */
export const STAFF_CALLERS = ['nobody', 'customer', 'elsewhere', 'office', 'manager'] as const;
export type StaffCaller = (typeof STAFF_CALLERS)[number];

/** What the portal of a row has; `{request}` in a path or a body is the id of its request. */
export type OfficeThing =
  | 'request'
  | 'order'
  | 'file'
  | 'version'
  | 'portal'
  | 'endpoint'
  | 'delivery'
  | 'customer'
  | 'asset'
  | 'colleague'
  | 'invitation';

export interface RouteCall {
  /** Fills the parameters of the route; `/requests/{request}`. The route itself when left out. */
  readonly path?: string;
  /** `{}` when left out of a call that has a body. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the call names the ETag of the settings in `If-Match`. */
  readonly isConditional?: boolean;
}

export interface OfficeRow extends RouteCall {
  readonly expected: Readonly<Record<StaffCaller, number>>;
}

/** A route for everybody of the portal's office: it answers `status`, and `elsewhere` to another office. */
const forOffice = (status: number, elsewhere: number, call: RouteCall = {}): OfficeRow => ({
  ...call,
  expected: { nobody: 401, customer: 401, elsewhere, office: status, manager: status },
});

/** A route for managers. */
const forManagers = (status: number, elsewhere: number, call: RouteCall = {}): OfficeRow => ({
  ...call,
  expected: { nobody: 401, customer: 401, elsewhere, office: 403, manager: status },
});

const byRequest = (rest = '', body?: object): RouteCall => ({
  path: `/requests/{request}${rest}`,
  ...(body ? { body } : {}),
});

/** Of a public address, so that nobody is asked for a name; paused, so that nothing is sent there. */
const ENDPOINT = { url: 'https://1.1.1.1/hook', events: ['request.submitted'], isPaused: true };

/**
 * What each route of the office answers to whom: a new route needs a row here. What belongs to a portal is 404 elsewhere;
 * where a route is about the caller's own portal, elsewhere gets its own.
 */
export const OFFICE_ROUTES: Readonly<Record<string, OfficeRow>> = {
  'GET /sign-in': { expected: { nobody: 200, customer: 200, elsewhere: 200, office: 200, manager: 200 } },
  'POST /session': {
    body: { email: 'nobody@example.com', password: 'wrong' },
    expected: { nobody: 401, customer: 401, elsewhere: 401, office: 401, manager: 401 },
  },
  'POST /password-reset': {
    body: { email: 'nobody@example.com' },
    expected: { nobody: 202, customer: 202, elsewhere: 202, office: 202, manager: 202 },
  },
  'GET /session': { expected: { nobody: 204, customer: 204, elsewhere: 200, office: 200, manager: 200 } },
  'DELETE /session': { expected: { nobody: 204, customer: 204, elsewhere: 204, office: 204, manager: 204 } },
  'POST /session/portal': forOffice(200, 404, { body: { id: '{portal}' } }),

  'GET /requests': forOffice(200, 200),
  'GET /requests/:id': forOffice(200, 404, byRequest()),
  'POST /requests/:id/accept': forOffice(200, 404, byRequest('/accept')),
  'POST /requests/:id/decline': forOffice(200, 404, byRequest('/decline', { reason: 'No.' })),
  'POST /requests/:id/ask': forOffice(200, 404, byRequest('/ask', { message: 'Where?', fields: ['description'] })),
  'POST /requests/:id/messages': forOffice(200, 404, {
    ...byRequest('/messages', { text: 'We are on our way.' }),
    headers: { 'Idempotency-Key': 'a-key' },
  }),
  'GET /requests/:id/duplicates': forOffice(200, 404, byRequest('/duplicates')),
  'POST /requests/:id/merge': forOffice(422, 404, byRequest('/merge', { into: '{request}' })),
  'DELETE /requests/:id/merge': forOffice(200, 404, byRequest('/merge')),
  'POST /requests/:id/receipt-checks': forOffice(422, 404, byRequest('/receipt-checks')),
  'PUT /requests/:id/assignee': forOffice(200, 404, byRequest('/assignee', { staffId: null })),
  'PUT /requests/:id/unread': forOffice(200, 404, byRequest('/unread', { isUnread: false })),
  'GET /request-choices': forOffice(200, 200),
  'GET /request-export': forOffice(200, 200, { path: '/request-export?format=json' }),
  'GET /events': forOffice(200, 200),
  'GET /attachments/:id': forOffice(200, 404, { path: '/attachments/{file}' }),

  'GET /work-orders': forOffice(200, 200),
  'GET /work-orders/:id': forOffice(200, 404, { path: '/work-orders/{order}' }),
  'POST /work-orders/:id/status': forOffice(200, 404, {
    path: '/work-orders/{order}/status',
    body: { status: 'planned', note: 'On Monday' },
  }),

  'GET /settings': forManagers(200, 200),
  'PUT /settings': forManagers(422, 422, { isConditional: true }),
  'DELETE /settings': forManagers(204, 412, { isConditional: true }),
  'POST /settings/publish': forManagers(409, 412, { isConditional: true }),
  'POST /settings/previews': forManagers(201, 201),
  'GET /settings/versions': forManagers(200, 200),
  'GET /settings/versions/:version': forManagers(200, 404, { path: '/settings/versions/{version}' }),
  'POST /settings/versions/:version/restore': forManagers(201, 404, { path: '/settings/versions/{version}/restore' }),

  'GET /webhooks': forManagers(200, 200),
  'POST /webhooks': forManagers(422, 422),
  'PUT /webhooks/:id': forManagers(200, 404, { path: '/webhooks/{endpoint}', body: ENDPOINT }),
  'DELETE /webhooks/:id': forManagers(204, 404, { path: '/webhooks/{endpoint}' }),
  'POST /webhooks/:id/secret': forManagers(200, 404, { path: '/webhooks/{endpoint}/secret' }),
  'POST /webhooks/:id/test': forManagers(202, 404, { path: '/webhooks/{endpoint}/test' }),
  'GET /deliveries': forManagers(200, 200),
  'GET /deliveries/:id': forManagers(200, 404, { path: '/deliveries/{delivery}' }),
  'POST /deliveries/:id/retry': forManagers(202, 404, { path: '/deliveries/{delivery}/retry' }),
  'GET /work-order-fields': forManagers(200, 200),
  'PUT /work-order-fields/:type': forManagers(200, 404, { path: '/work-order-fields/only-here' }),

  'GET /audit': forManagers(200, 200),
  'POST /privacy/person': forManagers(200, 200, { body: { email: 'anna@example.com' } }),
  'POST /privacy/export': forManagers(200, 404, { body: { email: 'anna@example.com' } }),
  'POST /privacy/erasure': forManagers(200, 404, { body: { email: 'anna@example.com', closesOpen: true } }),
  'GET /customers': forOffice(200, 200),
  'POST /customers': forManagers(422, 422),
  'GET /customers/:id': forOffice(200, 404, { path: '/customers/{customer}' }),
  'PUT /customers/:id': forManagers(200, 404, {
    path: '/customers/{customer}',
    body: { name: 'Anna', email: 'anna@example.com' },
  }),
  'PUT /customers/:id/disabled': forManagers(200, 404, {
    path: '/customers/{customer}/disabled',
    body: { isDisabled: true },
  }),
  'POST /customers/:id/invitation': forManagers(202, 404, { path: '/customers/{customer}/invitation' }),
  'GET /customers/:id/:source': forOffice(200, 404, { path: '/customers/{customer}/assets' }),
  'POST /customers/:id/:source': forManagers(201, 404, {
    path: '/customers/{customer}/assets',
    body: { label: 'Lift 2' },
  }),
  'PUT /customers/:id/:source/:option': forManagers(200, 404, {
    path: '/customers/{customer}/assets/{asset}',
    body: { label: 'Lift 3' },
  }),
  'DELETE /customers/:id/:source/:option': forManagers(204, 404, { path: '/customers/{customer}/assets/{asset}' }),
  'POST /customer-imports': forManagers(415, 415, { path: '/customer-imports?kind=customers' }),
  'POST /customer-imports/commit': forManagers(428, 428, { path: '/customer-imports/commit?kind=customers' }),

  'GET /staff': forManagers(200, 200),
  'POST /staff/invitations': forManagers(422, 422),
  'DELETE /staff/invitations/:id': forManagers(204, 404, { path: '/staff/invitations/{invitation}' }),
  'PUT /staff/:id': forManagers(200, 404, {
    path: '/staff/{colleague}',
    body: { role: 'office', isDisabled: false },
  }),
  'POST /staff/:id/password': forManagers(202, 404, { path: '/staff/{colleague}/password' }),

  'GET /portals': forOffice(200, 200),
  'POST /portals': forManagers(422, 422),
};
