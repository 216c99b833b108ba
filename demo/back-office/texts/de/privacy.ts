import type { nl } from '../privacy.js';

export const privacy: Record<keyof typeof nl, string> = {
  privacy: 'Datenschutz',
  'privacy.hint':
    'Was über jemanden gespeichert ist: auf Wunsch herausgeben oder löschen. Jedes Mal steht im Protokoll.',
  'privacy.link': 'Daten herausgeben oder löschen',
  'privacy.look': 'Nachsehen',
  'privacy.missing': 'Geben Sie die E-Mail-Adresse ein.',
  'privacy.nothing':
    'Von {email} ist weder ein Konto noch eine Anfrage gespeichert. E-Mails: {deliveries}; sie verschwinden nach 30 Tagen.',
  'privacy.account': 'Konto',
  'privacy.no-account': 'keins, nur als Gast',
  'privacy.files': 'Dateien',
  'privacy.drafts': 'Entwürfe',
  'privacy.deliveries': 'E-Mails und Webhooks',
  'privacy.open': 'Noch nicht erledigt',
  'privacy.open.hint':
    'Schließen Sie diese Anfragen erst ab oder bestätigen Sie beim Löschen, dass sie zurückgezogen werden.',
  'privacy.export': 'Alles speichern (ZIP)',
  'privacy.export.hint':
    'Sie erhalten eine ZIP-Datei: customer.json mit allem, was von dieser Person gespeichert ist, und die Dateien.',
  'privacy.export.busy': 'Wird gepackt…',
  'privacy.export.done': 'Gepackt. Ihr Browser speichert die Datei.',
  'privacy.file': 'kundendaten',
  'privacy.erase': 'Löschen…',
  'privacy.erase.title': 'Alles von {email} löschen?',
  'privacy.erase.goes':
    'Es verschwinden: das Konto mit allem, was dazugehört, Namen, Adressen, Texte, Dateien und Nachrichten in Anfragen, E-Mails und Webhooks. Das lässt sich nicht rückgängig machen.',
  'privacy.erase.stays':
    'Es bleiben: Referenz, Art, Status und Auswahlen jeder Anfrage, für Ihre Zahlen, und das Protokoll, um zu zeigen, wer was getan hat. Nichts davon führt zu dieser Person. Was andere Systeme schon haben, löschen Sie dort.',
  'privacy.erase.open': 'Die Anfragen, die noch nicht erledigt sind, werden zurückgezogen ({count}).',
  'privacy.erase.sure':
    'Wir müssen diese Daten nicht länger aufbewahren, auch nicht für eine Rechnung oder einen Streitfall.',
  'privacy.erase.refused': 'Kreuzen Sie das erst an.',
  'privacy.erase.do': 'Endgültig löschen',
  'privacy.erased':
    'Gelöscht. Anonymisierte Anfragen: {requests}, entfernte Dateien: {files}, entfernte E-Mails und Webhooks: {deliveries}.',
};
