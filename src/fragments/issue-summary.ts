import { SUMMARY_ID } from './ids.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Issue } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { issueText } from '../fields/issue-text.js';
import { descriptorOf } from '../fields/registry.js';
import type { MessageKey } from '../i18n/messages.js';
import { controlId, controlOf, stepOf } from '../state/pointers.js';

interface Subject {
  readonly label: string;
  readonly missing: MessageKey;
  readonly field?: Field;
}

const CHECKLIST_MISSING: Record<string, MessageKey> = { note: 'issue.required', photos: 'issue.required.file' };

const fieldSubject = ({ view, words }: Snapshot, id: string): Subject | undefined => {
  const field = view.type?.sections.flatMap((section) => section.fields).find((one) => one.id === id);
  return field && { label: words.text(field.label), missing: descriptorOf(field).missing, field };
};

/** What an issue is about: the label the customer knows it by, and the words for when it is missing. */
const subjects: Record<string, (snapshot: Snapshot, id: string, part: string) => Subject | undefined> = {
  answers: fieldSubject,
  checklist: ({ view, words }, id, part) => {
    const item = view.type?.checklist.find((one) => one.id === id);
    return item && { label: words.text(item.label), missing: CHECKLIST_MISSING[part] ?? 'issue.required.choice' };
  },
  terms: ({ view, words }, id) => {
    const term = view.type?.terms.find((one) => one.id === id);
    return term && { label: words.text(term.label), missing: 'issue.required.terms' };
  },
  guest: ({ words }, id) => {
    const label = words.find(`guest.${id}`);
    return label ? { label, missing: 'issue.required' } : undefined;
  },
};

const subjectOf = (snapshot: Snapshot, pointer: string): Subject => {
  const [, group = '', id = '', part = ''] = pointer.split('/');
  return subjects[group]?.(snapshot, id, part) ?? { label: '', missing: 'issue.required' };
};

const entry = (snapshot: Snapshot, actions: Actions, issue: Issue): TemplateResult => {
  const { label, missing, field } = subjectOf(snapshot, issue.pointer);
  const control = controlOf(issue.pointer);
  const go = (event: Event) => {
    event.preventDefault();
    void actions.focusOn(control);
  };
  const text = issueText(issue, snapshot.words, missing, field);
  return html`<li><a href=${`#${controlId(control)}`} @click=${go}>${label ? `${label}: ${text}` : text}</a></li>`;
};

/** The issues of a refused step, all at once, each a link to its answer. On the last step: of the whole request. */
export const issueSummary = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const { state, view, words } = snapshot;
  const isHere = (issue: Issue) => state.step === 'submit' || stepOf(issue.pointer) === state.step;
  const isRefused = state.step !== 'loading' && state.step !== 'error' && state.refused.has(state.step);
  const issues = isRefused ? [...view.shown.values()].filter(isHere) : [];
  if (issues.length === 0) return nothing;
  return html`<section class="summary" part="summary" id=${SUMMARY_ID} tabindex="-1" aria-labelledby="summary-title">
    <h3 id="summary-title">${words.message('summary.title')}</h3>
    <ul>
      ${issues.map((issue) => entry(snapshot, actions, issue))}
    </ul>
  </section>`;
};
