import { it } from 'node:test';
import { seedDemo } from '../../demo/server/seed.js';
import { backendChecks } from '../conformance/backend.suite.js';
import { onEachDatabase } from './harness.js';

onEachDatabase('The reference server', (server) => {
  for (const check of backendChecks) {
    it(check.name, async () => {
      await seedDemo(server().services, true);
      const customer = { email: 'customer@example.com', password: 'portal-demo-1' };
      const other = { email: 'other@example.com', password: 'portal-demo-2' };
      await check.run({ endpoint: server().endpoint, customer, other });
    });
  }
});
