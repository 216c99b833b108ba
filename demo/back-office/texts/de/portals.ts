import type { nl } from '../portals.js';

export const portals: Record<keyof typeof nl, string> = {
  portal: 'Portal',
  portals: 'Portale',
  'portals.hint': 'Ein Portal ist ein Formular mit eigenen Einstellungen, Kunden und Anfragen.',
  'portal.current': 'Hier arbeiten Sie gerade',
  'portal.go': 'Zu diesem Portal',
  'portal.go.to': 'Zu diesem Portal: {portal}',
  'portal.moved': 'Sie arbeiten in einem anderen Tab für {portal} weiter. Dieser Tab hat mitgewechselt.',
  'portal.role.manager': 'Administrator',
  'portal.role.office': 'Büro',
  'portal.new': 'Neues Portal',
  'portal.new.hint':
    'Es beginnt mit einer Frage und darf noch auf keiner Website stehen. Danach legen Sie fest, was gefragt wird.',
  'portal.name': 'Name des Portals',
  'portal.name.hint': 'Kunden lesen diesen Namen über dem Formular.',
  'portal.id': 'Name in der Adresse',
  'portal.id.hint': 'Das lässt sich später nicht mehr ändern. Die Adresse wird {address}',
  'portal.locales': 'Sprachen',
  'portal.locale': 'Eigene Sprache',
  'portal.make': 'Portal erstellen',
  'portal.wrong.name': 'Geben Sie einen Namen mit höchstens 200 Zeichen ein.',
  'portal.wrong.id':
    'Verwenden Sie 2 bis 50 Kleinbuchstaben, Ziffern und Bindestriche; beginnen Sie mit einem Buchstaben oder einer Ziffer.',
  'portal.wrong.taken': 'Es gibt schon ein Portal mit diesem Namen in der Adresse. Wählen Sie einen anderen.',
  'portal.wrong.locales': 'Wählen Sie mindestens eine Sprache.',
};
