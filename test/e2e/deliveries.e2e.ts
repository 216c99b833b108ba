import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReceiver, type WorkOrderLine } from '../../demo/receiver/receiver.js';
import { freePort } from '../../scripts/suites/port.mjs';
import { office, openOffice, receiveFault } from './office.js';
import { axe, expect, test } from './support.js';

test.use({ locale: 'nl-NL' });

test('an accepted request arrives in another system, signed, with the fields of a work order', async ({
  page,
  request,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'receiver-'));
  const port = Number(await freePort());
  const url = `http://127.0.0.1:${port}/`;
  await openOffice(page, 'deliveries');
  await page.getByRole('button', { name: 'Adres toevoegen' }).click();
  await page.getByLabel('Adres (https)').fill(url);
  await page.getByRole('button', { name: 'Opslaan' }).click();
  const secret = await page.getByText(/^whsec_/).innerText();
  await axe(page);
  const file = join(folder, 'work-orders.json');
  const receiver = createReceiver({ secret, file }).listen(port, '127.0.0.1');
  await once(receiver, 'listening');
  try {
    const { id, reference } = await receiveFault(request, 'De ketel lekt');
    await page.goto(`/back-office/requests/${id}`);
    await page.getByRole('button', { name: office.accept }).click();
    await expect(page.getByText('Geaccepteerd').first()).toBeVisible();
    const lines = async () => JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as WorkOrderLine[];
    await expect
      .poll(async () => (await lines()).map(({ fields }) => fields))
      .toMatchObject([
        { reference, description: 'De ketel lekt', workAddress: { postcode: '9712 AB', houseNumber: '12a' } },
      ]);
    await page.goto('/back-office/deliveries');
    const row = page.getByRole('row').filter({ hasText: url }).filter({ hasText: 'Werkbon gemaakt' });
    await expect(row).toContainText('Bezorgd');
    await row.getByRole('button', { name: /^Pogingen/ }).click();
  } finally {
    receiver.close();
    await rm(folder, { recursive: true, force: true });
  }
});
