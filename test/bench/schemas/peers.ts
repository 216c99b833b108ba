import { allFields, type PlainField, type PlainForm } from '../form.js';

type Json = Readonly<Record<string, unknown>>;

const surveyElement = ({ id, label, kind, choices = [] }: PlainField): Json => {
  const common = { name: id, title: label, isRequired: true };
  const listed = choices.map((one) => ({ value: one.id, text: one.label }));
  if (kind === 'select') return { ...common, type: 'dropdown', renderAs: 'select', choices: listed };
  if (kind === 'radio') return { ...common, type: 'radiogroup', choices: listed };
  if (kind === 'checkbox') {
    return { ...common, type: 'boolean', renderAs: 'checkbox', valueTrue: true, validators: [] };
  }
  if (kind === 'textarea') return { ...common, type: 'comment' };
  return { ...common, type: 'text', inputType: kind };
};

/** SurveyJS: one page. */
export const surveyOf = (form: PlainForm): Json => ({
  showQuestionNumbers: 'off',
  checkErrorsMode: 'onNextPage',
  pages: [{ name: 'page', elements: allFields(form).map(surveyElement) }],
});

const FORMIO_TYPES: Record<PlainField['kind'], string> = {
  text: 'textfield',
  email: 'email',
  tel: 'phoneNumber',
  url: 'url',
  number: 'number',
  textarea: 'textarea',
  select: 'select',
  radio: 'radio',
  checkbox: 'checkbox',
};

const formioComponent = ({ id, label, kind, choices = [] }: PlainField): Json => {
  const common = { key: id, label, type: FORMIO_TYPES[kind], input: true, validate: { required: true } };
  const values = choices.map((one) => ({ value: one.id, label: one.label }));
  if (kind === 'select') return { ...common, widget: 'html5', dataSrc: 'values', data: { values } };
  if (kind === 'radio') return { ...common, values };
  if (kind === 'tel') return { ...common, inputMask: '' };
  return common;
};

/** Form.io: a form of components, the last of them the button. */
export const formioOf = (form: PlainForm): Json => ({
  display: 'form',
  components: [
    ...allFields(form).map(formioComponent),
    { type: 'button', key: 'submit', label: 'Send', action: 'submit', input: true },
  ],
});

const formkitNode = ({ id, label, kind, choices = [] }: PlainField): Json => {
  const validation = kind === 'checkbox' ? 'accepted' : 'required';
  const options = choices.map((one) => ({ value: one.id, label: one.label }));
  const blank = kind === 'select' ? [{ value: '', label: '' }] : [];
  return {
    $formkit: kind,
    name: id,
    id,
    label,
    validation,
    ...(choices.length > 0 ? { options: [...blank, ...options] } : {}),
  };
};

/** FormKit: a schema of inputs. */
export const formkitOf = (form: PlainForm): readonly Json[] => allFields(form).map(formkitNode);
