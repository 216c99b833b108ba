import { expect } from '@open-wc/testing';
import { createStore, keys } from 'idb-keyval';
import { ask, cleanUp, formOf, mount, mountFields, place, signIn, until } from './harness.js';

const units = { id: 'units', type: 'number', label: 'Units', required: true } as const;
const remarks = { id: 'remarks', type: 'textarea', label: 'Remarks' } as const;

afterEach(cleanUp);

describe('<portal-request-form>', () => {
  it('tells that it is ready with the portal and the language', async () => {
    const visit = await mount();
    const [ready] = visit.heard('portal-ready') as { portal: { locale: string }; locale: string }[];
    expect(ready?.portal.locale).to.equal('nl');
    expect(ready?.locale).to.equal('en');
    expect(visit.element.getAttribute('step')).to.equal('sign-in');
  });

  it('starts the request type it is asked for, filled in by the host page', async () => {
    const visit = await mount(formOf([units, remarks]), { requestType: 'one', prefill: { units: 3, unknown: 1 } });
    expect(visit.element.step).to.equal('details');
    expect((await visit.label('Units')).value).to.equal('3');
    expect(visit.heard('portal-started')).to.deep.equal([{ requestType: 'one' }]);
  });

  it('gives the same result when properties are set after it is attached', async () => {
    const visit = await mount(formOf([units]));
    expect(visit.element.step).to.equal('start');
    visit.element.requestType = 'one';
    await visit.onStep('details');
    visit.element.prefill = { units: 4 };
    await until('the prefilled answer', () => visit.root.querySelector('input')?.value === '4');
  });

  it('says which field was answered, never what', async () => {
    const visit = await mountFields([units]);
    await visit.fill('Units', '7');
    for (const detail of visit.heard('portal-answer-changed')) expect(detail).to.deep.equal({ field: 'units' });
  });

  it('settles its methods when the step is shown', async () => {
    const visit = await mount(formOf([units], { id: 'one' }));
    await visit.element.start('one');
    expect(visit.element.step).to.equal('details');
    await visit.element.next();
    expect(visit.missing()).to.deep.equal(['Units: Fill this in.']);
    await visit.fill('Units', '2');
    await visit.element.next();
    expect(visit.element.step).to.equal('submit');
    await visit.element.back();
    expect(visit.element.step).to.equal('details');
    await visit.element.goTo('start');
    expect(visit.element.step).to.equal('start');
  });

  it('goes on with what the host page starts as soon as somebody signed in', async () => {
    const visit = await mount({ ...formOf([units]), access: { signIn: ['password'], guests: true } });
    visit.element.addEventListener('portal-signed-in', () => void visit.element.start('one'));
    await signIn(visit);
    const asksForRequests = async () =>
      (await ask('calls', { id: visit.portal.id })).some(({ path }) => path.startsWith('/requests'));
    while (!(await asksForRequests())); // the last of what signing in does
    expect(visit.element.step).to.equal('details');
    expect(visit.heard('portal-started')).to.deep.equal([{ requestType: 'one' }]);
  });

  it('goes no further than the first step where something is missing', async () => {
    const visit = await mountFields([units]);
    await visit.element.goTo('submit');
    expect(visit.element.step).to.equal('details');
    expect(visit.heard('portal-invalid')).to.deep.equal([
      { step: 'details', errors: [{ pointer: '/answers/units', code: 'required' }] },
    ]);
  });

  it('stays on a step when the host page objects to leaving it', async () => {
    const visit = await mountFields([remarks]);
    const object = (event: Event) => {
      event.preventDefault();
    };
    visit.element.addEventListener('portal-step-change', object);
    await visit.element.next();
    expect(visit.element.step).to.equal('details');
    visit.element.removeEventListener('portal-step-change', object);
    await visit.element.next();
    expect(visit.element.step).to.equal('submit');
  });

  it('sends nothing when the host page objects to sending', async () => {
    const visit = await mountFields([remarks]);
    await visit.element.next();
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    visit.element.addEventListener('portal-submit', (event) => {
      event.preventDefault();
    });
    await visit.press('Submit request');
    expect(await ask('requests', { id: visit.portal.id })).to.deep.equal([]);
    expect(visit.element.step).to.equal('submit');
  });

  it('counts steps from one, as the heading does', async () => {
    const visit = await mountFields([remarks]);
    await visit.element.next();
    expect(visit.heard('portal-step-changed').at(-1)).to.deep.equal({
      step: 'submit',
      previous: 'details',
      index: 2,
      count: 3,
    });
    expect((await visit.role('heading', 'Step 2 of 3: Submit')).matches(':focus')).to.equal(true);
  });

  it('switches the language and keeps the answers', async () => {
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'kept');
    visit.element.lang = 'nl';
    await visit.role('button', 'Volgende');
    expect((await visit.label<HTMLTextAreaElement>('Remarks')).value).to.equal('kept');
  });

  it('says single texts in the words of the host page', async () => {
    const visit = await mount(formOf([remarks]), { requestType: 'one', messages: { next: 'Go on' } });
    await visit.role('button', 'Go on');
  });

  it('keeps its state when it is moved', async () => {
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'kept');
    const elsewhere = document.createElement('section');
    visit.element.parentElement?.append(elsewhere);
    elsewhere.append(visit.element);
    await visit.element.updateComplete;
    expect((await visit.label<HTMLTextAreaElement>('Remarks')).value).to.equal('kept');
  });

  it('knows nothing of a second form on the same page', async () => {
    const first = await mountFields([remarks]);
    const second = await mountFields([remarks]);
    await first.fill('Remarks', 'of the first');
    expect((await second.label<HTMLTextAreaElement>('Remarks')).value).to.equal('');
  });

  it('is signed in by the host page, without a sign-in step', async () => {
    const portal = await ask('portal', {});
    const { email, password } = portal.customer;
    const answer = await fetch(`${portal.endpoint}/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ method: 'password', email, password }),
    });
    const { token } = (await answer.json()) as { token: string };
    const visit = place(portal, { tokenProvider: () => Promise.resolve(token) });
    await visit.onStep('start');
    expect(visit.text()).to.contain('Signed in as Anna').and.not.to.contain('Sign out');
    await visit.role('heading', 'Step 1 of 5: Start');
  });

  it('forgets the request and its draft on reset', async () => {
    const visit = await mount(formOf([remarks]));
    await visit.element.start('one');
    await visit.fill('Remarks', 'forget me');
    await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
    await visit.element.reset();
    expect(visit.element.step).to.equal('start');
    expect(visit.heard('portal-draft-discarded')).to.have.length(1);
    await visit.element.start('one');
    expect((await visit.label<HTMLTextAreaElement>('Remarks')).value).to.equal('');
  });

  it('keeps nothing on the device with no-drafts', async () => {
    const visit = await mount(formOf([remarks]), { requestType: 'one', noDrafts: true });
    await visit.fill('Remarks', 'not kept');
    await visit.element.next();
    expect(visit.heard('portal-draft-saved')).to.deep.equal([]);
  });

  it('takes the word false in an attribute for what it says', async () => {
    const { element } = await mount(formOf([remarks]));
    for (const name of ['no-drafts', 'diagnose']) element.setAttribute(name, 'false');
    expect([element.noDrafts, element.diagnose]).to.deep.equal([false, false]);
    element.setAttribute('no-drafts', '');
    expect(element.noDrafts).to.equal(true);
  });

  it('forgets what it kept when no-drafts is set midway', async () => {
    const visit = await mount(formOf([remarks]), { requestType: 'one' });
    await visit.fill('Remarks', 'private');
    await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
    visit.element.noDrafts = true;
    await visit.fill('Remarks', 'private too');
    let kept = 1;
    const look = async () => {
      const names = await keys<string>(createStore('portal-request-form', 'drafts'));
      kept = names.filter((name) => name.includes(visit.portal.id)).length;
    };
    await until('nothing kept', () => {
      void look();
      return kept === 0;
    });
    visit.element.remove();
    const next = place(visit.portal, { requestType: 'one' });
    await next.onStep('details');
    expect((await next.label('Remarks')).value).to.equal('');
  });

  it('goes on with the draft of this tab when it is put on the page again', async () => {
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'typed before');
    await until('the draft', () => visit.heard('portal-draft-saved').length > 0);
    visit.element.remove();
    const again = place(visit.portal, { requestType: 'one' });
    await until('the restored draft', () => again.heard('portal-draft-restored').length > 0);
    expect((await again.label<HTMLTextAreaElement>('Remarks')).value).to.equal('typed before');
  });

  it('signs out, and the token is dead from then on', async () => {
    const visit = await mount();
    await signIn(visit);
    await visit.onStep('start');
    await visit.element.signOut();
    expect(visit.element.step).to.equal('sign-in');
    expect(visit.heard('portal-signed-out')).to.deep.equal([{}]);
    const call = (await ask('calls', { id: visit.portal.id })).findLast((one) => one.method === 'DELETE');
    const answer = await fetch(`${visit.portal.endpoint}/session`, {
      headers: { Authorization: String(call?.headers.authorization) },
    });
    expect(answer.status).to.equal(401);
  });
});

describe('nonsense from the host page', () => {
  it('in prefill, messages and tokenProvider is a warning, and the form works', async () => {
    const nonsense = { next: 5 } as unknown as { next: string };
    const tokenProvider = () => Promise.reject(new Error('no token'));
    const settings = { requestType: 'one', prefill: { units: 'many' }, messages: nonsense, tokenProvider };
    const visit = await mount(formOf([units]), settings);
    expect((await visit.label('Units')).value).to.equal('');
    await visit.role('button', 'Next');
  });

  it('such as a reset while the portal cannot be shown only loads it again', async () => {
    const portal = await ask('portal', { config: formOf([units]) });
    await ask('fault', { id: portal.id, next: [{ kind: 'problem', status: 404, code: 'not-found' }] });
    const visit = place(portal);
    await visit.onStep('error');
    await visit.element.reset();
    await visit.onStep('start');
  });
});
