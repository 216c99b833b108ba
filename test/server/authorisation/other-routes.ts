/** A call of somebody who is not signed in and has no link. */
export interface OtherRoute {
  /** Where the registered path has parts that differ. */
  readonly path?: string;
  readonly body?: string;
  readonly expected: number;
}

const preview = (method: string, path: string, expected = 404): [string, OtherRoute] => [
  `${method} /api/previews/:preview${path}`,
  { path: `/api/previews/nobody-knows${path.replace(/:\w+/g, 'assets')}`, expected },
];

/** Every route that is neither of the office nor of the contract: what is for everybody, and what opens by a link only. */
export const OTHER_ROUTES: Readonly<Record<string, OtherRoute>> = {
  'GET /api/openapi.json': { expected: 200 },
  'GET /health': { expected: 200 },
  'GET /health/live': { expected: 200 },
  'GET /back-office': { expected: 308 },
  'GET /back-office/*': { path: '/back-office/made-up.js', expected: 404 }, // the page itself is for everybody, once built
  'GET /docs': { expected: 308 },
  'GET /dev/mail': { expected: 200 }, // outside production only
  'GET /dev/mail/:file{\\d{1,4}\\.html}': { path: '/dev/mail/9999.html', expected: 404 },
  'GET /reset': { expected: 404 },
  'GET /reset.css': { expected: 200 },
  'POST /reset': { body: 'token=made-up&password=long-enough-1', expected: 404 },
  'GET /invitation/:kind': { path: '/invitation/staff?token=made-up', expected: 404 },
  'POST /invitation/:kind': { path: '/invitation/customer', body: 'token=made-up', expected: 422 },
  ...Object.fromEntries([
    preview('GET', '/config'),
    preview('GET', '/session'),
    preview('POST', '/session'),
    preview('DELETE', '/session'),
    preview('GET', '/requests'),
    preview('POST', '/requests'),
    preview('GET', '/options/:source'),
    preview('POST', '/password-reset'),
    preview('POST', '/attachments'),
    preview('PATCH', '/attachments/:id'),
    preview('DELETE', '/attachments/:id'),
  ]),
};
