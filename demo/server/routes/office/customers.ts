import { Hono, type Context } from 'hono';
import { OPTION_SOURCES, type OptionSource } from 'portal-request-form/contract';
import { CUSTOMER_STATES } from '../../../office-contract/index.js';
import { notFound } from '../../problem.js';
import { inviteCustomer } from '../../services/customer-invitations.js';
import {
  addCustomerOption,
  changeCustomerOption,
  listCustomerOptions,
  removeCustomerOption,
} from '../../services/customer-options.js';
import {
  changeCustomer,
  createCustomer,
  disableCustomer,
  listCustomers,
  openCustomer,
} from '../../services/office-customers.js';
import type { Services } from '../../services/services.js';
import { limitBody, readJson } from '../json-body.js';
import { pathId, queryText } from '../portal.js';
import type { OfficeEnv } from './env.js';
import { managersOnly } from './managers-only.js';
import { oneOf, placeOf } from './request-query.js';

const LONGEST_OPTION = 200;

const customerIn = (c: Context): string => pathId(c.req.param('id'));

const sourceIn = (c: Context): OptionSource => {
  const source = OPTION_SOURCES.find((one) => one === c.req.param('source'));
  if (!source) throw notFound();
  return source;
};

/** The id of something to choose from is its owner's, so it may be any text; no database takes a NUL. */
const optionIn = (c: Context): string => {
  const id = c.req.param('option') ?? '';
  if (id === '' || id.includes('\0') || id.length > LONGEST_OPTION) throw notFound();
  return id;
};

/** What a customer chooses from in the form. */
const optionRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/customers/:id/:source', async (c) => {
      const { query, cursor } = c.req.query();
      const wanted = { query: queryText(query), cursor };
      return c.json(await listCustomerOptions(services, c.get('clerk'), customerIn(c), sourceIn(c), wanted));
    })
    .post('/customers/:id/:source', managersOnly, limitBody, async (c) =>
      c.json(await addCustomerOption(services, c.get('clerk'), customerIn(c), sourceIn(c), await readJson(c)), 201),
    )
    .put('/customers/:id/:source/:option', managersOnly, limitBody, async (c) =>
      c.json(
        await changeCustomerOption(
          services,
          c.get('clerk'),
          customerIn(c),
          sourceIn(c),
          optionIn(c),
          await readJson(c),
        ),
      ),
    )
    .delete('/customers/:id/:source/:option', managersOnly, async (c) => {
      await removeCustomerOption(services, c.get('clerk'), customerIn(c), sourceIn(c), optionIn(c));
      return c.body(null, 204);
    });

/** The customers of the portal. */
export const customerRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>()
    .get('/customers', async (c) => {
      const { query, state } = c.req.query();
      const wanted = { query: queryText(query), state: oneOf('state', CUSTOMER_STATES, state) };
      return c.json(await listCustomers(services, c.get('clerk'), wanted, placeOf(c)));
    })
    .post('/customers', managersOnly, limitBody, async (c) =>
      c.json(await createCustomer(services, c.get('clerk'), await readJson(c)), 201),
    )
    .get('/customers/:id', async (c) => c.json(await openCustomer(services, c.get('clerk'), customerIn(c))))
    .put('/customers/:id', managersOnly, limitBody, async (c) =>
      c.json(await changeCustomer(services, c.get('clerk'), customerIn(c), await readJson(c))),
    )
    .put('/customers/:id/disabled', managersOnly, limitBody, async (c) => {
      const { isDisabled } = await readJson(c);
      return c.json(await disableCustomer(services, c.get('clerk'), customerIn(c), isDisabled));
    })
    .post('/customers/:id/invitation', managersOnly, async (c) =>
      c.json(await inviteCustomer(services, c.get('clerk'), customerIn(c)), 202),
    )
    .route('/', optionRoutes(services));
