// What the types refuse; `npm run check` fails when one of these lines is accepted. Templates are not checked: Angular takes
// any property on an element of CUSTOM_ELEMENTS_SCHEMA.
import type { PortalRequestForm } from 'portal-request-form';

export const write = (form: PortalRequestForm) => {
  // @ts-expect-error -- answers are an object
  form.prefill = 'units';
  // @ts-expect-error -- the form itself says which step it is on
  form.step = 'details';
  form.addEventListener('portal-submitted', ({ detail }) => {
    // @ts-expect-error -- a receipt has no such thing
    console.log(detail.receipt.reference, detail.receipt.price);
  });
};
