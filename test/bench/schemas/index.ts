import { allFields, type PlainForm } from '../form.js';
import { htmlOf } from './html.js';
import { jsonFormsOf, rjsfOf } from './json-schema.js';
import { formioOf, formkitOf, surveyOf } from './peers.js';
import { portalOf } from './widget.js';

/** What each candidate is given, made ahead in its own words, so that no conversion is measured. */
export const schemas = {
  html: htmlOf,
  embed: allFields,
  lit: allFields,
  widget: portalOf,
  surveyjs: surveyOf,
  formio: formioOf,
  formkit: formkitOf,
  jsonforms: jsonFormsOf,
  rjsf: rjsfOf,
} satisfies Record<string, (form: PlainForm) => unknown>;

export type CandidateName = keyof typeof schemas;
