import { it } from 'node:test';
import { seedDemo } from '../../demo/server/seed.js';
import { backendChecks } from '../../src/cli/conformance/backend.suite.js';
import { onEachDatabase } from './harness.js';

const customer = { email: 'customer@example.com', password: 'portal-demo-1' };
const other = { email: 'other@example.com', password: 'portal-demo-2' };

for (const portal of ['demo', 'everything']) {
  onEachDatabase(`The reference server with the portal ${portal}`, (server) => {
    for (const check of backendChecks) {
      it(check.name, async () => {
        await seedDemo(server().services);
        await check.run({ endpoint: `${server().url}/api/portals/${portal}`, customer, other });
      });
    }
  });
}
