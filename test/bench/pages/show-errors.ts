const isAnswered = (control: Element | RadioNodeList | null): boolean => {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked;
  return control !== null && 'value' in control && control.value !== '';
};

const firstOf = (control: Element | RadioNodeList): Element | undefined =>
  control instanceof RadioNodeList ? control[0] : control;

const linkTo = (control: Element): HTMLElement => {
  const link = document.createElement('a');
  link.href = `#${control.id}`;
  link.textContent = (control as HTMLInputElement).labels?.[0]?.textContent ?? '';
  const item = document.createElement('li');
  item.append(link);
  return item;
};

/** Shows or hides one error; gives the control of an answer that is missing. */
const showError = (form: HTMLFormElement, error: HTMLElement): Element | undefined => {
  const named = form.elements.namedItem(error.id.replace('-error', ''));
  const control = named && firstOf(named);
  const isMissing = !isAnswered(named);
  error.hidden = !isMissing;
  error.textContent = isMissing ? 'Fill this in.' : '';
  control?.setAttribute('aria-invalid', String(isMissing));
  if (isMissing) control?.setAttribute('aria-describedby', error.id);
  else control?.removeAttribute('aria-describedby');
  return isMissing ? (control ?? undefined) : undefined;
};

/** What a careful hand-written page does when an incomplete form is sent: each error at its field, and a list of links. */
export const showErrors = (form: HTMLFormElement): void => {
  const missing = [...form.querySelectorAll<HTMLElement>('.error')].flatMap((error) => showError(form, error) ?? []);
  const summary = form.querySelector<HTMLElement>('.summary');
  if (!summary) return;
  const list = document.createElement('ul');
  list.append(...missing.map(linkTo));
  summary.replaceChildren(list);
  summary.hidden = missing.length === 0;
  summary.focus();
};
