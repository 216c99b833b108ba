import type { Written } from './mail-texts.js';
import { inLanguageOf } from './mails/language.js';
import { letter } from './mails/letter.js';

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
  /** For who said that they forgot it. */
  forgotten(account: Omit<ToStaff, 'by' | 'days'>): Written;
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
  forgotten: ({ portal, name, link }) => ({
    subject: `A new password for the office of ${portal}`,
    text: letter(
      `Dear ${name},`,
      'Choose a new password for the back office here. This link works once, for an hour:',
      link,
      'You did not ask for it? Then do nothing; your password stays as it is.',
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
  forgotten: ({ portal, name, link }) => ({
    subject: `Een nieuw wachtwoord voor de backoffice van ${portal}`,
    text: letter(
      `Beste ${name},`,
      'Kies hier een nieuw wachtwoord voor de backoffice. Deze link werkt één keer, een uur lang:',
      link,
      'Heeft u er niet om gevraagd? Dan hoeft u niets te doen; uw wachtwoord blijft zoals het is.',
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

const de: InvitationTexts = {
  staff: ({ portal, name, by, link, days }) => ({
    subject: `Sie sind in das Büro von ${portal} eingeladen`,
    text: letter(
      `Guten Tag ${name},`,
      `${by} lädt Sie ein, an den Anfragen von ${portal} zu arbeiten. Dieser Link funktioniert einmal, ${days} Tage lang:`,
      link,
      'Sie wissen nicht, worum es geht? Dann brauchen Sie nichts zu tun.',
    ),
    link,
    button: 'Einladung annehmen',
  }),
  staffPassword: ({ portal, name, link, days }) => ({
    subject: `Ein neues Passwort für das Büro von ${portal}`,
    text: letter(
      `Guten Tag ${name},`,
      `wählen Sie hier ein neues Passwort für das Büro. Dieser Link funktioniert einmal, ${days} Tage lang:`,
      link,
      'Sie haben nicht darum gebeten? Dann brauchen Sie nichts zu tun.',
    ),
    link,
    button: 'Neues Passwort wählen',
  }),
  forgotten: ({ portal, name, link }) => ({
    subject: `Ein neues Passwort für das Büro von ${portal}`,
    text: letter(
      `Guten Tag ${name},`,
      'wählen Sie hier ein neues Passwort für das Büro. Dieser Link funktioniert einmal, eine Stunde lang:',
      link,
      'Sie haben nicht darum gebeten? Dann brauchen Sie nichts zu tun; Ihr Passwort bleibt, wie es ist.',
    ),
    link,
    button: 'Neues Passwort wählen',
  }),
  customer: ({ portal, name, email, link, hasCodes, website, days }) => ({
    subject: `Ihr Konto bei ${portal}`,
    text: letter(
      `Guten Tag ${name},`,
      `Sie können Ihre Anfragen an ${portal} online senden und verfolgen. Sie melden sich mit ${email} an.`,
      link && `Wählen Sie hier ein Passwort. Dieser Link funktioniert einmal, ${days} Tage lang:`,
      link,
      hasCodes
        ? `${link ? 'Ohne Passwort wählen Sie' : 'Wählen Sie beim Anmelden'} „Code zusenden“: der Code kommt an diese Adresse.`
        : undefined,
      website && `Das Formular steht auf ${website}`,
      `Freundliche Grüße\n${portal}`,
    ),
    ...(link ? { link, button: 'Passwort wählen' } : {}),
  }),
};

const fr: InvitationTexts = {
  staff: ({ portal, name, by, link, days }) => ({
    subject: `Vous êtes invité au bureau de ${portal}`,
    text: letter(
      `Bonjour ${name},`,
      `${by} vous invite à traiter les demandes de ${portal}. Ce lien fonctionne une fois, pendant ${days} jours :`,
      link,
      'Vous ne savez pas de quoi il s’agit ? Alors vous n’avez rien à faire.',
    ),
    link,
    button: 'Accepter l’invitation',
  }),
  staffPassword: ({ portal, name, link, days }) => ({
    subject: `Un nouveau mot de passe pour le bureau de ${portal}`,
    text: letter(
      `Bonjour ${name},`,
      `Choisissez ici un nouveau mot de passe pour le bureau. Ce lien fonctionne une fois, pendant ${days} jours :`,
      link,
      'Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire.',
    ),
    link,
    button: 'Choisir un nouveau mot de passe',
  }),
  forgotten: ({ portal, name, link }) => ({
    subject: `Un nouveau mot de passe pour le bureau de ${portal}`,
    text: letter(
      `Bonjour ${name},`,
      'Choisissez ici un nouveau mot de passe pour le bureau. Ce lien fonctionne une fois, pendant une heure :',
      link,
      'Vous ne l’avez pas demandé ? Alors vous n’avez rien à faire ; votre mot de passe reste le même.',
    ),
    link,
    button: 'Choisir un nouveau mot de passe',
  }),
  customer: ({ portal, name, email, link, hasCodes, website, days }) => ({
    subject: `Votre compte chez ${portal}`,
    text: letter(
      `Bonjour ${name},`,
      `Vous pouvez envoyer vos demandes à ${portal} en ligne et les suivre. Vous vous connectez avec ${email}.`,
      link && `Choisissez ici un mot de passe. Ce lien fonctionne une fois, pendant ${days} jours :`,
      link,
      hasCodes
        ? `${link ? 'Sans mot de passe, choisissez' : 'En vous connectant, choisissez'} « M’envoyer un code » : le code arrive à cette adresse.`
        : undefined,
      website && `Le formulaire se trouve sur ${website}`,
      `Cordialement,\n${portal}`,
    ),
    ...(link ? { link, button: 'Choisir un mot de passe' } : {}),
  }),
};

/** What invitations say; English for a language that has no texts of its own. */
export const invitationTexts = (locale: string): InvitationTexts => inLanguageOf(locale, { nl, en, de, fr });
