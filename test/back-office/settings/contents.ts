import type { PortalConfig } from 'portal-request-form/contract';
import type { SettingsContent } from '../../../demo/office-contract/index.js';
import type { Stored } from '../../../demo/back-office/settings/editor-state.js';

const config: Omit<PortalConfig, 'version'> = {
  portal: { name: { nl: 'Portaal', en: 'Portal' }, locale: 'nl', locales: ['nl', 'en'], phone: '050' },
  access: { signIn: ['password'], guests: true },
  requestTypes: [
    {
      id: 'fault',
      label: { nl: 'Storing', en: 'Fault' },
      sections: [
        {
          id: 'what',
          title: { nl: 'Wat', en: 'What' },
          fields: [
            {
              id: 'kind',
              type: 'select',
              label: { nl: 'Soort', en: 'Kind' },
              options: [
                { id: 'a', label: { nl: 'Lift', en: 'Lift' } },
                { id: 'b', label: { nl: 'Deur', en: 'Door' } },
              ],
            },
            { id: 'text', type: 'text', label: { nl: 'Tekst', en: 'Text' }, maxLength: 100 },
            { id: 'urgent', type: 'checkbox', label: { nl: 'Spoed', en: 'Urgent' } },
          ],
        },
      ],
      checklist: [{ id: 'safe', label: { nl: 'Veilig?', en: 'Safe?' }, required: true, kind: 'yes-no' }],
      terms: [
        { id: 'general', version: '2', label: { nl: 'Algemeen', en: 'General' }, required: true, url: 'https://e.com' },
      ],
    },
  ],
};

/** A small portal to edit. */
export const content: SettingsContent = {
  config,
  office: { origins: ['https://www.example.com'], needsApproval: true, declineReasons: [] },
};

export const stored = (etag = '"1"', of: SettingsContent = content): Stored => ({
  content: of,
  etag,
  publishedVersion: '1',
});

/** The fields of the only section. */
export const FIELDS = ['config', 'requestTypes', 0, 'sections', 0, 'fields'] as const;
