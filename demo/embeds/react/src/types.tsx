// What the types refuse; `npm run check` fails when one of these lines is accepted.
import 'portal-request-form/react';

export const refused = [
  // @ts-expect-error -- the endpoint is required
  <portal-request-form />,
  // @ts-expect-error -- answers are an object
  <portal-request-form endpoint="/" prefill="units" />,
  // @ts-expect-error -- only the address of the page
  <portal-request-form endpoint="/" prefillFrom="cookie" />,
  // @ts-expect-error -- the form itself says which step it is on
  <portal-request-form endpoint="/" step="details" />,
  // @ts-expect-error -- there is no such text
  <portal-request-form endpoint="/" messages={{ nonsense: 'x' }} />,
  // @ts-expect-error -- a receipt has no such thing
  <portal-request-form endpoint="/" onportal-submitted={({ detail }) => detail.receipt.price} />,
];
export const accepted = (
  <portal-request-form endpoint="/" request-type="fault" no-drafts className="wide" id="form" key="form">
    <p slot="footer">Until five</p>
  </portal-request-form>
);
