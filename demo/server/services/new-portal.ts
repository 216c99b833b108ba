import type { PortalConfig, Text } from 'portal-request-form/contract';

type Languages = Readonly<Record<string, string>>;

const QUESTION: Languages = {
  en: 'How can we help?',
  nl: 'Waarmee kunnen wij helpen?',
  de: 'Wie können wir helfen?',
  fr: 'Comment pouvons-nous vous aider ?',
};
const REQUEST: Languages = { en: 'Request', nl: 'Aanvraag', de: 'Anfrage', fr: 'Demande' };

/** A text in each language of the portal; in English where there is none. */
const inEach = (texts: Languages, locales: readonly string[]): Text =>
  Object.fromEntries(
    locales.map((locale) => [locale, texts[locale.toLowerCase().split('-')[0] ?? ''] ?? texts['en'] ?? '']),
  );

/** What a portal asks that nobody has set up yet: one question, of guests too. */
export const firstConfig = (name: string, locales: readonly [string, ...string[]]): PortalConfig => ({
  version: '1',
  portal: { name, locale: locales[0], locales: [...locales] },
  access: { signIn: ['password', 'code'], guests: true, resetPassword: true },
  requestTypes: [
    {
      id: 'request',
      label: inEach(REQUEST, locales),
      sections: [
        {
          id: 'what',
          fields: [
            {
              id: 'description',
              type: 'textarea',
              label: inEach(QUESTION, locales),
              required: true,
              maxLength: 2_000,
            },
          ],
        },
      ],
      checklist: [],
      terms: [],
    },
  ],
});
