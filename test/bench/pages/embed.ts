import type { PlainField } from '../form.js';
import { begin } from './mount.js';
import { showErrors } from './show-errors.js';

type Attributes = Readonly<Record<string, string | boolean>>;

const make = (tag: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
};

const error = (id: string) => make('p', { class: 'error', id: `${id}-error`, hidden: true });

const control = ({ id, kind, choices = [] }: PlainField): HTMLElement => {
  const common = { id, name: id, required: true };
  if (kind === 'textarea') return make('textarea', common);
  if (kind !== 'select') return make('input', { ...common, type: kind });
  const options = choices.map((one) => make('option', { value: one.id }, one.label));
  return make('select', common, make('option', { value: '' }), ...options);
};

const fieldOf = (field: PlainField): HTMLElement => {
  const { id, kind, label, choices = [] } = field;
  if (kind === 'radio') {
    const radios = choices.map((one, index) => {
      const radio = { type: 'radio', name: id, value: one.id, required: true, ...(index === 0 ? { id } : {}) };
      return make('label', {}, make('input', radio), ` ${one.label}`);
    });
    return make('fieldset', {}, make('legend', {}, label), ...radios, error(id));
  }
  if (kind === 'checkbox') return make('div', {}, make('label', {}, control(field), ` ${label}`), error(id));
  return make('div', {}, make('label', { for: id }, label), control(field), error(id));
};

/** A script as somebody writes it by hand to put one form in a page. */
begin((place, fields: readonly PlainField[]) => {
  const form = document.createElement('form');
  form.noValidate = true;
  form.append(make('div', { class: 'summary', tabindex: '-1', hidden: true }), ...fields.map(fieldOf));
  form.append(make('button', { type: 'submit' }, 'Send'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    showErrors(form);
  });
  place.replaceChildren(form);
  return () => {
    form.remove();
  };
});
