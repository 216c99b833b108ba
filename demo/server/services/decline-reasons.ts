import type { DeclineReason } from '../../office-contract/index.js';
import type { Services } from './services.js';

/** What an office can choose from that has set no reasons of its own. */
const USUAL: readonly DeclineReason[] = [
  { id: 'outside-area', text: { nl: 'Het adres ligt buiten ons werkgebied.', en: 'The address is outside our area.' } },
  { id: 'not-ours', text: { nl: 'Dit is geen werk dat wij doen.', en: 'This is not work that we do.' } },
  {
    id: 'contract',
    text: { nl: 'Dit valt niet onder uw overeenkomst.', en: 'Your agreement does not cover this.' },
  },
  {
    id: 'too-little',
    text: { nl: 'Wij weten te weinig om dit te kunnen doen.', en: 'We know too little to do this.' },
  },
  { id: 'solved', text: { nl: 'Het is al verholpen.', en: 'It has been solved already.' } },
];

/** The reasons for which the office of a portal declines, each in every language of the portal. */
export const declineReasonsOf = async ({ portals }: Services, portalId: string): Promise<readonly DeclineReason[]> => {
  const portal = await portals.find(portalId);
  const own = portal?.office.declineReasons ?? [];
  return own.length > 0 ? own : USUAL;
};
