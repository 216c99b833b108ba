import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { begin } from '../pages/mount.js';

/** An empty form is empty: nothing is chosen for the customer because only one value is right. */
const experimental_defaultFormStateBehavior = { constAsDefaults: 'never' };

begin((place, { schema, uiSchema }) => {
  const root = createRoot(place);
  root.render(
    createElement(Form, { schema, uiSchema, validator, noHtml5Validate: true, experimental_defaultFormStateBehavior }),
  );
  return () => {
    root.unmount();
  };
});
