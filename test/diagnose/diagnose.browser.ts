import { expect } from '@open-wc/testing';
import { cleanUp, place, until } from '../harness.js';
import { openPortal } from '../host/journey.js';
import { openPage, SCRIPT, tagFor } from '../host/page.js';

afterEach(cleanUp);

const diagnosisIn = (root: ShadowRoot): Promise<HTMLElement> =>
  until('the diagnosis', () => root.querySelector<HTMLElement>('.diagnosis'));

describe('a form that says why it does not work', () => {
  it('is fine where it is, and passes axe', async () => {
    const visit = place(await openPortal());
    visit.element.diagnose = true;
    expect((await diagnosisIn(visit.root)).innerText).to.contain('Nothing is wrong');
    await visit.onStep('sign-in');
    expect(await visit.violations()).to.deep.equal([]);
    visit.element.endpoint = '';
    await until('another cause', () => visit.root.querySelector('.diagnosis')?.textContent.includes('no address'));
  });

  it('speaks Dutch too, and shows the line to change', async () => {
    const { endpoint } = await openPortal();
    const page = await openPage({
      head: SCRIPT,
      body: `<portal-request-form lang="nl" diagnose endpoint="${endpoint}/nothing"></portal-request-form>`,
    });
    const visit = await page.visit(await openPortal());
    const { innerText } = await diagnosisIn(visit.root);
    expect(innerText).to.contain('staat geen portaal: het antwoord was 404');
    expect(innerText).to.contain('/api/portals/NAME');
  });

  it('speaks German and French, and English where the form is Arabic', async () => {
    const portal = await openPortal();
    for (const [lang, title, spoken] of [
      ['de', 'Warum das Formular nicht funktioniert', 'de'],
      ['fr', 'Pourquoi le formulaire ne fonctionne pas', 'fr'],
      ['ar', 'Why the form does not work', 'en'],
    ] as const) {
      const visit = place(portal, { lang });
      visit.element.diagnose = true;
      const box = await diagnosisIn(visit.root);
      expect([box.lang, box.dir, box.getAttribute('aria-label')]).to.deep.equal([spoken, 'ltr', title]);
    }
  });

  it('names the origin that the portal has to allow', async () => {
    const visit = place(await openPortal(['https://www.example.com']));
    visit.element.diagnose = true;
    const { innerText } = await diagnosisIn(visit.root);
    expect(innerText).to.contain('CORS').and.to.contain(location.origin);
  });

  it('names the directive of a policy that refuses the call', async () => {
    const portal = await openPortal();
    const policy = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`;
    const page = await openPage({ head: policy + SCRIPT, body: tagFor(portal, 'diagnose') });
    const visit = await page.visit(portal);
    expect((await diagnosisIn(visit.root)).innerText).to.contain(`connect-src ${new URL(portal.endpoint).origin}`);
  });

  it('names what cannot be reached', async () => {
    const visit = place({ ...(await openPortal()), endpoint: 'http://127.0.0.1:9/api/portals/acme' });
    visit.element.diagnose = true;
    expect((await diagnosisIn(visit.root)).innerText).to.contain('127.0.0.1:9 cannot be reached');
  });

  it('says that nothing is kept where storage is blocked', async () => {
    const blocked = `<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('blocked'); } });</script>`;
    const portal = await openPortal();
    const page = await openPage({ head: blocked + SCRIPT, body: tagFor(portal, 'diagnose') });
    const visit = await page.visit(portal);
    expect((await diagnosisIn(visit.root)).innerText).to.contain('keeps nothing');
  });

  it('says that a clock is wrong', async () => {
    const clock = '<script>const now = Date.now; Date.now = () => now() + 86_400_000;</script>';
    const portal = await openPortal();
    const page = await openPage({ head: clock + SCRIPT, body: tagFor(portal, 'diagnose') });
    const visit = await page.visit(portal);
    expect((await diagnosisIn(visit.root)).innerText).to.match(/14(?:39|40|41) minutes off/);
  });
});
