import { expect } from '@open-wc/testing';
import { clear, createStore } from 'idb-keyval';
import type { Field } from '../../src/contract/index.js';
import { ask, cleanUp, mount, place, until, type Visit } from '../harness.js';
import { accountForm, customerWith } from './own-requests.js';

const fields: readonly Field[] = [
  { id: 'what', type: 'text', label: 'What', required: true },
  { id: 'place', type: 'text', label: 'Place', required: true },
];
const sent = { what: 'Boiler', place: 'Attic' };

/** A customer with one request, of which the office asks this back. */
const asked = async (names: readonly string[] = ['place']) => {
  const { visit, receipts } = await customerWith(fields, sent);
  const { id = '', reference = '' } = receipts[0] ?? {};
  const link = await ask('ask-back', { portal: visit.portal.id, request: id, fields: names, message: 'Which floor?' });
  return { visit, id, reference, link };
};

const open = async ({ visit, reference }: { visit: Visit; reference: string }): Promise<void> => {
  await visit.press(`View ${reference}`);
  await visit.role('heading', `Request ${reference}`);
};

/** Opens the link of the mail on a page where nobody signed in. */
const byLink = async (visit: Visit, link: string): Promise<Visit> => {
  visit.element.remove();
  sessionStorage.clear();
  history.replaceState(null, '', new URL(link).hash);
  const guest = place(visit.portal);
  await until('the question', () => guest.text().includes('Which floor?') || guest.text().includes('no longer works'));
  return guest;
};

afterEach(async () => {
  cleanUp();
  history.replaceState(null, '', location.pathname + location.search);
  await clear(createStore('portal-request-form', 'drafts'));
});

describe('one of my requests', () => {
  it('says who acts next and what happened, passes axe, and leads back to the list', async () => {
    const { visit, receipts } = await customerWith(fields, sent);
    const reference = receipts[0]?.reference ?? '';
    await open({ visit, reference });
    await until('the timeline', () => visit.text().includes('You sent this request.'));
    expect(visit.text()).to.contain('Portal looks at your request');
    expect(visit.root.activeElement?.textContent).to.contain(reference);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Back to my requests');
    await visit.role('button', `View ${reference}`);
    expect(visit.element.step).to.equal('start');
  });

  it('takes a message to the office, and asks for one that is empty', async () => {
    const { visit, receipts } = await customerWith(fields, sent);
    await open({ visit, reference: receipts[0]?.reference ?? '' });
    await visit.press('Send message');
    await until('the error', () => visit.text().includes('Write a message first.'));
    await visit.fill('Message to Portal', 'It is urgent.');
    await visit.press('Send message');
    await until('the message', () => visit.text().includes('You wrote:') && visit.text().includes('It is urgent.'));
  });

  it('is withdrawn after a question', async () => {
    const { visit, receipts } = await customerWith(fields, sent);
    const reference = receipts[0]?.reference ?? '';
    await open({ visit, reference });
    await visit.press('Withdraw request');
    await visit.role('group', new RegExp(`Do you want to withdraw ${reference}`));
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('Yes, withdraw');
    await until('the end', () => visit.text().includes('Nobody: you withdrew this request.'));
    expect(visit.roles('button', 'Withdraw request')).to.deep.equal([]);
  });
});

