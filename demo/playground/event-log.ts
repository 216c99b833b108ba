import type { PortalEvents } from 'portal-request-form';

const LONGEST = 200;

// Every event of the form: one that is missing here does not compile.
const EVENTS: Record<keyof PortalEvents, true> = {
  'portal-ready': true,
  'portal-signed-in': true,
  'portal-signed-out': true,
  'portal-started': true,
  'portal-step-change': true,
  'portal-step-changed': true,
  'portal-answer-changed': true,
  'portal-invalid': true,
  'portal-draft-saved': true,
  'portal-draft-restored': true,
  'portal-draft-discarded': true,
  'portal-submit': true,
  'portal-submitted': true,
  'portal-replied': true,
  'portal-opened': true,
  'portal-closed': true,
  'portal-error': true,
};

const entry = (event: Event): HTMLLIElement => {
  const item = document.createElement('li');
  const name = document.createElement('strong');
  const detail = document.createElement('pre');
  name.textContent = event.cancelable ? `${event.type} (cancelable)` : event.type;
  detail.textContent = JSON.stringify(event instanceof CustomEvent ? event.detail : {}, null, 2);
  item.append(`${new Date().toLocaleTimeString('en-GB')} `, name, detail);
  return item;
};

/** Writes every event of the form into the list, newest first; `refuse` says whether to cancel what can be cancelled. */
export const logEvents = (form: HTMLElement, list: HTMLElement, refuse: () => boolean): void => {
  for (const name of Object.keys(EVENTS)) {
    form.addEventListener(name, (event) => {
      if (event.cancelable && refuse()) event.preventDefault();
      list.prepend(entry(event));
      while (list.childElementCount > LONGEST) list.lastElementChild?.remove();
    });
  }
};
