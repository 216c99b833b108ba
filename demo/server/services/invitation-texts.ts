import { isDutch, letter, type Written } from './mail-texts.js';

interface ToStaff {
  readonly portal: string;
  readonly name: string;
  /** Who invites. */
  readonly by: string;
  readonly link: string;
  readonly days: number;
}

interface ToCustomer {
  readonly portal: string;
  readonly name: string;
  readonly email: string;
  /** Where a password is chosen; nothing where the portal has no passwords. */
  readonly link: string | undefined;
  /** Whether the portal also mails codes. */
  readonly hasCodes: boolean;
  /** Where the form stands, when that is known. */
  readonly website: string | undefined;
  readonly days: number;
}

interface InvitationTexts {
  staff(invitation: ToStaff): Written;
  staffPassword(invitation: Omit<ToStaff, 'by'>): Written;
  customer(invitation: ToCustomer): Written;
}

const en: InvitationTexts = {
  staff: ({ portal, name, by, link, days }) => ({
    subject: `You are invited to the office of ${portal}`,
    text: letter(
      `Dear ${name},`,
      `${by} invites you to work on the requests of ${portal}. This link works once, for ${days} days:`,
      link,
      'Do you not know what this is about? Then do nothing.',
    ),
    link,
    button: 'Accept the invitation',
  }),
  staffPassword: ({ portal, name, link, days }) => ({
    subject: `A new password for the office of ${portal}`,
    text: letter(
      `Dear ${name},`,
      `Choose a new password for the back office here. This link works once, for ${days} days:`,
      link,
      'You did not ask for it? Then do nothing.',
    ),
    link,
    button: 'Choose a new password',
  }),
  customer: ({ portal, name, email, link, hasCodes, website, days }) => ({
    subject: `Your account with ${portal}`,
    text: letter(
      `Dear ${name},`,
      `You can send your requests to ${portal} online and follow them. You sign in with ${email}.`,
      link && `Choose a password here. This link works once, for ${days} days:`,
      link,
      hasCodes
        ? `${link ? 'Without a password' : 'When you sign in'}, choose "Mail me a code": the code comes to this address.`
        : undefined,
      website && `The form is at ${website}`,
      `Kind regards,\n${portal}`,
    ),
    ...(link ? { link, button: 'Choose a password' } : {}),
  }),
};

const nl: InvitationTexts = {
  staff: ({ portal, name, by, link, days }) => ({
    subject: `U bent uitgenodigd voor de backoffice van ${portal}`,
    text: letter(
      `Beste ${name},`,
      `${by} nodigt u uit om te werken aan de aanvragen van ${portal}. Deze link werkt één keer, ${days} dagen lang:`,
      link,
      'Weet u niet waar dit over gaat? Dan hoeft u niets te doen.',
    ),
    link,
    button: 'Uitnodiging aannemen',
  }),
  staffPassword: ({ portal, name, link, days }) => ({
    subject: `Een nieuw wachtwoord voor de backoffice van ${portal}`,
    text: letter(
      `Beste ${name},`,
      `Kies hier een nieuw wachtwoord voor de backoffice. Deze link werkt één keer, ${days} dagen lang:`,
      link,
      'Heeft u er niet om gevraagd? Dan hoeft u niets te doen.',
    ),
    link,
    button: 'Nieuw wachtwoord kiezen',
  }),
  customer: ({ portal, name, email, link, hasCodes, website, days }) => ({
    subject: `Uw account bij ${portal}`,
    text: letter(
      `Beste ${name},`,
      `U kunt uw aanvragen voor ${portal} online versturen en volgen. U logt in met ${email}.`,
      link && `Kies hier een wachtwoord. Deze link werkt één keer, ${days} dagen lang:`,
      link,
      hasCodes
        ? `${link ? 'Zonder wachtwoord kiest u' : 'Kies bij het inloggen'} "Stuur mij een code": de code komt op dit adres binnen.`
        : undefined,
      website && `Het formulier staat op ${website}`,
      `Met vriendelijke groet,\n${portal}`,
    ),
    ...(link ? { link, button: 'Wachtwoord kiezen' } : {}),
  }),
};

/** What invitations say; English for a language that has no texts of its own. */
export const invitationTexts = (locale: string): InvitationTexts => (isDutch(locale) ? nl : en);
