// Made by `npm run docs` from custom-elements.json.
import type { HTMLAttributes } from 'svelte/elements';
import type { PortalEvents, PortalRequestForm } from 'portal-request-form';

export * from 'portal-request-form';

interface Settings {
  /** Base URL of the portal's contract, absolute or relative to the page. Required. */
  endpoint: PortalRequestForm['endpoint'];
  /** Starts a request of this type at once; an unknown one is a warning, and the customer chooses. */
  requestType?: PortalRequestForm['requestType'];
  /** Keeps nothing on this device. */
  noDrafts?: PortalRequestForm['noDrafts'];
  /** Says above the form why it does not work in this page, with the line to change. */
  diagnose?: PortalRequestForm['diagnose'];
  /** `dialog` shows the form in a dialog, which every element with `data-portal-open` opens; `inline` where it stands. */
  appearance?: PortalRequestForm['appearance'];
  /** For a host page that is already signed in: gives the portal's bearer token, or null for nobody. */
  tokenProvider?: PortalRequestForm['tokenProvider'];
  /** Initial answers from the host page, by field id. */
  prefill?: PortalRequestForm['prefill'];
  /** `url` lets parameters of the page's address fill in the fields that they are named after. */
  prefillFrom?: PortalRequestForm['prefillFrom'];
  /** Overrides single texts of the form. */
  messages?: PortalRequestForm['messages'];
  /** Starts a request of this type at once; an unknown one is a warning, and the customer chooses. */
  'request-type'?: PortalRequestForm['requestType'];
  /** Keeps nothing on this device. */
  'no-drafts'?: boolean | '';
  /** `url` lets parameters of the page's address fill in the fields that they are named after. */
  'prefill-from'?: PortalRequestForm['prefillFrom'];
  /** The configuration is loaded and the first step shown. */
  'onportal-ready'?: (event: CustomEvent<PortalEvents['portal-ready']>) => void;
  /** The customer signed in. */
  'onportal-signed-in'?: (event: CustomEvent<PortalEvents['portal-signed-in']>) => void;
  /** The customer signed out. */
  'onportal-signed-out'?: (event: CustomEvent<PortalEvents['portal-signed-out']>) => void;
  /** A request of this type was started. */
  'onportal-started'?: (event: CustomEvent<PortalEvents['portal-started']>) => void;
  /** Before a step is left; cancelable. */
  'onportal-step-change'?: (event: CustomEvent<PortalEvents['portal-step-change']>) => void;
  /** A step is shown; `index` counts from 1. */
  'onportal-step-changed'?: (event: CustomEvent<PortalEvents['portal-step-changed']>) => void;
  /** A field was answered: which, never what. */
  'onportal-answer-changed'?: (event: CustomEvent<PortalEvents['portal-answer-changed']>) => void;
  /** Going on was refused: what is missing. */
  'onportal-invalid'?: (event: CustomEvent<PortalEvents['portal-invalid']>) => void;
  /** The request was kept on this device. */
  'onportal-draft-saved'?: (event: CustomEvent<PortalEvents['portal-draft-saved']>) => void;
  /** A draft goes on. */
  'onportal-draft-restored'?: (event: CustomEvent<PortalEvents['portal-draft-restored']>) => void;
  /** A draft was thrown away. */
  'onportal-draft-discarded'?: (event: CustomEvent<PortalEvents['portal-draft-discarded']>) => void;
  /** Before the request is sent; cancelable. */
  'onportal-submit'?: (event: CustomEvent<PortalEvents['portal-submit']>) => void;
  /** The server has the request: its receipt. */
  'onportal-submitted'?: (event: CustomEvent<PortalEvents['portal-submitted']>) => void;
  /** The server has what the office asked back: the receipt of the request as it is now. */
  'onportal-replied'?: (event: CustomEvent<PortalEvents['portal-replied']>) => void;
  /** Something failed; `retrying` when the form tries again by itself. */
  'onportal-error'?: (event: CustomEvent<PortalEvents['portal-error']>) => void;
  /** The dialog was opened (`appearance="dialog"`). */
  'onportal-opened'?: (event: CustomEvent<PortalEvents['portal-opened']>) => void;
  /** The dialog was closed; what was typed stays. */
  'onportal-closed'?: (event: CustomEvent<PortalEvents['portal-closed']>) => void;
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'portal-request-form': Settings & Omit<HTMLAttributes<PortalRequestForm>, keyof Settings>;
  }
}
