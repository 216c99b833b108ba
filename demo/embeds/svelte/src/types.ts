// What the types refuse; `npm run check` fails when one of these lines is accepted.
import 'portal-request-form/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Form = SvelteHTMLElements['portal-request-form'];

export const forms: Form[] = [
  // @ts-expect-error -- the endpoint is required
  {},
  // @ts-expect-error -- answers are an object
  { endpoint: '/', prefill: 'units' },
  // @ts-expect-error -- only the address of the page
  { endpoint: '/', prefillFrom: 'cookie' },
  // @ts-expect-error -- the form itself says which step it is on
  { endpoint: '/', step: 'details' },
  // @ts-expect-error -- there is no such text
  { endpoint: '/', messages: { nonsense: 'x' } },
  // @ts-expect-error -- a receipt has no such thing
  { endpoint: '/', 'onportal-submitted': ({ detail }) => detail.receipt.price },
  { endpoint: '/', 'request-type': 'fault', 'no-drafts': true, class: 'wide', id: 'form' },
];
