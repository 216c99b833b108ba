import { html, type TemplateResult } from 'lit';
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

const templates: Record<RequestStep, () => TemplateResult> = {
  start: () => html`<portal-step-start class="step"></portal-step-start>`,
  details: () => html`<portal-step-details class="step"></portal-step-details>`,
  checklist: () => html`<portal-step-checklist class="step"></portal-step-checklist>`,
  submit: () => html`<portal-step-submit class="step"></portal-step-submit>`,
  confirmation: () => html`<portal-step-confirmation class="step"></portal-step-confirmation>`,
};

export const renderStep = (step: RequestStep): TemplateResult => templates[step]();
