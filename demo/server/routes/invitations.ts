import { Hono, type Context } from 'hono';
import { customerInvitationLinks, websiteOf } from '../services/customer-invitations.js';
import type { Invitations, Invited } from '../services/invitations.js';
import { isPassword } from '../services/passwords.js';
import type { Services } from '../services/services.js';
import { staffInvitationLinks } from '../services/staff-invitations.js';
import { staffPasswordLinkPages } from '../services/staff-reset.js';
import { accountHead, accountPage, type AccountForm, type AccountHead, type PageLocale } from './account-page.js';
import { limitBody } from './json-body.js';
import { formValue, passwordWords } from './reset.js';

interface KindWords {
  readonly title: string;
  /** Where an account has a password already. */
  readonly join: string;
  readonly intro: (email: string, portal: string) => string;
  readonly done: string;
  readonly next: string;
}

/** One kind of invitation: what its links do, what its page says, and where it leads to. */
interface Kind {
  readonly invitations: Invitations;
  readonly words: Readonly<Record<PageLocale, KindWords>>;
  readonly next: (services: Services, portalId: string) => Promise<string | undefined>;
}

const toOffice: Kind['next'] = ({ settings }) => Promise.resolve(`${settings.publicUrl}/back-office/`);

const KINDS: Readonly<Record<string, Kind>> = {
  office: {
    invitations: staffInvitationLinks,
    words: {
      nl: {
        title: 'Welkom in de backoffice',
        join: 'Uitnodiging aannemen',
        intro: (email, portal) => `U gaat met ${email} werken voor ${portal}.`,
        done: 'U kunt nu inloggen.',
        next: 'Naar de backoffice',
      },
      en: {
        title: 'Welcome to the back office',
        join: 'Accept the invitation',
        intro: (email, portal) => `You are going to work for ${portal} with ${email}.`,
        done: 'You can sign in now.',
        next: 'To the back office',
      },
    },
    next: toOffice,
  },
  password: {
    invitations: staffPasswordLinkPages,
    words: {
      nl: {
        title: 'Nieuw wachtwoord voor de backoffice',
        join: 'Verder',
        intro: (email) =>
          `Hiermee logt u met ${email} in bij de backoffice. Wie nu nog is ingelogd, wordt overal uitgelogd.`,
        done: 'Uw nieuwe wachtwoord is opgeslagen. U kunt er nu mee inloggen.',
        next: 'Naar de backoffice',
      },
      en: {
        title: 'New password for the back office',
        join: 'Continue',
        intro: (email) =>
          `With it you sign in to the back office as ${email}. Whoever is signed in now is signed out everywhere.`,
        done: 'Your new password was saved. You can sign in with it now.',
        next: 'To the back office',
      },
    },
    next: toOffice,
  },
  customer: {
    invitations: customerInvitationLinks,
    words: {
      nl: {
        title: 'Wachtwoord kiezen',
        join: 'Verder',
        intro: (email, portal) => `Hiermee logt u met ${email} in bij ${portal}.`,
        done: 'Uw wachtwoord is opgeslagen. U kunt er nu mee inloggen.',
        next: 'Naar de website',
      },
      en: {
        title: 'Choose a password',
        join: 'Continue',
        intro: (email, portal) => `With it you sign in to ${portal} as ${email}.`,
        done: 'Your password was saved. You can sign in with it now.',
        next: 'To the website',
      },
    },
    next: async ({ portals }, portalId) => {
      const portal = await portals.find(portalId);
      return portal && websiteOf(portal);
    },
  },
};

/** Who cannot be named gets the words of whoever asks in Dutch, else English. */
const strangerHead = (c: Context): AccountHead => {
  const isDutch = c.req.header('accept-language')?.toLowerCase().startsWith('nl');
  return { locale: isDutch ? 'nl' : 'en', portalName: '' };
};

const stalePage = (c: Context, { words }: Kind, head = strangerHead(c)) => {
  const { title } = words[head.locale];
  return c.html(accountPage(head, { title, message: passwordWords(head.locale).stale, isWrong: true }), 422);
};

const formOf = (name: string, kind: Kind, head: AccountHead, { email, asksPassword }: Invited, token: string) => {
  const { intro, join } = kind.words[head.locale];
  const { label, send } = passwordWords(head.locale);
  const form: AccountForm = {
    ...{ action: `/invitation/${name}`, hidden: { token }, intro: intro(email, head.portalName), username: email },
    ...(asksPassword ? { label, send } : { send: join }),
  };
  return form;
};

/** The pages behind the links of invitations. A link is used up by the form, so that no mail scanner does it. */
export const invitationRoutes = (services: Services): Hono =>
  new Hono()
    .get('/invitation/:kind', async (c, next) => {
      const name = c.req.param('kind');
      const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
      if (!kind) return next();
      c.header('Cache-Control', 'no-store');
      const token = c.req.query('token') ?? '';
      const invited = await kind.invitations.find(services, token);
      const head = invited && (await accountHead(services, c, invited.portalId));
      if (!invited || !head) return stalePage(c, kind);
      const { title } = kind.words[head.locale];
      return c.html(accountPage(head, { title, form: formOf(name, kind, head, invited, token) }));
    })
    .post('/invitation/:kind', limitBody, async (c, next) => {
      const name = c.req.param('kind');
      const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
      if (!kind) return next();
      c.header('Cache-Control', 'no-store');
      const body = await c.req.parseBody();
      const [token, password] = [formValue(body['token']), formValue(body['password'])];
      const invited = await kind.invitations.find(services, token);
      const head = invited && (await accountHead(services, c, invited.portalId));
      if (!invited || !head) return stalePage(c, kind);
      const { title, done, next: text } = kind.words[head.locale];
      if (invited.asksPassword && !isPassword(password)) {
        const form = formOf(name, kind, head, invited, token);
        const message = passwordWords(head.locale).length;
        return c.html(accountPage(head, { title, message, isWrong: true, form }), 422);
      }
      const chosen = invited.asksPassword ? password : undefined;
      if (!(await kind.invitations.accept(services, token, chosen))) return stalePage(c, kind, head);
      const address = await kind.next(services, invited.portalId);
      return c.html(
        accountPage(head, { title, message: done, ...(address === undefined ? {} : { next: { address, text } }) }),
      );
    });
