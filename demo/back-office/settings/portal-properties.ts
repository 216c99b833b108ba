import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeSettings } from '../../office-contract/index.js';
import type { Property } from './properties.js';

const PORTAL = ['config', 'portal'] as const;
const ACCESS = ['config', 'access'] as const;
const OFFICE = ['office'] as const;

/** Properties of one part of the settings that stand together on the page. */
interface Group<Key extends string = string> {
  readonly root: readonly string[];
  readonly properties: readonly Property<Key>[];
}

const needed = { isNeeded: true } as const;

const named: Group<keyof PortalConfig['portal']> = {
  root: PORTAL,
  properties: [
    { key: 'name', editor: 'text', label: 'settings.portal-name', ...needed },
    { key: 'welcome', editor: 'text', label: 'settings.welcome' },
    { key: 'phone', editor: 'word', label: 'settings.phone' },
    { key: 'email', editor: 'word', label: 'settings.email' },
    { key: 'logo', editor: 'word', label: 'settings.logo', hint: 'settings.logo.hint' },
  ],
};

const spoken: Group<keyof PortalConfig['portal']> = {
  root: PORTAL,
  properties: [
    { key: 'locales', editor: 'languages', label: 'settings.locales', ...needed },
    { key: 'locale', editor: 'own-language', label: 'settings.locale', hint: 'settings.locale.hint', ...needed },
  ],
};

const entered: readonly Group[] = [
  {
    root: ACCESS,
    properties: [
      { key: 'signIn', editor: 'choices', label: 'settings.sign-in', of: ['password', 'code'], ...needed },
      { key: 'resetPassword', editor: 'yes-no', label: 'settings.reset-password' },
      { key: 'guests', editor: 'yes-no', label: 'settings.guests', ...needed },
    ] satisfies Property<keyof PortalConfig['access']>[],
  },
  {
    root: OFFICE,
    properties: [
      { key: 'guestRequestTypes', editor: 'guest-types', label: 'settings.guest-types' },
      { key: 'origins', editor: 'words', label: 'settings.origins', hint: 'settings.origins.hint', ...needed },
    ] satisfies Property<keyof OfficeSettings>[],
  },
];

const worked: Group<keyof OfficeSettings> = {
  root: OFFICE,
  properties: [
    { key: 'needsApproval', editor: 'yes-no', label: 'settings.approval', hint: 'settings.approval.hint', ...needed },
    { key: 'mailbox', editor: 'word', label: 'settings.mailbox', hint: 'settings.mailbox.hint' },
    { key: 'mailColour', editor: 'colour', label: 'settings.mail-colour' },
    { key: 'declineReasons', editor: 'list', label: 'settings.decline-reasons', list: 'reason', ...needed },
  ],
};

const kept: readonly Group[] = [
  {
    root: OFFICE,
    properties: [{ key: 'retention', editor: 'retention', label: 'settings.retention' }] satisfies Property<
      keyof OfficeSettings
    >[],
  },
  {
    root: PORTAL,
    properties: [
      {
        key: 'draftDays',
        editor: 'whole-number',
        label: 'settings.draft-days',
        hint: 'settings.draft-days.hint',
        least: 1,
      },
      { key: 'remember', editor: 'whole-number', label: 'settings.remember', hint: 'settings.remember.hint', least: 1 },
      { key: 'timeZone', editor: 'word', label: 'settings.time-zone', hint: 'settings.time-zone.hint' },
    ] satisfies Property<keyof PortalConfig['portal']>[],
  },
];

/** The cards of the general settings, each with what stands in it. */
export const PORTAL_CARDS = [
  { title: 'settings.card.company', groups: [named] },
  { title: 'settings.card.languages', groups: [spoken] },
  { title: 'settings.card.access', groups: entered },
  { title: 'settings.card.office', groups: [worked] },
  { title: 'settings.card.kept', groups: kept },
] as const satisfies readonly { title: string; groups: readonly Group[] }[];
