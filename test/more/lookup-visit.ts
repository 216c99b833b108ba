import type { Field } from '../../src/contract/index.js';
import { formOf, mount, signIn, until, type Visit } from '../harness.js';

export const asset: Field = {
  id: 'asset',
  type: 'lookup',
  label: 'Asset',
  help: 'By name or place.',
  source: 'assets',
  required: true,
};

/** A portal with this field, for customers and guests. */
export const openDoor = (field: Field = asset): Promise<Visit> =>
  mount({ ...formOf([field]), access: { signIn: ['password'], guests: true } }, { requestType: 'one' });

/** A signed-in customer before this field, with the 62 assets that one of the demo's customers has. */
export const open = async (field?: Field): Promise<Visit> => {
  const visit = await openDoor(field);
  await signIn(visit);
  await visit.role('combobox', 'Asset');
  return visit;
};

export const HERE = ['ATAG i28EC, Herestraat 106', 'Nefit Bosch HR 30, Herestraat 106'] as const;

export const box = (visit: Visit) => visit.role('combobox', 'Asset') as Promise<HTMLInputElement>;
export const options = (visit: Visit): HTMLElement[] => visit.roles('option');
export const nameOf = (option: Element | undefined): string | undefined => option?.firstElementChild?.textContent;
export const status = (visit: Visit): string => visit.root.querySelector('[role=status]')?.textContent ?? '';

export const press = async (visit: Visit, key: string, more: KeyboardEventInit = {}): Promise<boolean> => {
  const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
  const isLeftAlone = (await box(visit)).dispatchEvent(new KeyboardEvent('keydown', init));
  await visit.element.updateComplete;
  await visit.root.querySelector<HTMLElement & { updateComplete: Promise<boolean> }>('portal-field-lookup')
    ?.updateComplete;
  return isLeftAlone;
};

export const search = async (visit: Visit, text: string, count: number): Promise<void> => {
  await visit.fill('Asset', text);
  await until(`${String(count)} options for ${text}`, () => options(visit).length === count && status(visit));
};
