const NAME = 'data-portal-open';

const firstDialogIn = (root: Node, form: Element): Element | null =>
  root instanceof Document || root instanceof DocumentFragment
    ? root.querySelector(`${form.localName}[appearance="dialog"]`)
    : null;

/** An opener names its form by id; one that names none opens the first there is around it, or else in the page. */
const isFor = (opener: Element, form: Element): boolean => {
  const id = opener.getAttribute(NAME);
  if (id) return form.id === id;
  const first = firstDialogIn(opener.getRootNode(), form) ?? firstDialogIn(document, form);
  return (first ?? form) === form;
};

/** What was clicked to open this form, if that is what was clicked. A link that goes to another tab is a link. */
export const openerOf = (event: MouseEvent, form: Element): HTMLElement | SVGElement | undefined => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const opener = event
    .composedPath()
    .find((one): one is HTMLElement | SVGElement => one instanceof Element && one.hasAttribute(NAME));
  return opener && isFor(opener, form) ? opener : undefined;
};
