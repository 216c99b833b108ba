/** What `home` and its kin can stand before. */
const REACHING: ReadonlySet<string> = new Set([
  ...['tel', 'tel-country-code', 'tel-national', 'tel-area-code', 'tel-local', 'tel-local-prefix', 'tel-local-suffix'],
  ...['tel-extension', 'email', 'impp'],
]);

const OTHERS: ReadonlySet<string> = new Set([
  ...['name', 'honorific-prefix', 'given-name', 'additional-name', 'family-name', 'honorific-suffix', 'nickname'],
  ...['username', 'new-password', 'current-password', 'one-time-code', 'organization-title', 'organization'],
  ...['street-address', 'address-line1', 'address-line2', 'address-line3', 'address-level4', 'address-level3'],
  ...['address-level2', 'address-level1', 'country', 'country-name', 'postal-code', 'cc-name', 'cc-given-name'],
  ...[
    'cc-additional-name',
    'cc-family-name',
    'cc-number',
    'cc-exp',
    'cc-exp-month',
    'cc-exp-year',
    'cc-csc',
    'cc-type',
  ],
  ...['transaction-currency', 'transaction-amount', 'language', 'bday', 'bday-day', 'bday-month', 'bday-year', 'sex'],
  ...['url', 'photo'],
]);

const TOKENS =
  /^(?:section-\S+ )?(?:(?:shipping|billing) )?((?:home|work|mobile|fax|pager) )?(?<token>[\w-]+)(?: webauthn)?$/;

/** Whether browsers understand the value of the HTML attribute `autocomplete`. */
export const isAutocomplete = (value: string): boolean => {
  const tokens = value.trim().toLowerCase().replace(/\s+/g, ' ');
  if (tokens === 'on' || tokens === 'off') return true;
  const [, way, token = ''] = TOKENS.exec(tokens) ?? [];
  return REACHING.has(token) || (way === undefined && OTHERS.has(token));
};
