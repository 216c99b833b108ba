import { ask, mountFields, until, type Visit } from '../harness.js';

export const field = { id: 'where', type: 'address', label: 'Work address', help: 'A hint', required: true } as const;
export const HERE = { postcode: '9711 LJ', houseNumber: '98', street: 'Herestraat', city: 'Groningen', country: 'NL' };

export const open = async (more: Partial<typeof field> & Record<string, unknown> = {}): Promise<Visit> => {
  const visit = await mountFields([{ ...field, ...more }]);
  await visit.label('Postcode');
  return visit;
};

export const street = (visit: Visit) => visit.label('Street');
export const find = async (visit: Visit, postcode: string, houseNumber: string): Promise<void> => {
  await visit.fill('Postcode', postcode);
  await visit.fill('House number', houseNumber);
};
export const filled = async (visit: Visit, name: string): Promise<void> => {
  const input = await street(visit);
  await until(`the street ${name}`, () => input.readOnly && input.value === name);
};

export const fails = (visit: Visit, times = 99) =>
  ask('fault', { id: visit.portal.id, next: [{ kind: 'cut', call: 'GET /options/addresses', times }] });

export const send = async (visit: Visit): Promise<unknown> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
  const [stored] = await ask('requests', { id: visit.portal.id });
  return stored?.submission.answers['where'];
};
export const summary = (visit: Visit): string | undefined => visit.root.querySelector('dd')?.textContent.trim();
