import type { Field, PortalConfig } from '../../../src/contract/index.js';
import type { PlainField, PlainForm } from '../form.js';

const fieldOf = ({ id, label, kind, choices = [] }: PlainField): Field => {
  const common = { id, label, required: true };
  if (kind === 'select' || kind === 'radio') return { ...common, type: kind, options: [...choices] };
  return { ...common, type: kind };
};

/** A portal with this form, where guests begin at once and, if asked for, customers can sign in. */
export const portalOf = (
  { fields, items, term }: PlainForm,
  signIn: PortalConfig['access']['signIn'] = [],
): PortalConfig => ({
  version: '1',
  portal: { name: 'Benchmark', locale: 'en', locales: ['en'] },
  access: { signIn, guests: true },
  requestTypes: [
    {
      id: 'fault',
      label: 'Report a fault',
      sections: [{ id: 'all', fields: fields.map(fieldOf) }],
      checklist: items.map(({ id, label }) => ({ id, label, kind: 'yes-no', required: true })),
      terms: term ? [{ ...term, version: '1', required: true }] : [],
    },
  ],
});
