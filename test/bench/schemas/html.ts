import { allFields, type PlainField, type PlainForm } from '../form.js';

const INPUT_TYPES = { text: 'text', email: 'email', tel: 'tel', url: 'url', number: 'number' } as const;

const labelOf = ({ id, label }: PlainField): string => `<label for="${id}">${label}</label>`;
const errorOf = ({ id }: PlainField): string => `<p class="error" id="${id}-error" hidden></p>`;

const choicesOf = ({ id, choices = [] }: PlainField): string =>
  choices
    .map(
      (one, index) =>
        `<label><input type="radio" name="${id}" value="${one.id}" required${index === 0 ? ` id="${id}"` : ''}> ${one.label}</label>`,
    )
    .join('');

const controlOf = (field: PlainField): string => {
  const { id, kind, label, choices = [] } = field;
  if (kind === 'radio') return `<fieldset><legend>${label}</legend>${choicesOf(field)}${errorOf(field)}</fieldset>`;
  if (kind === 'checkbox')
    return `<div><label><input type="checkbox" id="${id}" name="${id}" required> ${label}</label>${errorOf(field)}</div>`;
  const options = choices.map((one) => `<option value="${one.id}">${one.label}</option>`).join('');
  const control =
    kind === 'select'
      ? `<select id="${id}" name="${id}" required><option value=""></option>${options}</select>`
      : kind === 'textarea'
        ? `<textarea id="${id}" name="${id}" required></textarea>`
        : `<input type="${INPUT_TYPES[kind]}" id="${id}" name="${id}" required>`;
  return `<div>${labelOf(field)}${control}${errorOf(field)}</div>`;
};

/** The form as somebody writes it by hand: no script but what shows the errors. */
export const htmlOf = (form: PlainForm): string =>
  `<form novalidate><div class="summary" tabindex="-1" hidden></div>${allFields(form).map(controlOf).join('')}` +
  `<button type="submit">Send</button></form>`;
