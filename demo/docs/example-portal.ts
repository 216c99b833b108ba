import type { PortalConfig } from 'portal-request-form/contract';

/** A small portal with something of everything: fields that depend on each other, a checklist, terms. */
export const EXAMPLE_PORTAL: PortalConfig = {
  version: '1',
  portal: { name: 'Example Heating', locale: 'en', locales: ['en'], phone: '050 123 45 67' },
  access: { signIn: [], guests: true },
  requestTypes: [
    {
      id: 'fault',
      label: 'Report a fault',
      description: 'Something is broken or does not work as it should.',
      sections: [
        {
          id: 'what',
          title: 'What is wrong?',
          fields: [
            {
              id: 'installation',
              type: 'radio',
              label: 'Installation',
              required: true,
              options: [
                { id: 'boiler', label: 'Boiler' },
                { id: 'pump', label: 'Heat pump' },
              ],
            },
            {
              id: 'code',
              type: 'text',
              label: 'Error code on the display',
              maxLength: 10,
              visibleWhen: { '==': [{ var: 'installation' }, 'boiler'] },
            },
            { id: 'description', type: 'textarea', label: 'Description', required: true, minLength: 5, maxLength: 500 },
          ],
        },
      ],
      checklist: [{ id: 'gas', label: 'It does not smell of gas.', kind: 'done', required: true }],
      terms: [
        {
          id: 'general',
          version: '1',
          label: 'I accept the general terms.',
          required: true,
          text: 'We come **within five days**.',
        },
      ],
    },
    {
      id: 'question',
      label: 'Ask something',
      sections: [
        { id: 'what', fields: [{ id: 'question', type: 'textarea', label: 'Your question', required: true }] },
      ],
      checklist: [],
      terms: [],
    },
  ],
};
