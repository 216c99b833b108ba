import type { EntryMessages } from './messages.js';

export const nl: EntryMessages = {
  'step.sign-in': 'Inloggen',
  'step.start': 'Start',
  'step.details': 'Gegevens',
  'step.checklist': 'Checklist',
  'step.submit': 'Indienen',
  'step.confirmation': 'Bevestiging',
  'step.heading': 'Stap {index} van {count}: {step}',
  'step.list': 'Stappen',
  'step.done': 'klaar',
  loading: 'Het formulier wordt geladen…',

  'sign-in': 'Inloggen',
  'sign-out': 'Uitloggen',
  'sign-in.with-account': 'Met uw account',
  'sign-in.as-guest': 'Geen account?',
  'sign-in.again': 'Opnieuw inloggen',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  'send-code': 'Stuur mij een code',
  code: 'Code',
  'code.sent': 'Als {email} hier bekend is, is er een code onderweg. Die is een paar minuten geldig.',
  'code.other': 'Ander e-mailadres gebruiken of een nieuwe code vragen',
  guest: 'Verder als gast',
  'guest.help': 'U geeft uw naam en e-mailadres op als u de aanvraag indient.',
  'reset.ask': 'Wachtwoord vergeten?',
  'reset.sent': 'Als {email} hier bekend is, is er een link onderweg om een nieuw wachtwoord te kiezen.',
  'signed-in.as': 'Ingelogd als {name}',
  'guest.as': 'U gaat verder als gast',

  'draft.saved': 'Op dit apparaat bewaard om {time}',
  'draft.cannot':
    'Dit apparaat laat ons geen concept bewaren. Sluit deze pagina niet voordat u de aanvraag hebt ingediend.',
  'config.changed': 'Het formulier is intussen gewijzigd. Uw antwoorden zijn bewaard; controleer wat er nieuw is.',

  'failure.kept': 'Wat u hebt ingevuld, is bewaard.',
  'failure.retry': 'Opnieuw proberen',
  'failure.phone': 'U kunt ook bellen:',
  'failure.email': 'U kunt ook mailen:',
  'failure.by-itself': {
    one: 'Over {count} seconde proberen we het vanzelf opnieuw.',
    other: 'Over {count} seconden proberen we het vanzelf opnieuw.',
  },
  'failure.load.title': 'Het formulier kan nu niet worden getoond',
  'failure.submit.title': 'Uw aanvraag is nog niet verstuurd',
  'failure.title': 'Dat is niet gelukt',
  'failure.offline': 'Er is geen verbinding. Zodra die er is, wordt de aanvraag vanzelf verstuurd.',
  'failure.offline.load': 'Er is geen verbinding. Controleer uw internet en probeer het opnieuw.',
  'failure.timeout': 'De server doet er te lang over. Probeer het over een ogenblik opnieuw.',
  'failure.unreadable':
    'We kregen een antwoord dat niet van ons is. Zit u op een wifi-netwerk dat eerst om inloggen vraagt?',
  'failure.unavailable': 'De server kan nu niet helpen. Probeer het over een ogenblik opnieuw.',
  'failure.rate-limited': 'Dat was iets te vaak. Wacht even en probeer het opnieuw.',
  'failure.in-progress': 'Uw aanvraag wordt verwerkt. We kijken vanzelf nog eens.',
  'failure.portal-closed': 'Dit portaal is op dit moment gesloten.',
  'failure.not-found': 'Dit is niet meer te vinden.',
  'failure.forbidden': 'Dit mag niet met dit account.',
  'failure.session-expired': 'Uw sessie is verlopen. Log opnieuw in om verder te gaan waar u was.',
  'failure.invalid-credentials':
    'Het e-mailadres en het wachtwoord of de code horen niet bij elkaar. Controleer ze en probeer het opnieuw.',
  'failure.invalid-request': 'De server heeft de aanvraag niet aangenomen. Controleer uw antwoorden.',
  'failure.idempotency-mismatch':
    'We hadden deze aanvraag al ontvangen. Wat u daarna hebt gewijzigd, is niet verstuurd. Kijk bij “Mijn aanvragen” of bel ons.',
  'failure.too-large': 'Dit is te groot om te versturen. Verwijder een bestand of maak een tekst korter.',
  'failure.unsupported-file': 'Dit soort bestand kan hier niet.',
  'failure.configuration-changed':
    'Het formulier is intussen gewijzigd. Controleer wat er nieuw is en dien opnieuw in.',
  'failure.configuration-missing': 'Dit formulier bestaat niet of is verhuisd.',
  'failure.configuration-invalid':
    'Er zit een fout in de instellingen van dit formulier. Het bedrijf moet die herstellen.',
  'failure.chunk-missing':
    'Een deel van dit formulier kon niet worden geladen. Controleer uw verbinding en probeer het opnieuw.',
};
