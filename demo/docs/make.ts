import type { PortalRequestForm } from 'portal-request-form';

type Child = Node | string;

/** An element with attributes and children; `true` is an attribute without a value, `false` and `undefined` are none. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

/** A form on this endpoint that shows at once, signed in when a token is given. */
export const makeForm = (
  endpoint: string,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  token?: string,
): PortalRequestForm => {
  const form = make('portal-request-form', { endpoint, lang: 'en', ...attributes });
  if (token !== undefined) form.tokenProvider = () => Promise.resolve(token);
  return form;
};

/** A label before what it names. */
export const labelled = (text: string, control: HTMLElement): HTMLLabelElement =>
  make('label', { class: 'labelled' }, make('span', {}, text), control);

/** A list to choose from, of values with what they are called. */
export const choice = (options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement =>
  make('select', {}, ...options.map(([value, text]) => new Option(text, value)));
