import type { Services } from './services.js';
import { firstConfig } from './new-portal.js';
import { inviteStaff, type Link } from './staff-invitations.js';
import { isEmail, isLocale, isNewPortalId } from './shapes.js';

const HOURS = 24;

/** What is said on the command line; all but the first two may be left out. */
export interface GivenManager {
  readonly portal?: string;
  readonly email?: string;
  readonly name?: string;
  readonly 'portal-name'?: string;
  readonly languages?: string;
}

export interface FirstManager {
  readonly portal: string;
  readonly portalName: string;
  readonly locales: readonly [string, ...string[]];
  readonly email: string;
  readonly name: string;
}

/** Reads the command line, or says in sentences what is wrong with it. */
export const readFirstManager = ({
  portal = '',
  email = '',
  name = email,
  'portal-name': portalName = portal,
  languages = 'nl,en',
}: GivenManager): { readonly wanted?: FirstManager; readonly mistakes: readonly string[] } => {
  const [first = '', ...more] = languages.split(',').map((tag) => tag.trim());
  const mistakes = [
    ...(isNewPortalId(portal)
      ? []
      : [`--portal is no id of 2 to 50 lower-case letters, digits and hyphens: ${portal}`]),
    ...(isEmail(email) ? [] : [`--email is no e-mail address: ${email}`]),
    ...[first, ...more].flatMap((tag) => (isLocale(tag) ? [] : [`--languages holds what is no language: ${tag}`])),
  ];
  if (mistakes.length > 0) return { mistakes };
  return { wanted: { portal, portalName, locales: [first, ...more], email, name }, mistakes };
};

type Needs = Pick<Services, 'store' | 'clock' | 'portals'> & {
  readonly settings: Pick<Services['settings'], 'publicUrl'>;
};

/** Makes the portal where it is new, and a link with which its manager comes in and chooses a password. */
export const firstManager = (
  { store, portals, ...needs }: Needs,
  { portal: portalId, portalName, locales, email, name }: FirstManager,
): Promise<{ readonly isNew: boolean; readonly link: Link }> =>
  store.db.transaction(async (tx) => {
    const isNew = await portals.addIn(tx, portalId, firstConfig(portalName, locales));
    const invitation = { portalId, email, name, role: 'manager', setsPassword: true, invitedBy: null } as const;
    return { isNew, link: await inviteStaff(needs, tx, { ...invitation, hours: HOURS }) };
  });
