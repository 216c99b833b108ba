import { fixtureSync, html } from '@open-wc/testing';
import { visitOf, until, type Visit } from '../harness.js';
import type { FreshPortal } from '../runner/commands.js';

/** How a website loads the form: the module script, from source. */
export const SCRIPT = '<script type="module" src="/src/index.ts"></script>';

/** The element as a website writes it, with a phone number for when it cannot be shown. */
export const tagFor = (portal: FreshPortal, attributes = ''): string =>
  `<portal-request-form lang="en" endpoint="${portal.endpoint}" ${attributes}><p>Phone 050 123 45 67</p></portal-request-form>`;

interface Head {
  readonly head?: string;
  readonly body?: string;
  /** The attributes of the root element. */
  readonly root?: string;
  readonly sandbox?: string;
}

/** A page of another website, in a frame of its own: what it does to itself does nothing to the test. */
export interface HostPage {
  readonly frame: HTMLIFrameElement;
  readonly document: Document;
  readonly window: Window & typeof globalThis;
  /** The form of this selector, once it is defined. */
  visit(portal: FreshPortal, selector?: string): Promise<Visit>;
}

const source = ({ head = '', body = '', root = '' }: Head): string =>
  `<!doctype html><html ${root}><head><meta charset="utf-8"><title>A website</title>${head}</head><body>${body}</body></html>`;

/** Puts a frame with this page on the test's own, and waits until it is loaded. */
export const openPage = async (page: Head): Promise<HostPage> => {
  const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="A website" width="900" height="700"></iframe>`);
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  if (page.sandbox !== undefined) frame.setAttribute('sandbox', page.sandbox);
  frame.srcdoc = source(page);
  await loaded;
  const inside = (): Document => {
    if (!frame.contentDocument) throw new Error('The page is not open to the test');
    return frame.contentDocument;
  };
  return {
    frame,
    get document() {
      return inside();
    },
    get window() {
      return frame.contentWindow as Window & typeof globalThis;
    },
    visit: async (portal, selector = 'portal-request-form') => {
      const element = await until(`a defined ${selector}`, () =>
        inside().querySelector<HTMLElementTagNameMap['portal-request-form']>(`${selector}[step]`),
      );
      return visitOf(element, portal);
    },
  };
};
