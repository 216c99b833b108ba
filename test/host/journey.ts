import { expect } from '@open-wc/testing';
import { ask, type Visit } from '../harness.js';
import type { Field, PortalConfig } from '../../src/contract/index.js';
import type { FreshPortal } from '../runner/commands.js';
import { everyStep, remarks } from '../faults/visits.js';
import { openPage, SCRIPT, tagFor, type HostPage } from './page.js';

const rooms: Field = {
  id: 'rooms',
  type: 'checkboxes',
  label: 'Rooms',
  options: [
    { id: 'hall', label: 'Hall' },
    { id: 'attic', label: 'Attic' },
  ],
};

const config = (): PortalConfig => {
  const all = everyStep();
  const sections = [{ id: 'all', fields: [remarks, rooms] }];
  return { ...all, requestTypes: all.requestTypes.map((type) => ({ ...type, sections })) };
};

/** A portal with every step but the terms; for pages of this machine when no origins are given. */
export const openPortal = (origins?: string[]): Promise<FreshPortal> => ask('portal', { config: config(), origins });

/** A guest's whole request, from the first step to the reference. */
export const sendAsGuest = async (visit: Visit): Promise<void> => {
  await visit.onStep('sign-in');
  await visit.press('Continue as guest');
  await visit.onStep('start');
  await visit.element.start('one');
  await visit.onStep('details');
  await visit.fill('Remarks', 'kept');
  await visit.choose('Attic');
  await visit.press('Next');
  await visit.onStep('checklist');
  await visit.choose('Yes');
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
};

/** The portal has one request with what was filled in. */
export const hasOneRequest = async ({ id }: FreshPortal): Promise<void> => {
  const requests = await ask('requests', { id });
  expect(requests.map(({ submission }) => submission.answers)).to.deep.equal([{ remarks: 'kept', rooms: ['attic'] }]);
};

/** A page with one form, and whoever fills it in. */
export const visitPage = async (
  page: Parameters<typeof openPage>[0],
  attributes = '',
): Promise<{ page: HostPage; visit: Visit }> => {
  const portal = await openPortal();
  const { head = '', body = '' } = page;
  const opened = await openPage({ ...page, head: head + SCRIPT, body: body + tagFor(portal, attributes) });
  return { page: opened, visit: await opened.visit(portal) };
};
