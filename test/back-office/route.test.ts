import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { addressOf, FIRST_ROUTE, isArrival, readRoute, type Route } from '../../demo/back-office/route.js';
import { STATUSES } from '../../demo/back-office/statuses.js';

const at = (address: string): Route => readRoute(new URL(address, 'https://office.example.com'));

const plain = { noNullPrototype: true } as const;
const query = fc.string({ unit: 'grapheme' });
const number = fc.integer({ min: 1, max: 999_999 });
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ page: fc.constant('requests'), query, status: fc.constantFrom('' as const, ...STATUSES), number }, plain),
  fc.record({ page: fc.constant('work-orders'), query, number }, plain),
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
  assert.deepEqual(at('/back-office/requests?page=-3&status=nonsense'), FIRST_ROUTE);
  assert.deepEqual(at('/back-office/requests?page=1e9&status=__proto__'), FIRST_ROUTE);
});

it('an address that nothing stands at is not found', () => {
  for (const path of ['/back-office/settings', '/back-office/requests/a/b', '/back-office/requests/%E0%A4%A']) {
    assert.deepEqual(at(path), { page: 'not-found' });
  }
});

it('only a new page is an arrival, narrowing a list or changing tabs is not', () => {
  const orders: Route = { page: 'work-orders', query: '', number: 1 };
  assert.equal(isArrival(FIRST_ROUTE, { ...FIRST_ROUTE, query: 'ketel' }), false);
  assert.equal(isArrival(FIRST_ROUTE, orders), false);
  assert.equal(isArrival(FIRST_ROUTE, { ...FIRST_ROUTE, number: 2 }), true);
  assert.equal(isArrival(FIRST_ROUTE, { page: 'request', id: 'a' }), true);
});
