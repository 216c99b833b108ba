import { expect } from '@open-wc/testing';
import { cleanUp } from '../harness.js';
import { hasOneRequest, openPortal, sendAsGuest } from './journey.js';
import { openPage, tagFor } from './page.js';

afterEach(cleanUp);

/** As an administrator writes it who allows nothing but this form. */
const policy = (endpoint: string, trustedTypes: string): string =>
  `default-src 'none'; script-src 'nonce-once'; connect-src ${new URL(endpoint).origin}; base-uri 'none'; form-action 'none'; ` +
  `require-trusted-types-for 'script'; trusted-types ${trustedTypes}`;

const LISTENER = `<script nonce="once">
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
</script>`;

describe('a content security policy', () => {
  it('60 that allows one nonce, Trusted Types and the portal is broken by nothing, up to the reference', async () => {
    const portal = await openPortal();
    const page = await openPage({
      head: `<meta http-equiv="Content-Security-Policy" content="${policy(portal.endpoint, 'lit-html')}">${LISTENER}`,
      body: `<script type="module" nonce="once" src="/src/index.ts"></script>${tagFor(portal)}`,
    });
    const visit = await page.visit(portal);
    await sendAsGuest(visit);
    await hasOneRequest(portal);
    expect((page.window as unknown as { violations: string[] }).violations).to.deep.equal([]);
  });
});
