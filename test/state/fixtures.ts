import type { PortalConfig } from '../../src/contract/index.js';
import { initialState, type RequestState } from '../../src/state/request-state.js';

/** A small portal: one request type with everything, one with fields only. */
export const portal: PortalConfig = {
  version: '1',
  portal: { name: 'Portal', locale: 'en', locales: ['en', 'nl'], timeZone: 'Europe/Amsterdam' },
  access: { signIn: ['password'], guests: true },
  requestTypes: [
    {
      id: 'fault',
      label: 'Report a fault',
      sections: [
        {
          id: 'what',
          fields: [
            { id: 'what', type: 'text', label: 'What', required: true, initial: 'Boiler' },
            { id: 'why', type: 'text', label: 'Why', visibleWhen: { '==': [{ var: 'what' }, 'Other'] } },
            { id: 'photos', type: 'file', label: 'Photos' },
          ],
        },
      ],
      checklist: [{ id: 'power', label: 'Power?', kind: 'yes-no', required: true, noteWhen: ['no'] }],
      terms: [{ id: 'general', version: '2', label: 'Terms', required: true }],
    },
    { id: 'simple', label: 'Simple', sections: [], checklist: [], terms: [] },
  ],
};

/** A signed-in customer in the middle of a request of type `fault`. */
export const underWay: RequestState = {
  ...initialState,
  config: portal,
  customer: { id: 'c1', name: 'Customer', email: 'customer@example.com' },
  step: 'details',
  requestType: 'fault',
  key: 'k1',
};
