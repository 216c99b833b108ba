import type { CandidateName } from './schemas/index.js';

/** What is compared: the floors are what the same form costs when it is written by hand. */
export interface Candidate {
  readonly name: CandidateName;
  readonly title: string;
  readonly kind: 'floor' | 'widget' | 'peer';
  /** The element whose shadow root has the form; else it is in the page. */
  readonly host?: string;
  readonly submit: string;
  /** One element for each error. */
  readonly error: string;
  /** Checklist and terms are on steps of their own, so the first step has the fields only. */
  readonly hasSteps?: boolean;
}

export const candidates: readonly Candidate[] = [
  { name: 'html', title: 'Plain HTML', kind: 'floor', submit: 'button', error: '.error:not([hidden])' },
  { name: 'embed', title: 'Script embed by hand', kind: 'floor', submit: 'button', error: '.error:not([hidden])' },
  {
    name: 'lit',
    title: 'Lit form by hand',
    kind: 'floor',
    host: 'hand-written-form',
    submit: 'button',
    error: '.error',
  },
  {
    name: 'widget',
    title: 'portal-request-form',
    kind: 'widget',
    host: 'portal-request-form',
    submit: 'button[type=submit]',
    error: '.error',
    hasSteps: true,
  },
  {
    name: 'surveyjs',
    title: 'SurveyJS',
    kind: 'peer',
    submit: 'input[type=button][value=Complete]',
    error: '.sd-question__erbox:not([hidden])',
  },
  { name: 'formio', title: 'Form.io', kind: 'peer', submit: 'button[type=submit]', error: '.formio-errors .error' },
  {
    name: 'formkit',
    title: 'FormKit',
    kind: 'peer',
    submit: 'button[type=submit]',
    error: '.formkit-message[data-message-type=validation]',
  },
  { name: 'jsonforms', title: 'JSON Forms', kind: 'peer', submit: 'button', error: '.validation_error' },
  { name: 'rjsf', title: 'RJSF', kind: 'peer', submit: 'button[type=submit]', error: '.error-detail li' },
];
