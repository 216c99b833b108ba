import { HEADING_ID } from './ids.js';
import { html, type TemplateResult } from 'lit';
import type { Snapshot } from '../controller/contexts.js';
import type { Step } from '../state/request-state.js';

/** The step's name; that of the checklist tells how far it is. */
const nameOf = ({ view: { checklist }, words }: Snapshot, step: Step): string => {
  const name = words.message(`step.${step}`);
  if (step !== 'checklist' || !checklist?.count) return name;
  const { count, open } = checklist;
  return words.message('checklist.progress', { step: name, done: count - open.length, count });
};

/** "Step 3 of 5: Details"; it takes the focus when a step is shown. What changes in it later is not announced. */
export const stepHeading = (snapshot: Snapshot, step: Step): TemplateResult => {
  const { view, words } = snapshot;
  const position = { index: view.steps.indexOf(step) + 1, count: view.steps.length };
  return html`<h2 id=${HEADING_ID} part="heading" tabindex="-1">
    ${words.message('step.heading', { ...position, step: nameOf(snapshot, step) })}
  </h2>`;
};
