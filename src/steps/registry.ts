import { html, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/snapshot.js';
import type { Step } from '../state/request-state.js';
import { ChecklistStep } from './checklist.js';
import { ConfirmationStep } from './confirmation.js';
import { DetailsStep } from './details.js';
import { StartStep } from './start.js';
import { SubmitStep } from './submit.js';

/** The steps after the sign-in, which comes with the element itself. */
type RequestStep = Exclude<Step, 'sign-in'>;

/** The small element of each step; they are registered when the request part is loaded. */
export const stepElements = {
  'portal-step-start': StartStep,
  'portal-step-details': DetailsStep,
  'portal-step-checklist': ChecklistStep,
  'portal-step-submit': SubmitStep,
  'portal-step-confirmation': ConfirmationStep,
} as const;

const templates: Record<RequestStep, (snapshot: Snapshot, actions: Actions) => TemplateResult> = {
  start: (snapshot, actions) =>
    html`<portal-step-start class="step" .snapshot=${snapshot} .actions=${actions}></portal-step-start>`,
  details: (snapshot, actions) =>
    html`<portal-step-details class="step" .snapshot=${snapshot} .actions=${actions}></portal-step-details>`,
  checklist: (snapshot, actions) =>
    html`<portal-step-checklist class="step" .snapshot=${snapshot} .actions=${actions}></portal-step-checklist>`,
  submit: (snapshot, actions) =>
    html`<portal-step-submit class="step" .snapshot=${snapshot} .actions=${actions}></portal-step-submit>`,
  confirmation: (snapshot, actions) =>
    html`<portal-step-confirmation class="step" .snapshot=${snapshot} .actions=${actions}></portal-step-confirmation>`,
};

export const renderStep = (snapshot: Snapshot, actions: Actions, step: RequestStep): TemplateResult =>
  templates[step](snapshot, actions);
