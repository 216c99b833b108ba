import { told } from './told.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ChecklistItem, Field, RequestType, Section } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { originMark } from '../fields/field-shell.js';
import { summariseField } from '../fields/registry.js';
import { isAnswered } from '../rules/index.js';
import { acceptedVersion, asksFor } from '../state/submission.js';
import { stepOf } from '../state/pointers.js';
import { sentAnswer } from '../state/view.js';

const row = (label: string | TemplateResult, value: string | TemplateResult) =>
  html`<div class="given">
    <dt>${label}</dt>
    <dd><bdi>${value}</bdi></dd>
  </div>`;

const fieldRow = ({ state, view, words, more }: Snapshot, actions: Actions | undefined, field: Field) => {
  const answer = sentAnswer(view, field.id);
  const text = summariseField(field, answer, words, more);
  const origin = actions && state.origins.get(field.id);
  const mark = origin && originMark({ origin, field, answer, words, isReview: true });
  return row(told(words, field.label), mark ? html`${text} ${mark}` : text);
};

const changeButton = ({ words }: Snapshot, actions: Actions | undefined, first: string, section: string) =>
  actions
    ? html`<button
        type="button"
        class="link"
        part="link"
        aria-label=${words.message('submit.change-what', { section })}
        @click=${() => void actions.revise(stepOf(first)).then(() => actions.focusOn(first))}
      >
        ${words.message('submit.change')}
      </button>`
    : nothing;

const block = (title: string, change: TemplateResult | typeof nothing, rows: readonly TemplateResult[], none: string) =>
  html`<section class="review">
    <div class="review-head">
      <h3>${title}</h3>
      ${change}
    </div>
    ${rows.length > 0 ? html`<dl>${rows}</dl>` : html`<p class="hint">${none}</p>`}
  </section>`;

const sectionBlock = (snapshot: Snapshot, actions: Actions | undefined, section: Section) => {
  const { view, words } = snapshot;
  const title = words.text(section.title) || words.message('step.details');
  const asked = section.fields.filter(({ type, id }) => type !== 'note' && view.visible.fields.has(id));
  const isGiven = ({ type, id }: Field) => {
    const answer = sentAnswer(view, id);
    return isAnswered(answer) && !(type === 'checkbox' && answer === false);
  };
  const rows = asked.filter(isGiven).map((field) => fieldRow(snapshot, actions, field));
  const [first] = asked;
  const control = `/answers/${first?.id ?? ''}${first?.type === 'address' ? '/postcode' : ''}`;
  return first
    ? block(title, changeButton(snapshot, actions, control, title), rows, words.message('submit.nothing'))
    : nothing;
};

const itemRow = ({ state, words }: Snapshot, item: ChecklistItem) => {
  const { answer, note, photos } = state.checklist.get(item.id) ?? {};
  if (!answer) return [];
  const names = asksFor(item.photoWhen, answer) ? (photos ?? []).map((photo) => photo.name) : [];
  const parts = [words.message(`checklist.${answer}`), asksFor(item.noteWhen, answer) ? note : '', ...names];
  return [row(told(words, item.label), parts.filter(Boolean).join(' · '))];
};

const checklistBlock = (snapshot: Snapshot, actions: Actions | undefined, type: RequestType) => {
  const { view, words } = snapshot;
  const items = type.checklist.filter((item) => view.visible.items.has(item.id));
  const title = words.message('step.checklist');
  const rows = items.flatMap((item) => itemRow(snapshot, item));
  const [first] = items;
  return first
    ? block(
        title,
        changeButton(snapshot, actions, `/checklist/${first.id}/answer`, title),
        rows,
        words.message('submit.nothing'),
      )
    : nothing;
};

/** Everything that was given, readable; with `actions`, each section leads back to where it was given. */
export const review = (snapshot: Snapshot, actions?: Actions): TemplateResult | typeof nothing => {
  const { type } = snapshot.view;
  if (!type) return nothing;
  return html`${type.sections.map((section) => sectionBlock(snapshot, actions, section))}
  ${checklistBlock(snapshot, actions, type)}`;
};

/** The customer's own details, and the terms that were accepted, for the receipt. */
export const receiptRows = ({ state, view, words }: Snapshot): TemplateResult => {
  const { name, email, phone } = state.contact;
  const guest = state.customer
    ? []
    : [
        ...(name ? [row(words.message('guest.name'), name)] : []),
        ...(email ? [row(words.message('guest.email'), email)] : []),
        ...(phone ? [row(words.message('guest.phone'), phone)] : []),
      ];
  const accepted = (view.type?.terms ?? [])
    .filter((term) => acceptedVersion(state, term) !== undefined)
    .map((term) => row(told(words, term.label), words.message('checklist.yes')));
  return html`${guest.length > 0 ? block(words.message('submit.you'), nothing, guest, '') : nothing}
  ${accepted.length > 0 ? block(words.message('submit.terms'), nothing, accepted, '') : nothing}`;
};
