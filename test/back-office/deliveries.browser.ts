import { expect, fixture, html } from '@open-wc/testing';
import type { DeliveryDesk } from '../../demo/back-office/api/deliveries.js';
import type { OfficeApi } from '../../demo/back-office/api.js';
import { OfficeFailure } from '../../demo/back-office/failure.js';
import { createOfficeEvents } from '../../demo/back-office/events.js';
import type { Office } from '../../demo/back-office/office.js';
import { DeliveriesPage } from '../../demo/back-office/pages/deliveries.js';
import { DeliveryList } from '../../demo/back-office/parts/delivery-list.js';
import { WebhookDialog } from '../../demo/back-office/parts/webhook-dialog.js';
import { Webhooks } from '../../demo/back-office/parts/webhooks.js';
import { WorkOrderMappingPart } from '../../demo/back-office/parts/work-order-mapping.js';
import type { Delivery, MappedType, WebhookEndpoint } from '../../demo/office-contract/index.js';
import { createWords } from '../../demo/back-office/words.js';
import { until } from '../harness.js';

customElements.define('office-deliveries', DeliveriesPage);
customElements.define('office-webhooks', Webhooks);
customElements.define('office-webhook-dialog', WebhookDialog);
customElements.define('office-delivery-list', DeliveryList);
customElements.define('office-work-order-mapping', WorkOrderMappingPart);

const AT = '2026-11-27T10:00:00Z';
const endpoint: WebhookEndpoint = {
  ...{ id: 'w1', url: 'https://erp.example.com/hook', isPaused: false, createdAt: AT, goneAt: AT },
  events: ['request.accepted'],
};
const delivery: Delivery = {
  ...{ id: '7', kind: 'webhook', to: endpoint.url, about: 'request.accepted', createdAt: AT, nextTryAt: AT },
  ...{ state: 'waiting', attempts: 1, canSendAgain: true },
};
const part = { fields: [{ id: 'what', label: 'Wat' }], found: 'what' };
const none = { fields: [] };
const mapped: MappedType = {
  ...{ requestType: 'fault', label: { nl: 'Storing' }, portalLocale: 'nl', mapping: {} },
  parts: { description: part, deadline: none, workAddress: none, contact: none, project: none },
};

const desk = (change: Partial<DeliveryDesk> = {}): DeliveryDesk => ({
  endpoints: () => Promise.resolve([endpoint]),
  addEndpoint: () => Promise.resolve('whsec_c2VjcmV0'),
  changeEndpoint: () => Promise.resolve(),
  removeEndpoint: () => Promise.resolve(),
  rotateSecret: () => Promise.resolve('whsec_bmV3'),
  sendTest: () => Promise.resolve(),
  list: () => Promise.resolve({ items: [delivery] }),
  find: () =>
    Promise.resolve({
      ...{ ...delivery, body: '{"type":"request.accepted"}' },
      tries: [{ at: AT, milliseconds: 12, status: 500, failure: 'status', excerpt: '<b>Kapot</b>' }],
    }),
  sendAgain: () => Promise.resolve(),
  mappings: () => Promise.resolve([mapped]),
  setMapping: (_type, mapping) => Promise.resolve({ ...mapped, mapping }),
  ...change,
});

const draw = async (change?: Partial<DeliveryDesk>): Promise<HTMLElement> => {
  const api = { deliveries: desk(change) } as unknown as OfficeApi;
  const router = { takeArrival: () => false } as Office['router'];
  const events = createOfficeEvents(() => undefined);
  const office: Office = { api, words: createWords('nl'), router, events };
  const root = await fixture<HTMLElement>(html`<main><office-deliveries .office=${office}></office-deliveries></main>`);
  await until(
    'everything was loaded',
    () => root.querySelector('.endpoints li') && root.querySelector('table, .mapping'),
  );
  return root;
};

/** The button with these words, or this name. */
const button = (root: HTMLElement, name: string): Promise<HTMLButtonElement> =>
  until(name, () =>
    [...root.querySelectorAll('button')].find(
      (one) => (one.ariaLabel ?? one.textContent).replace(/\s+/g, ' ').trim() === name,
    ),
  );

const says = (root: HTMLElement, text: string): Promise<boolean> =>
  until(text, () => root.textContent.replace(/\s+/g, ' ').includes(text));

const enter = async (root: HTMLElement, url: string): Promise<void> => {
  (await button(root, 'Adres toevoegen')).click();
  const input = await until('the dialog', () => root.querySelector<HTMLInputElement>('dialog[open] [type=url]'));
  input.value = url;
  (await button(root, 'Opslaan')).click();
};

describe('the deliveries in the back office', () => {
  it('say why an address is refused, and can be read by everyone', async () => {
    const issues = [{ pointer: '/url', code: 'refused-address' }];
    const refuse = () => Promise.reject(new OfficeFailure('refused', 422, undefined, issues));
    const root = await draw({ addEndpoint: refuse });
    await enter(root, 'https://127.0.0.1/');
    await says(root, 'Dit adres leidt naar een intern netwerk');
    expect(document.activeElement?.getAttribute('aria-invalid')).to.equal('true');
    await expect(root).to.be.accessible();
  });

  it('show the secret of a new endpoint until the page is left', async () => {
    const root = await draw();
    await enter(root, 'https://erp.example.com/');
    await says(root, 'whsec_c2VjcmV0');
    expect(root.querySelector('dialog')?.open).to.equal(false);
    await expect(root).to.be.accessible();
  });

  it('tell how each attempt went, as text, and send again', async () => {
    const sent: string[] = [];
    const root = await draw({ sendAgain: (id) => Promise.resolve(void sent.push(id)) });
    const of = 'Aanvraag geaccepteerd aan https://erp.example.com/hook';
    (await button(root, `Pogingen: 1, voor ${of}`)).click();
    await says(root, 'antwoord 500');
    expect(root.querySelector('.attempts q')?.textContent).to.equal('<b>Kapot</b>');
    await expect(root).to.be.accessible();
    (await button(root, `Opnieuw sturen: ${of}`)).click();
    await says(root, 'Het wordt nu opnieuw verstuurd.');
    expect(sent).to.deep.equal(['7']);
  });

  it('let the office choose the field of a work order', async () => {
    const root = await draw();
    const select = root.querySelector<HTMLSelectElement>('#mapping-fault-description');
    expect(select?.options[0]?.text.trim()).to.equal('Vanzelf: Wat');
    if (select) select.value = 'none';
    select?.dispatchEvent(new Event('change'));
    await says(root, 'Opgeslagen voor Storing.');
  });
});
