/**
 * What `import 'portal-request-form'` gets where a page is rendered on a server: there are no elements there, and importing
 * does not fail. Node with a DOM of its own, as in unit tests, gets the element.
 */
const built = typeof HTMLElement === 'function' ? await import('./portal-request-form.js') : undefined;

export const PortalRequestForm = built?.PortalRequestForm;
