import { allFields, type PlainField, type PlainForm } from '../form.js';

type Json = Readonly<Record<string, unknown>>;

const propertyOf = ({ label, kind, choices = [] }: PlainField): Json => {
  if (kind === 'checkbox') return { title: label, type: 'boolean', const: true };
  if (kind === 'number') return { title: label, type: 'number' };
  if (kind === 'email') return { title: label, type: 'string', format: 'email' };
  if (choices.length > 0)
    return { title: label, type: 'string', oneOf: choices.map((one) => ({ const: one.id, title: one.label })) };
  return { title: label, type: 'string' };
};

const schemaOf = (fields: readonly PlainField[]): Json => ({
  type: 'object',
  required: fields.map(({ id }) => id),
  properties: Object.fromEntries(fields.map((field) => [field.id, propertyOf(field)])),
});

const WIDGETS: Partial<Record<PlainField['kind'], string>> = {
  radio: 'radio',
  textarea: 'textarea',
  checkbox: 'checkbox',
};

/** React JSON Schema Form: a schema, and widgets where the choice is not the usual one. */
export const rjsfOf = (form: PlainForm): Json => {
  const fields = allFields(form);
  const widgetOf = ({ kind }: PlainField) => {
    const widget = WIDGETS[kind];
    const inputType = kind === 'tel' || kind === 'url' ? { 'ui:options': { inputType: kind } } : {};
    return widget ? { 'ui:widget': widget } : inputType;
  };
  return {
    schema: schemaOf(fields),
    uiSchema: Object.fromEntries(fields.map((field) => [field.id, widgetOf(field)])),
  };
};

const optionsOf = ({ kind }: PlainField): Json =>
  kind === 'radio' ? { format: 'radio' } : kind === 'textarea' ? { multi: true } : {};

/** JSON Forms: a schema and its layout. */
export const jsonFormsOf = (form: PlainForm): Json => {
  const fields = allFields(form);
  return {
    schema: schemaOf(fields),
    uischema: {
      type: 'VerticalLayout',
      elements: fields.map((field) => ({
        type: 'Control',
        scope: `#/properties/${field.id}`,
        options: optionsOf(field),
      })),
    },
  };
};
