import type { nl } from '../privacy.js';

export const privacy: Record<keyof typeof nl, string> = {
  privacy: 'Confidentialité',
  'privacy.hint':
    'Ce qui est conservé sur une personne : remis ou effacé sur demande. Chaque fois est inscrite au journal.',
  'privacy.link': 'Remettre ou effacer les données',
  'privacy.look': 'Chercher',
  'privacy.missing': 'Saisissez l’adresse e-mail.',
  'privacy.nothing':
    'Aucun compte ni aucune demande de {email} n’est conservé. E-mails : {deliveries} ; ils disparaissent après 30 jours.',
  'privacy.account': 'Compte',
  'privacy.no-account': 'aucun, seulement comme invité',
  'privacy.files': 'Fichiers',
  'privacy.drafts': 'Brouillons',
  'privacy.deliveries': 'E-mails et webhooks',
  'privacy.open': 'Pas encore terminées',
  'privacy.open.hint': 'Terminez d’abord ces demandes, ou confirmez en effaçant qu’elles sont retirées.',
  'privacy.export': 'Tout enregistrer (ZIP)',
  'privacy.export.hint':
    'Vous recevez un fichier ZIP : customer.json avec tout ce qui est conservé sur cette personne, et les fichiers.',
  'privacy.export.busy': 'Préparation du fichier…',
  'privacy.export.done': 'Prêt. Votre navigateur enregistre le fichier.',
  'privacy.file': 'donnees-client',
  'privacy.erase': 'Effacer…',
  'privacy.erase.title': 'Effacer tout ce qui concerne {email} ?',
  'privacy.erase.goes':
    'Ce qui disparaît : le compte avec tout ce qui en fait partie, les noms, adresses, textes, fichiers et messages des demandes, des e-mails et des webhooks. C’est irréversible.',
  'privacy.erase.stays':
    'Ce qui reste : la référence, le type, l’état et les choix de chaque demande, pour vos chiffres, et le journal, pour montrer qui a fait quoi. Rien de cela ne mène à cette personne. Ce que d’autres systèmes ont déjà, vous l’effacez là-bas.',
  'privacy.erase.open': 'Les demandes qui ne sont pas encore terminées sont retirées ({count}).',
  'privacy.erase.sure': 'Nous n’avons plus à conserver ces données, pas même pour une facture ou un litige.',
  'privacy.erase.refused': 'Cochez d’abord ceci.',
  'privacy.erase.do': 'Effacer définitivement',
  'privacy.erased':
    'Effacé. Demandes anonymisées : {requests}, fichiers supprimés : {files}, e-mails et webhooks supprimés : {deliveries}.',
};
