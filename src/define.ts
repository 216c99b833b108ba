import { config } from 'zod/mini';
import { PortalRequestForm } from './portal-request-form.js';
import { stepElements } from './steps/registry.js';

const TAG = 'portal-request-form';

/** Registers the element. A second copy of the script, or somebody else's element of that name, is one warning. */
export const define = (): void => {
  if (customElements.get(TAG)) {
    console.warn(`${TAG}: this tag is already defined; the script is loaded twice, or the name is taken.`);
    return;
  }
  config({ jitless: true });
  for (const [tag, element] of Object.entries(stepElements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
  customElements.define(TAG, PortalRequestForm);
};
