export const nl = {
  privacy: 'Privacy',
  'privacy.hint': 'Wat van iemand bewaard wordt: op verzoek meegeven of wissen. Elke keer komt in het logboek.',
  'privacy.link': 'Gegevens meegeven of wissen',
  'privacy.look': 'Opzoeken',
  'privacy.missing': 'Vul het e-mailadres in.',
  'privacy.nothing':
    'Van {email} wordt geen account en geen aanvraag bewaard. Mails: {deliveries}; die verdwijnen na 30 dagen.',
  'privacy.account': 'Account',
  'privacy.no-account': 'geen, alleen als gast',
  'privacy.files': 'Bestanden',
  'privacy.drafts': 'Concepten',
  'privacy.deliveries': 'Mails en webhooks',
  'privacy.open': 'Nog niet afgerond',
  'privacy.open.hint': 'Rond deze aanvragen eerst af, of bevestig bij het wissen dat ze worden ingetrokken.',
  'privacy.export': 'Alles opslaan (ZIP)',
  'privacy.export.hint':
    'U krijgt één ZIP-bestand: customer.json met alles wat van deze persoon bewaard wordt, en de bestanden.',
  'privacy.export.busy': 'Bezig met inpakken…',
  'privacy.export.done': 'Ingepakt. Uw browser slaat het bestand op.',
  'privacy.file': 'klantgegevens',
  'privacy.erase': 'Wissen…',
  'privacy.erase.title': 'Alles van {email} wissen?',
  'privacy.erase.goes':
    'Weg gaan: het account met alles wat erbij hoort, namen, adressen, teksten, bestanden en berichten in aanvragen, mails en webhooks. Dit is niet terug te draaien.',
  'privacy.erase.stays':
    'Blijven: referentie, soort, status en keuzes van elke aanvraag, voor uw cijfers, en het logboek, om te laten zien wie wat deed. Niets daarvan leidt naar deze persoon. Wat andere systemen al hebben, wist u daar.',
  'privacy.erase.open': 'De aanvragen die nog niet zijn afgerond, worden ingetrokken ({count}).',
  'privacy.erase.sure': 'Wij hoeven deze gegevens niet langer te bewaren, ook niet voor een factuur of geschil.',
  'privacy.erase.refused': 'Vink dit eerst aan.',
  'privacy.erase.do': 'Definitief wissen',
  'privacy.erased':
    'Gewist. Aanvragen anoniem gemaakt: {requests}, bestanden weg: {files}, mails en webhooks weg: {deliveries}.',
};

export const en: Record<keyof typeof nl, string> = {
  privacy: 'Privacy',
  'privacy.hint': 'What is kept of somebody: handed out or erased on request. Each time is kept in the audit.',
  'privacy.link': 'Hand out or erase',
  'privacy.look': 'Look up',
  'privacy.missing': 'Enter the e-mail address.',
  'privacy.nothing': 'No account and no request of {email} is kept. Mails: {deliveries}; they go after 30 days.',
  'privacy.account': 'Account',
  'privacy.no-account': 'none, as a guest only',
  'privacy.files': 'Files',
  'privacy.drafts': 'Drafts',
  'privacy.deliveries': 'Mails and webhooks',
  'privacy.open': 'Not finished yet',
  'privacy.open.hint': 'Finish these requests first, or confirm when erasing that they are withdrawn.',
  'privacy.export': 'Save all of it (ZIP)',
  'privacy.export.hint': 'You get one ZIP file: customer.json with all that is kept of this person, and the files.',
  'privacy.export.busy': 'Packing…',
  'privacy.export.done': 'Packed. Your browser saves the file.',
  'privacy.file': 'customer-data',
  'privacy.erase': 'Erase…',
  'privacy.erase.title': 'Erase all of {email}?',
  'privacy.erase.goes':
    'What goes: the account with all that belongs to it, names, addresses, texts, files and messages in requests, mails and webhooks. This cannot be undone.',
  'privacy.erase.stays':
    'What stays: reference, type, status and choices of each request, for your figures, and the audit, to show who did what. None of it leads to this person. What other systems have already, you erase there.',
  'privacy.erase.open': 'The requests that are not finished yet are withdrawn ({count}).',
  'privacy.erase.sure': 'We need not keep this any longer, for an invoice or a dispute either.',
  'privacy.erase.refused': 'Tick this first.',
  'privacy.erase.do': 'Erase for good',
  'privacy.erased':
    'Erased. Requests anonymised: {requests}, files gone: {files}, mails and webhooks gone: {deliveries}.',
};
