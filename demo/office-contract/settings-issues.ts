import type { Issue, Text } from 'portal-request-form/contract';
import type { OfficeSettings, SettingsContent } from './settings.js';

const LONGEST_RETENTION = 36_500;
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

const at = (pointer: string, code: string, params?: Issue['params']): Issue => ({
  pointer: `/office/${pointer}`,
  code,
  ...(params ? { params } : {}),
});

/** Whether this is an origin as browsers write it, or one whose port is `*` for any. */
const isOrigin = (text: string): boolean => {
  const origin = text.replace(/:\*$/, '');
  return /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
};

const isEmpty = (text: Text): boolean =>
  (typeof text === 'string' ? [text] : Object.values(text)).every((one) => one.trim() === '');

const reasonIssues = (reasons: OfficeSettings['declineReasons']): Issue[] =>
  reasons.flatMap(({ id, text }, index) => [
    ...(ID.test(id) ? [] : [at(`declineReasons/${index}/id`, 'id')]),
    ...(reasons.findIndex((one) => one.id === id) === index
      ? []
      : [at(`declineReasons/${index}/id`, 'duplicate-id', { id })]),
    ...(isEmpty(text) ? [at(`declineReasons/${index}/text`, 'required')] : []),
  ]);

const retentionIssues = (retention: OfficeSettings['retention']): Issue[] => {
  if (!retention) return [];
  const { days } = retention;
  if (!Number.isInteger(days)) return [at('retention/days', 'type')];
  if (days < 1) return [at('retention/days', 'min', { min: 1 })];
  return days > LONGEST_RETENTION ? [at('retention/days', 'max', { max: LONGEST_RETENTION })] : [];
};

/**
 * What keeps the office's own settings from being published, with pointers into the content; `lintConfig` says the same of
 * what customers get. Codes: `origin`, `email`, `option` (no such request type), `colour`, `id`, `duplicate-id`,
 * `required`, `type`, `min`, `max`.
 */
export const settingsIssues = ({ config, office }: SettingsContent): Issue[] => {
  const { origins, mailbox, mailColour, guestRequestTypes = [], declineReasons, retention } = office;
  const types = new Set(config.requestTypes.map(({ id }) => id));
  return [
    ...origins.flatMap((origin, index) => (isOrigin(origin) ? [] : [at(`origins/${index}`, 'origin')])),
    ...(mailbox === undefined || EMAIL.test(mailbox) ? [] : [at('mailbox', 'email')]),
    ...guestRequestTypes.flatMap((id, index) =>
      types.has(id) ? [] : [at(`guestRequestTypes/${index}`, 'option', { option: id })],
    ),
    ...(mailColour === undefined || /^#[0-9a-f]{6}$/i.test(mailColour) ? [] : [at('mailColour', 'colour')]),
    ...reasonIssues(declineReasons),
    ...retentionIssues(retention),
  ];
};
