import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { ask, cleanUp, formOf, mount, mountFields, place, until } from '../harness.js';
import type { Fault } from './fault.js';
import { arrivedOnce, canResize, fault, onceIsEnough, readyToSend, everyStep, remarks, stored } from './visits.js';

onceIsEnough();
afterEach(cleanUp);

describe('an answer that is no configuration', () => {
  const answers: [string, Fault][] = [
    ['nothing', { kind: 'instead', status: 200, body: '' }],
    ['another media type', { kind: 'instead', status: 200, body: 'hello', headers: { 'content-type': 'text/plain' } }],
    ['a list', { kind: 'instead', status: 200, body: '[]' }],
  ];
  for (const [what, way] of answers) {
    it(`1 ${what} is said, and trying again works`, async () => {
      const portal = await ask('portal', { config: formOf([remarks]) });
      await fault(portal, { ...way, call: 'GET /config', times: 2 });
      const visit = place(portal);
      await until('the failure', () => visit.heard('portal-error').length > 0);
      expect(visit.element.step).to.equal('error');
      await fault(portal);
      await visit.press('Try again');
      await visit.onStep('start');
    });
  }
});

describe('texts of a configuration', () => {
  it('5 with markup are shown as text wherever they stand', async () => {
    const markup = '<img src=x onerror="window.wasRun = true"><script>window.wasRun = true</script>&amp;${7*7}';
    const options = [{ id: 'a', label: markup }];
    const visit = await mount(
      {
        ...formOf([
          { ...remarks, label: markup, help: markup },
          { id: 'note', type: 'note', text: `${markup} [link](javascript:window.wasRun=true)` },
          { id: 'choice', type: 'radio', label: 'Choice', options },
        ]),
      },
      { requestType: 'one' },
    );
    expect(visit.text()).to.contain('<script>').and.to.contain('&amp;').and.to.contain('${7*7}');
    expect(visit.root.querySelectorAll('script, img, a[href^="javascript"]')).to.have.length(0);
    expect('wasRun' in window).to.equal(false);
  });

  it('10 of any script and length are no wider than a phone', async function () {
    if (!canResize) this.skip();
    await setViewport({ width: 320, height: 640 });
    const texts = ['x'.repeat(500), 'שלום '.repeat(30), '\u202eevil\u202c', 'a\u200bb', '👩‍👩‍👧'.repeat(40)];
    await mountFields(texts.map((label, index) => ({ id: `f${index}`, type: 'text', label, help: label })));
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });

  it('9 in 500 fields and 2,000 options are shown, and the form works', async () => {
    const options = Array.from({ length: 2_000 }, (_, index) => ({ id: `o${index}`, label: `Option ${index}` }));
    const fields = Array.from({ length: 500 }, (_, index) => ({ ...remarks, id: `f${index}`, required: false }));
    const visit = await mountFields([...fields, { id: 's', type: 'select', label: 'Many', options }]);
    await visit.fill('Many', 'Option 1999');
    await visit.press('Next');
    await visit.onStep('submit');
  });
});

describe('a portal with little in it', () => {
  it('12 says that there is nothing to ask for, when there is nothing', async () => {
    const visit = await mount({ ...formOf([]), requestTypes: [] });
    expect(visit.element.step).to.equal('start');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('12 takes a request without fields, checklist or terms', async () => {
    const visit = await mount(formOf([]), { requestType: 'one' });
    await visit.onStep('submit');
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(await stored(visit)).to.have.length(1);
  });
});

describe('two versions of a configuration', () => {
  it('14 are never mixed: an outdated one is fetched again until it is the one of the server', async () => {
    const visit = await readyToSend();
    const { id } = visit.portal;
    const old = JSON.stringify({ ...everyStep(), version: '1' });
    await ask('publish', { id, config: { ...everyStep(), version: '2' } });
    await fault(visit.portal, { kind: 'instead', status: 200, body: old, call: 'GET /config' });
    await visit.press('Submit request');
    await until('the words', () => visit.text().includes('changed in the meantime'));
    await visit.press('Submit request');
    await until('the newer one', () => visit.heard('portal-error').length > 1);
    await visit.press('Submit request');
    await arrivedOnce(visit);
    expect((await stored(visit))[0]?.submission.configVersion).to.equal('2');
  });
});
