import type { nl } from '../portals.js';

export const portals: Record<keyof typeof nl, string> = {
  portal: 'Portail',
  portals: 'Portails',
  'portals.hint': 'Un portail est un formulaire avec ses propres réglages, clients et demandes.',
  'portal.current': 'Vous travaillez ici en ce moment',
  'portal.go': 'Aller à ce portail',
  'portal.go.to': 'Aller à ce portail : {portal}',
  'portal.moved': 'Dans un autre onglet, vous continuez pour {portal}. Cet onglet a suivi.',
  'portal.role.manager': 'Gestionnaire',
  'portal.role.office': 'Bureau',
  'portal.new': 'Nouveau portail',
  'portal.new.hint':
    'Il commence par une question et aucun site web ne peut encore l’afficher. Ensuite, vous décidez de ce qui est demandé.',
  'portal.name': 'Nom du portail',
  'portal.name.hint': 'Les clients lisent ce nom au-dessus du formulaire.',
  'portal.id': 'Nom dans l’adresse',
  'portal.id.hint': 'Ceci ne peut plus être modifié ensuite. L’adresse sera {address}',
  'portal.locales': 'Langues',
  'portal.locale': 'Langue propre',
  'portal.make': 'Créer le portail',
  'portal.wrong.name': 'Saisissez un nom de 200 caractères au plus.',
  'portal.wrong.id':
    'Utilisez de 2 à 50 lettres minuscules, chiffres et tirets ; commencez par une lettre ou un chiffre.',
  'portal.wrong.taken': 'Il y a déjà un portail avec ce nom dans l’adresse. Choisissez-en un autre.',
  'portal.wrong.locales': 'Choisissez au moins une langue.',
};
