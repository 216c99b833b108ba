import { PortalRequestForm } from './portal-request-form.js';
import { SignInStep } from './steps/sign-in.js';

const TAG = 'portal-request-form';

/** Registers the element. A second copy of the script, or somebody else's element of that name, is one warning. */
export const define = (): void => {
  if (customElements.get(TAG)) {
    console.warn(`${TAG}: this tag is already defined; the script is loaded twice, or the name is taken.`);
    return;
  }
  customElements.define('portal-step-sign-in', SignInStep);
  customElements.define(TAG, PortalRequestForm);
};