describe('what is asked back', () => {
  it('is all that is asked, with the earlier answer, and lands in the same request', async () => {
    const opened = await asked();
    const { visit } = opened;
    await open(opened);
    expect((await visit.label('Place')).value).to.equal('Attic');
    expect(visit.root.querySelectorAll('portal-reply input')).to.have.length(1);
    expect(visit.text()).to.contain('Waiting for you: 1 question.');
    expect(await visit.violations()).to.deep.equal([]);
    await visit.fill('Place', '');
    await visit.press('Send answer');
    await until('what is missing', () => visit.missing().length === 1);
    await visit.fill('Place', 'Cellar');
    await visit.press('Send answer');
    await until('the thanks', () => visit.text().includes('received your answer'));
    const stored = await ask('requests', { id: visit.portal.id });
    expect(stored.map(({ submission }) => submission.answers)).to.deep.equal([{ what: 'Boiler', place: 'Cellar' }]);
    expect(visit.heard('portal-submitted')).to.deep.equal([]);
  });

  it('is answered by the link in the mail without signing in, once, and what was typed is kept', async () => {
    const { visit, link } = await asked();
    const first = await byLink(visit, link);
    expect(location.hash).to.equal(`#portal-reply=api/portals/${visit.portal.id},`);
    await first.fill('Place', 'Cellar');
    await until('the draft', () => first.text().includes('Saved on this device'));
    first.element.remove();
    const again = place(visit.portal);
    expect((await again.label('Place')).value).to.equal('Cellar');
    expect(await again.violations()).to.deep.equal([]);
    await again.press('Send answer');
    await until('the thanks', () => again.text().includes('received your answer'));
    const late = await byLink(again, link);
    expect(late.text()).to.contain('This link no longer works');
  });

  it('opens in the form of its own portal only, also when the page is loaded again', async () => {
    const { visit, link } = await asked();
    const other = await mount(accountForm(fields));
    visit.element.remove();
    other.element.remove();
    history.replaceState(null, '', new URL(link).hash);
    for (const when of ['opened', 'loaded again']) {
      const [elsewhere, own] = [place(other.portal), place(visit.portal)];
      await until(`the question, ${when}`, () => own.text().includes('Which floor?'));
      await elsewhere.onStep('sign-in');
      expect(elsewhere.text()).not.to.contain('no longer works');
      expect(location.hash).to.equal(`#portal-reply=api/portals/${visit.portal.id},`);
      for (const { element } of [elsewhere, own]) element.remove();
    }
  });

  it('opens by a link that is followed on the page that the form stands on already, and by the next one', async () => {
    const { visit, id, link } = await asked();
    visit.element.remove();
    sessionStorage.clear();
    const guest = place(visit.portal);
    await guest.press('Continue as guest');
    await guest.onStep('start');
    location.hash = new URL(link).hash;
    await until('the question', () => guest.text().includes('Which floor?'));
    expect(location.hash).to.equal(`#portal-reply=api/portals/${visit.portal.id},`);
    const again = { portal: visit.portal.id, request: id, fields: ['what'], message: 'Which boiler?' };
    location.hash = new URL(await ask('ask-back', again)).hash;
    await until('the other question', () => guest.text().includes('Which boiler?'));
    expect(guest.text()).not.to.contain('Which floor?');
    expect((await guest.label('What')).value).to.equal('Boiler');
    location.hash = new URL(link).hash;
    await until('the end of the first link', () => guest.text().includes('no longer works'));
    await guest.press('Close');
    await guest.onStep('start');
  });

  it('opens by a link that is followed as soon as the form is there', async () => {
    const { visit, link } = await asked();
    visit.element.remove();
    sessionStorage.clear();
    const follow = () => {
      history.replaceState(null, '', new URL(link).hash); // which nobody is told
    };
    addEventListener('portal-ready', follow, { once: true });
    const guest = place(visit.portal);
    await until('the question', () => guest.text().includes('Which floor?'));
  });

  it('opens by a link that names no portal', async () => {
    const { visit, link } = await asked();
    const guest = await byLink(visit, link.replace(/=.*,/, '='));
    expect(location.hash).to.equal('#portal-reply');
    await guest.label('Place');
  });

  it('arrives once when the answer of the portal is lost', async () => {
    const opened = await asked();
    const { visit } = opened;
    await open(opened);
    await visit.fill('Place', 'Cellar');
    const next = [{ call: 'POST /requests', kind: 'lost' }] as const;
    await ask('fault', { id: visit.portal.id, next });
    await visit.press('Send answer');
    await visit.press('Try again');
    await until('the thanks', () => visit.text().includes('received your answer'));
  });
});
