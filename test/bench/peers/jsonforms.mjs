import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from '../pages/mount.js';

/** JSON Forms has no form of its own: errors are shown once the page says so. */
const Form = ({ schema, uischema }) => {
  const [data, setData] = useState({});
  const [validationMode, setValidationMode] = useState('ValidateAndHide');
  const send = (event) => {
    event.preventDefault();
    setValidationMode('ValidateAndShow');
  };
  const form = createElement(JsonForms, {
    schema,
    uischema,
    data,
    validationMode,
    renderers: vanillaRenderers,
    cells: vanillaCells,
    onChange: (changed) => setData(changed.data),
  });
  return createElement('form', { noValidate: true, onSubmit: send }, form, createElement('button', null, 'Send'));
};

begin((place, schema) => {
  const root = createRoot(place);
  root.render(createElement(Form, schema));
  return () => {
    root.unmount();
  };
});
