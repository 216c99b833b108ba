import { html, type TemplateResult } from 'lit';
import type { Step } from '../state/request-state.js';
import { ChecklistStep } from './checklist.js';
import { ConfirmationStep } from './confirmation.js';
import { DetailsStep } from './details.js';
import { SignInStep } from './sign-in.js';
import { StartStep } from './start.js';
import { SubmitStep } from './submit.js';

/** The small element of each step; `define()` registers them together with the form. */
export const stepElements = {
  'portal-step-sign-in': SignInStep,
  'portal-step-start': StartStep,
  'portal-step-details': DetailsStep,
  'portal-step-checklist': ChecklistStep,
  'portal-step-submit': SubmitStep,
  'portal-step-confirmation': ConfirmationStep,
} as const;

const templates: Record<Step, () => TemplateResult> = {
  'sign-in': () => html`<portal-step-sign-in></portal-step-sign-in>`,
  start: () => html`<portal-step-start></portal-step-start>`,
  details: () => html`<portal-step-details></portal-step-details>`,
  checklist: () => html`<portal-step-checklist></portal-step-checklist>`,
  submit: () => html`<portal-step-submit></portal-step-submit>`,
  confirmation: () => html`<portal-step-confirmation></portal-step-confirmation>`,
};

export const renderStep = (step: Step): TemplateResult => templates[step]();
