import { fixtureCleanup, fixtureSync, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import 'axe-core';
import type { Field, PortalConfig } from '../src/contract/index.js';
import '../src/index.js';
import type { PortalRequestForm } from '../src/index.js';
import type { FreshPortal, PortalCommands } from './runner/commands.js';

const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };

interface AxeCommons {
  readonly commons: {
    readonly aria: { getRole(element: Element): string | null };
    readonly text: { accessibleText(element: Element): string };
  };
}

/** Asks the machine outside the browser: a fresh portal, what it holds, a fault in its next calls. */
export const ask = <N extends keyof PortalCommands>(
  name: N,
  payload: PortalCommands[N]['payload'],
): Promise<PortalCommands[N]['answer']> =>
  executeServerCommand<PortalCommands[N]['answer'], PortalCommands[N]['payload']>(name, payload);

/** Waits until something holds, looking again after each frame. */
export const until = async <T>(what: string, look: () => T | undefined | null | false): Promise<T> => {
  const end = performance.now() + 20_000; // three browsers begin at once, each with all modules to load
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

/** The shown elements with this role and accessible name, as assistive technology finds them. */
const withRole = (root: ShadowRoot, role: string, name?: string | RegExp): HTMLElement[] => {
  const { aria, text } = (axe as unknown as AxeCommons).commons;
  axe.setup(root.host);
  try {
    return [...root.querySelectorAll<HTMLElement>(':not(slot, style, slot *)')].filter(
      (element) =>
        aria.getRole(element) === role &&
        isShown(element) &&
        (name === undefined || fits(squeeze(text.accessibleText(element)), name)),
    );
  } finally {
    axe.teardown();
  }
};

const withLabel = (root: ShadowRoot, label: string | RegExp): HTMLElement[] => {
  const labels = [...root.querySelectorAll('label')].filter((one) => fits(squeeze(one.textContent), label));
  return labels.flatMap((one) => (one.control ? [one.control] : []));
};

const typeInto = (control: HTMLElement, text: string): void => {
  if ('options' in control) {
    const select = control as HTMLSelectElement; // of any page: a frame has classes of its own
    select.value = [...select.options].find((option) => option.label === text)?.value ?? text;
  } else if ('value' in control) control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

/** What violates WCAG 2.2 A and AA, as sentences; nothing is what a test wants. */
const violations = async (element: Element): Promise<string[]> => {
  const { violations: found } = await axe.run(element, { resultTypes: ['violations'] });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary ?? ''} ${node.html}`));
};

/** A mounted form and a person in front of it. */
export interface Visit {
  readonly element: PortalRequestForm;
  readonly portal: FreshPortal;
  readonly root: ShadowRoot;
  /** One element by role and name; fails when there is none within a few seconds. */
  role(role: string, name?: string | RegExp): Promise<HTMLElement>;
  /** All elements with this role now. */
  roles(role: string, name?: string | RegExp): HTMLElement[];
  label<E extends HTMLElement = HTMLInputElement>(label: string | RegExp): Promise<E>;
  fill(label: string | RegExp, text: string): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  choose(label: string | RegExp): Promise<void>;
  onStep(step: string): Promise<void>;
  /** The texts of the list of what is missing. */
  missing(): string[];
  text(): string;
  violations(): Promise<string[]>;
  /** The details of every event of this name so far. */
  heard(name: string): unknown[];
}

/** The person in front of a form that is on a page; `events` is what that page heard of it. */
export const visitOf = (
  element: PortalRequestForm,
  portal: FreshPortal,
  events: readonly CustomEvent[] = [],
): Visit => {
  const root = element.renderRoot as ShadowRoot;
  const role = (wanted: string, name?: string | RegExp) =>
    until(`${wanted} "${String(name)}"`, () => withRole(root, wanted, name)[0]);
  const label = <E extends HTMLElement = HTMLInputElement>(wanted: string | RegExp) =>
    until(`label "${String(wanted)}"`, () => withLabel(root, wanted)[0] as E | undefined);
  const settled = async () => void (await element.updateComplete);
  return {
    ...{ element, portal, root, role, label },
    roles: (wanted, name) => withRole(root, wanted, name),
    fill: async (wanted, text) => {
      const control = await label<HTMLElement>(wanted);
      control.focus();
      typeInto(control, text);
      await settled();
    },
    press: async (name) => {
      (await role('button', name)).click();
      await settled();
    },
    choose: async (wanted) => {
      (await label(wanted)).click();
      await settled();
    },
    onStep: async (step) => {
      await until(`step ${step}`, () => element.step === step);
      await settled();
    },
    missing: () => [...root.querySelectorAll('.summary li')].map((one) => squeeze(one.textContent)),
    text: () => squeeze(root.querySelector('.form')?.textContent ?? ''),
    violations: () => violations(element),
    heard: (name) => events.filter((event) => event.type === name).map((event) => event.detail as unknown),
  };
};

const EVENTS = [
  'ready',
  'signed-in',
  'signed-out',
  'started',
  'step-change',
  'step-changed',
  'answer-changed',
  'invalid',
  'draft-saved',
  'draft-restored',
  'draft-discarded',
  'submit',
  'submitted',
  'opened',
  'closed',
  'error',
] as const;

type Settings = Partial<
  Pick<
    PortalRequestForm,
    'appearance' | 'requestType' | 'noDrafts' | 'tokenProvider' | 'prefill' | 'prefillFrom' | 'messages' | 'lang'
  >
>;

/** Puts a form for this portal on the page, in English; nothing is waited for. */
export const place = (portal: FreshPortal, settings: Settings = {}): Visit => {
  const events: CustomEvent[] = [];
  const around = fixtureSync<HTMLDivElement>(html`<div></div>`);
  for (const name of EVENTS) around.addEventListener(`portal-${name}`, (event) => events.push(event as CustomEvent));
  const element = document.createElement('portal-request-form');
  Object.assign(element, { lang: 'en', ...settings, endpoint: portal.endpoint });
  around.append(element);
  return visitOf(element, portal, events);
};

/** Opens a fresh portal with this configuration, and a form for it that is ready. */
export const mount = async (config?: PortalConfig, settings: Settings = {}): Promise<Visit> => {
  const visit = place(await ask('portal', { config }), settings);
  await until('portal-ready', () => visit.heard('portal-ready').length > 0);
  return visit;
};

/** Takes every form away and what this tab and device remember, so that the next test starts with nothing. */
export const cleanUp = (): void => {
  fixtureCleanup();
  sessionStorage.clear();
  localStorage.clear();
};

export const signIn = async (visit: Visit, who = visit.portal.customer): Promise<void> => {
  await visit.fill('E-mail address', who.email);
  await visit.fill('Password', who.password);
  await visit.press('Sign in');
};

/** A portal for guests only, with one request type made of these fields, that starts at once. */
export const formOf = (
  fields: readonly Field[],
  more: Partial<PortalConfig['requestTypes'][number]> = {},
): PortalConfig => ({
  version: '1',
  portal: { name: 'Portal', locale: 'en', locales: ['en', 'nl'], timeZone: 'Europe/Amsterdam', phone: '050 123 45 67' },
  access: { signIn: [], guests: true },
  requestTypes: [
    { id: 'one', label: 'One', sections: [{ id: 'all', fields: [...fields] }], checklist: [], terms: [], ...more },
  ],
});

/** A form on its details step, with these fields. */
export const mountFields = (
  fields: readonly Field[],
  more: Partial<PortalConfig['requestTypes'][number]> = {},
): Promise<Visit> => mount(formOf(fields, more), { requestType: 'one' });
