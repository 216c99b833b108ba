import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { REQUEST_SORTS } from '../../demo/office-contract/index.js';
import {
  addressOf,
  ALL_WORK_ORDERS,
  FIRST_ROUTE,
  isArrival,
  readRoute,
  type Route,
} from '../../demo/back-office/route.js';
import { STATUSES } from '../../demo/back-office/statuses.js';

const at = (address: string): Route => readRoute(new URL(address, 'https://office.example.com'));

const plain = { noNullPrototype: true } as const;
const query = fc.string({ unit: 'grapheme' });
const day = fc.constantFrom('', '2026-01-31');
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record(
    {
      ...{ page: fc.constant('requests'), query, type: query, assignee: query, since: day, until: day, after: query },
      ...{ status: fc.constantFrom('' as const, ...STATUSES), unread: fc.boolean(), before: fc.constant('') },
      sort: fc.constantFrom(...REQUEST_SORTS),
    },
    plain,
  ),
  fc.record({ page: fc.constant('work-orders'), query, after: query, before: fc.constant('') }, plain),
  fc.record(
    {
      page: fc.constant('section'),
      section: fc.constant('settings'),
      rest: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((part) => !/^\.{1,2}$/.test(part))),
      search: fc.constantFrom('', 'at=%2Fconfig%2FrequestTypes%2F0'),
    },
    plain,
  ),
  fc.record({ page: fc.constantFrom('request', 'work-order'), id: fc.uuid() }, plain),
);

it('every place in the back office has an address that leads back to it', () => {
  fc.assert(fc.property(routes, (route) => assert.deepEqual(at(addressOf(route)), route)));
});

it('the address of the office itself shows the portal requests', () => {
  for (const address of ['/back-office', '/back-office/', '/back-office/requests/']) {
    assert.deepEqual(at(address), FIRST_ROUTE);
  }
});

it('nonsense in the search part of an address is left out', () => {
  assert.deepEqual(at('/back-office/requests?since=soon&sort=size&status=nonsense'), FIRST_ROUTE);
  assert.deepEqual(at('/back-office/requests?unread=1&status=__proto__'), FIRST_ROUTE);
});

it('an address that nothing stands at is not found', () => {
  for (const path of ['/back-office/nowhere', '/back-office/requests/a/b', '/back-office/requests/%E0%A4%A']) {
    assert.deepEqual(at(path), { page: 'not-found' });
  }
});

it('only a new page is an arrival, narrowing a list or changing tabs is not', () => {
  const orders = ALL_WORK_ORDERS;
  assert.equal(isArrival(FIRST_ROUTE, { ...FIRST_ROUTE, query: 'ketel' }), false);
  assert.equal(isArrival(FIRST_ROUTE, orders), false);
  assert.equal(isArrival(FIRST_ROUTE, { ...FIRST_ROUTE, after: 'a' }), true);
  assert.equal(isArrival(orders, { ...orders, before: 'a' }), true);
  assert.equal(isArrival(FIRST_ROUTE, { page: 'request', id: 'a' }), true);
});
