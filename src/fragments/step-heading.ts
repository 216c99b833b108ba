import { HEADING_ID } from './ids.js';
import { html, type TemplateResult } from 'lit';
import type { Snapshot } from '../controller/contexts.js';
import type { Step } from '../state/request-state.js';

/** "Step 3 of 5: Details"; it takes the focus when a step is shown. */
export const stepHeading = ({ view, words }: Snapshot, step: Step): TemplateResult => {
  const position = { index: view.steps.indexOf(step) + 1, count: view.steps.length };
  const name = words.message(`step.${step}`);
  return html`<h2 id=${HEADING_ID} part="heading" tabindex="-1">
    ${words.message('step.heading', { ...position, step: name })}
  </h2>`;
};
