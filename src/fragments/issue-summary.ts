import { SUMMARY_ID } from './ids.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, Issue, RequestType } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { issueText } from '../fields/issue-text.js';
import { descriptorOf } from '../fields/registry.js';
import type { MessageKey } from '../i18n/messages.js';
import { planOf } from '../rules/order.js';
import { controlOf } from '../state/controls.js';
import { controlId, stepOf } from '../state/pointers.js';
import { rowKey, rowsOf } from '../state/rows.js';

interface Subject {
  readonly label: string;
  readonly missing: MessageKey;
  readonly field?: Field;
}

/** What an item of the checklist asks for besides its answer: its label, and the words for when it is missing. */
const ITEM_PARTS: Readonly<Record<string, readonly [MessageKey, MessageKey]>> = {
  note: ['checklist.note', 'issue.required'],
  photos: ['checklist.photos', 'issue.required.file'],
};

/** "Is there power? Explanation", "Access is free, Photos": a label that ends as a sentence does needs no mark. */
const joined = (label: string, mark: string, text: string): string =>
  `${label}${!label || /[?!.:]$/.test(label) ? '' : mark} ${text}`.trim();

const named = (field: Field, { words, more }: Snapshot, before = ''): Subject => ({
  label: before + words.text(field.label),
  missing: descriptorOf(field, more).missing,
  field,
});

/** A part of an address is known by its own label. */
const partSubject = (snapshot: Snapshot, field: Field, part: string | undefined, before = ''): Subject => {
  const label = field.type === 'address' && part ? snapshot.words.find(`address.${part}`) : undefined;
  return label ? { label: before + label, missing: 'issue.required', field } : named(field, snapshot, before);
};

/** A field, a part of an address, or a field in a row: "Room 2, Area". */
const fieldSubject = (snapshot: Snapshot, id: string, path: readonly string[]): Subject | undefined => {
  const { state, view, words } = snapshot;
  const field = view.type && planOf(view.type).fields.get(id);
  const [first, inner, deeper] = path;
  const found = field?.type === 'repeat' ? field.fields.find((one) => one.id === inner) : undefined;
  if (field?.type !== 'repeat' || !found) return field && partSubject(snapshot, field, first);
  const row = rowsOf(state.answers.get(id)).findIndex((one, index) => rowKey(one, index) === first);
  return partSubject(snapshot, found, deeper, `${words.text(field.rowLabel ?? field.label)} ${String(row + 1)}, `);
};

/** What an issue is about: the label the customer knows it by, and the words for when it is missing. */
const subjects: Record<string, (snapshot: Snapshot, id: string, path: readonly string[]) => Subject | undefined> = {
  answers: fieldSubject,
  checklist: ({ view, words }, id, [part = '']) => {
    const item = view.type?.checklist.find((one) => one.id === id);
    if (!item) return undefined;
    const label = words.text(item.label);
    const [name, missing] = ITEM_PARTS[part] ?? [];
    if (name && missing) return { label: joined(label, ',', words.message(name)), missing };
    return { label, missing: item.kind === 'done' ? 'issue.required.check' : 'issue.required.choice' };
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
  const [, group = '', id = '', ...path] = pointer.split('/');
  return subjects[group]?.(snapshot, id, path) ?? { label: '', missing: 'issue.required' };
};

const entry = (snapshot: Snapshot, actions: Actions, issue: Issue): TemplateResult => {
  const { label, missing, field } = subjectOf(snapshot, issue.pointer);
  const control = controlOf(issue.pointer, snapshot.view.type);
  const go = (event: Event) => {
    event.preventDefault();
    void actions.focusOn(control);
  };
  const text = issueText(issue, snapshot.words, missing, field);
  return html`<li><a href=${`#${controlId(control)}`} @click=${go}>${joined(label, ':', text)}</a></li>`;
};

/** What can have an issue, in the order in which the steps show it. */
const pageOrder = ({ sections, checklist, terms }: RequestType): string[] => [
  ...sections.flatMap((section) => section.fields).map(({ id }) => `/answers/${id}`),
  ...checklist.map(({ id }) => `/checklist/${id}`),
  ...['name', 'email', 'phone'].map((name) => `/guest/${name}`),
  ...terms.map(({ id }) => `/terms/${id}`),
];

const byPage = (issues: readonly Issue[], type: RequestType | undefined): Issue[] => {
  const places = new Map((type ? pageOrder(type) : []).map((pointer, place) => [pointer, place]));
  const placeOf = ({ pointer }: Issue): number => places.get(pointer.split('/', 3).join('/')) ?? -1;
  return issues.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** The issues of a refused step, all at once, each a link to its answer. On the last step: of the whole request. */
export const issueSummary = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const { state, view, words } = snapshot;
  const isHere = (issue: Issue) => state.step === 'submit' || stepOf(issue.pointer) === state.step;
  const isRefused = state.step !== 'loading' && state.step !== 'error' && state.refused.has(state.step);
  const issues = isRefused ? byPage([...view.shown.values()].filter(isHere), view.type) : [];
  if (issues.length === 0) return nothing;
  return html`<section class="summary" part="summary" id=${SUMMARY_ID} tabindex="-1" aria-labelledby="summary-title">
    <h3 id="summary-title">${words.message('summary.title')}</h3>
    <ul>
      ${issues.map((issue) => entry(snapshot, actions, issue))}
    </ul>
  </section>`;
};
