import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { PortalConfig, Submission } from 'portal-request-form/contract';
import type { WorkOrderMapping } from '../../demo/office-contract/index.js';
import { workOrderFields, type WorkOrderFields } from '../../demo/server/services/work-order-fields.js';

const CONTACT = { name: 'Sanne Vos', email: 'sanne@example.com', company: 'Vos Vastgoed', guest: false };

const fieldsOf = async (
  file: string,
  requestType: string,
  answers: Submission['answers'],
  mapping?: WorkOrderMapping,
): Promise<WorkOrderFields> => {
  const text = await readFile(new URL(`../../demo/seed/${file}`, import.meta.url), 'utf8');
  const type = (JSON.parse(text) as PortalConfig).requestTypes.find(({ id }) => id === requestType);
  assert.ok(type);
  const request = { reference: 'PR-2026-000001', title: type.label, portalLocale: 'nl', contact: CONTACT };
  return workOrderFields(type, { ...request, submission: { answers } }, mapping);
};

const FAULT = {
  ...{ installation: 'boiler', description: 'De ketel slaat af', postcode: '9712 AB', 'house-number': '12a' },
  ...{ 'contact-name': 'Jan de Vries', phone: '0612345678', 'preferred-date': '2026-12-03' },
};

const EVERYTHING = {
  description: 'Alles',
  since: '2026-11-01',
  phone: '+31612345678',
  'work-address': {
    postcode: '9712 AB',
    houseNumber: '12',
    street: 'Oude Ebbingestraat',
    city: 'Groningen',
    country: 'NL',
  },
  contact: { id: 'c-1', label: 'Kees Conciërge' },
  project: { id: 'p-1', label: 'Renovatie' },
  visit: [
    { date: '2026-12-04', part: 'morning' },
    { date: '2026-12-01', part: 'evening' },
  ],
};

describe('The fields of a work order', () => {
  it('are found in a fault: a postcode with its house number, and who is on site', async () => {
    assert.deepEqual(await fieldsOf('installer.config.json', 'fault', FAULT), {
      reference: 'PR-2026-000001',
      typeOfWork: { id: 'fault', label: 'Storing melden' },
      description: 'De ketel slaat af',
      deadline: '2026-12-03',
      workAddress: { postcode: '9712 AB', houseNumber: '12a' },
      contact: { name: 'Jan de Vries', email: 'sanne@example.com', phone: '0612345678', company: 'Vos Vastgoed' },
    });
  });

  it('are found among every type of field, by the kind that says most', async () => {
    const found = await fieldsOf('everything.json', 'everything', EVERYTHING);
    assert.equal(found.deadline, '2026-12-04');
    assert.deepEqual(found.workAddress, EVERYTHING['work-address']);
    assert.deepEqual(found.project, EVERYTHING.project);
    assert.deepEqual(found.contact, { id: 'c-1', name: 'Kees Conciërge', company: 'Vos Vastgoed' });
  });

  it('leave out what was not answered, and tell the type of work as the description', async () => {
    const found = await fieldsOf('installer.config.json', 'maintenance', {});
    assert.equal(found.description, found.typeOfWork.label);
    assert.deepEqual(found.contact, { name: 'Sanne Vos', email: 'sanne@example.com', company: 'Vos Vastgoed' });
    assert.deepEqual([found.deadline, found.workAddress, found.project], [undefined, undefined, undefined]);
  });

  it('are taken from the fields that the office chose, as long as they are there', async () => {
    const choose = (mapping: WorkOrderMapping) => fieldsOf('everything.json', 'everything', EVERYTHING, mapping);
    assert.equal((await choose({ deadline: 'since' })).deadline, '2026-11-01');
    assert.equal((await choose({ deadline: 'gone-since' })).deadline, '2026-12-04');
    assert.equal((await choose({ project: 'none' })).project, undefined);
  });
});
