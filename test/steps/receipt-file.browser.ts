import { expect } from '@open-wc/testing';
import { nameOfConfig } from '../../src/api/known-config.js';
import { receiptFileSchema, type Receipt, type ReceiptFile } from '../../src/contract/index.js';
import { checkReceipt } from '../../src/rules/index.js';
import { ask, cleanUp, formOf, mount, place, until, type Visit } from '../harness.js';

const terms = [
  { id: 'general', version: '3', required: true, label: 'Terms', text: { en: 'Pay in time.', nl: 'Betaal op tijd.' } },
  { id: 'page', version: '1', required: true, label: 'Privacy', url: 'https://example.com/privacy' },
];

const form = formOf([{ id: 'what', type: 'text', label: 'What', required: true }], { terms });

/** On the confirmation of a guest whose request had two terms. */
const open = async (): Promise<Visit> => {
  const visit = await mount(form, { requestType: 'one' });
  await visit.fill('What', '  e\u0301 \u{1f525} boiler ');
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Gerda');
  await visit.fill('E-mail address', 'gerda@example.com');
  for (const label of ['Terms', 'Privacy']) await visit.choose(new RegExp(label));
  await visit.press('Submit request');
  await visit.onStep('confirmation');
  return visit;
};

const SAVE = 'Save proof of submission';

const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click') ?? {};
const wait = globalThis.setTimeout.bind(globalThis);

/** What the browser is asked to save, and what is to be done later; nothing reaches the disk. */
const watchSaving = () => {
  const saved: { readonly name: string; readonly address: string }[] = [];
  const later: (() => void)[] = [];
  Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
    configurable: true,
    value(this: HTMLAnchorElement) {
      saved.push({ name: this.download, address: this.href });
    },
  });
  globalThis.setTimeout = ((act: () => void, time?: number) => {
    if (time !== 60_000) return wait(act, time);
    later.push(act);
    return 0;
  }) as typeof setTimeout;
  return { saved, later };
};

const save = async (
  visit: Visit,
): Promise<{ name: string; file: ReceiptFile; revoke: () => void; address: string }> => {
  const { saved, later } = watchSaving();
  await visit.press(SAVE);
  const { name, address } = await until('the file', () => saved[0]);
  const text = await (await fetch(address)).text();
  const revoke = () => {
    later.forEach((act) => act());
  };
  return { name, address, revoke, file: receiptFileSchema.parse(JSON.parse(text)) };
};

afterEach(() => {
  Object.defineProperty(HTMLAnchorElement.prototype, 'click', click);
  globalThis.setTimeout = wait;
  Reflect.deleteProperty(crypto.subtle, 'digest');
  cleanUp();
});

describe('the proof of submission', () => {
  it('is a file with what is stored, the texts that were accepted, and the signed receipt', async () => {
    const visit = await open();
    const { receipt } = await until(
      'the receipt',
      () => visit.heard('portal-submitted')[0] as { receipt: Receipt } | undefined,
    );
    const { name, file } = await save(visit);
    expect(name).to.equal(`receipt-${receipt.reference}.json`);
    expect(file.receipt).to.deep.equal(receipt);
    expect(file.endpoint).to.equal(visit.portal.endpoint);
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(file.submission).to.deep.equal(stored?.submission);
    expect(file.terms.map(({ text, url }) => text ?? url)).to.eql(['Pay in time.', 'https://example.com/privacy']);
    expect(await checkReceipt(file, undefined)).to.deep.equal([]);
  });

  it('says what it is called, passes axe, and leaves nothing behind', async () => {
    const visit = await open();
    const { name, address, revoke } = await save(visit);
    await until('the name', () => visit.text().includes(`Saved as ${name}.`));
    expect(await visit.violations()).to.deep.equal([]);
    revoke();
    expect(await fetch(address).catch(() => 'gone')).to.equal('gone');
  });

  for (const [device, known] of [
    ['a device that knows them', true],
    ['a device that forgot them', false],
  ] as const) {
    it(`is that of the request also after the settings were changed, with the terms of then on ${device}`, async () => {
      const visit = await open();
      visit.element.remove();
      const config = { ...form, version: '2', requestTypes: form.requestTypes.map((type) => ({ ...type, terms: [] })) };
      await ask('publish', { id: visit.portal.id, config });
      if (!known) localStorage.removeItem(nameOfConfig(visit.portal.endpoint));
      const next = place(visit.portal, { requestType: 'one' });
      await next.onStep('confirmation');
      const { file } = await save(next);
      expect(file.submission['configVersion']).to.equal('1');
      expect(file.terms.map(({ id, version, text, url }) => [id, version, text ?? url])).to.eql([
        ['general', '3', known ? 'Pay in time.' : undefined],
        ['page', '1', known ? 'https://example.com/privacy' : undefined],
      ]);
      expect(await checkReceipt(file, undefined)).to.deep.equal([]);
    });
  }

  it('says when it could not be made, and can be tried again', async () => {
    const visit = await open();
    crypto.subtle.digest = () => Promise.reject(new Error('not now'));
    await visit.press(SAVE);
    await until('the reason', () => visit.text().includes('The proof could not be made.'));
    expect(await visit.violations()).to.deep.equal([]);
    Reflect.deleteProperty(crypto.subtle, 'digest');
    await save(visit);
    await until('the name', () => visit.text().includes('Saved as receipt-'));
  });
});
