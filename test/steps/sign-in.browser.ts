import { expect } from '@open-wc/testing';
import { ask, cleanUp, formOf, mount, place, signIn, until } from '../harness.js';

const note = { id: 'remarks', type: 'text', label: 'Remarks' } as const;

afterEach(cleanUp);

describe('the sign-in step', () => {
  it('passes axe and has one field each for address and password, which browsers can fill', async () => {
    const visit = await mount();
    expect(await visit.violations()).to.deep.equal([]);
    expect((await visit.label('E-mail address')).autocomplete).to.equal('username');
    expect((await visit.label('Password')).autocomplete).to.equal('current-password');
  });

  it('refuses a wrong password in words and keeps the address', async () => {
    const visit = await mount();
    await signIn(visit, { ...visit.portal.customer, password: 'wrong' });
    await visit.role('alert');
    expect(visit.text()).to.contain('do not belong together');
    expect((await visit.label('E-mail address')).value).to.equal(visit.portal.customer.email);
  });

  it('signs in with a code from the mail', async () => {
    const visit = await mount();
    await visit.fill('E-mail address', visit.portal.customer.email);
    await visit.press('Send me a code');
    await visit.label('Code');
    const [mail] = await ask('mails', { to: visit.portal.customer.email });
    await visit.fill('Code', /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '');
    await visit.press('Sign in');
    await visit.onStep('start');
  });

  it('still asks for the code when the page was loaded again meanwhile', async () => {
    const visit = await mount();
    await visit.fill('E-mail address', visit.portal.customer.email);
    await visit.press('Send me a code');
    await visit.label('Code');
    visit.element.remove();
    const next = place(visit.portal);
    await next.fill('Code', '000000');
    expect(next.text()).to.contain(visit.portal.customer.email);
    await next.press('Use another e-mail address or ask for a new code');
    await next.label('Password');
  });

  it('says the same of a reset for a known and an unknown address', async () => {
    const visit = await mount();
    await visit.fill('E-mail address', 'nobody@example.com');
    await visit.press('Forgot your password?');
    await until('the answer', () => visit.text().includes('If nobody@example.com is known here'));
  });

  it('has no guest way where the portal does not allow it', async () => {
    const visit = await mount({ ...formOf([note]), access: { signIn: ['password'], guests: false } });
    expect(visit.roles('button', 'Continue as guest')).to.deep.equal([]);
  });
});
