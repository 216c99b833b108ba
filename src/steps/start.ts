import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestSummary, RequestType } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { onSubmit } from '../fragments/navigation.js';
import type { MessageKey } from '../i18n/messages.js';
import type { StoredDraft } from '../state/request-state.js';
import { StepElement } from './step-element.js';

const GROUP = 'request-type';

const forgetValidity = (event: Event): void => {
  const group = (event.currentTarget as HTMLElement).querySelectorAll('input');
  for (const input of group) input.setCustomValidity('');
};

const choice = ({ state, words }: Snapshot, type: RequestType, isOnly: boolean): TemplateResult => {
  const id = `${GROUP}-${type.id}`;
  const description = told(words, type.description);
  const isChosen = isOnly || state.requestType === type.id;
  return html`<div class="card">
    <label class="choice" part="choice" for=${id}
      ><input
        type="radio"
        required
        id=${id}
        name=${GROUP}
        value=${type.id}
        ?checked=${isChosen}
        @invalid=${(event: Event) => {
          (event.target as HTMLInputElement).setCustomValidity(words.message('issue.required.choice'));
        }}
        aria-describedby=${description ? `${id}-hint` : nothing}
      /><span>${told(words, type.label)}</span></label
    >
    ${description ? html`<p class="hint" id=${`${id}-hint`}>${description}</p>` : nothing}
  </div>`;
};

const newRequest = (snapshot: Snapshot, actions: Actions, types: readonly RequestType[]): TemplateResult => {
  const { words } = snapshot;
  const start = (event: SubmitEvent) => {
    const chosen = new FormData(event.target as HTMLFormElement).get(GROUP);
    onSubmit(() => (typeof chosen === 'string' ? actions.start(chosen) : Promise.resolve()))(event);
  };
  return html`<form @submit=${start}>
    <fieldset class="field types" @change=${forgetValidity}>
      <legend>${words.message('start.choose')}</legend>
      ${types.map((type) => choice(snapshot, type, types.length === 1))}
    </fieldset>
    <div class="navigation">
      <button type="submit" class="button primary" part="button button-primary">${words.message('start.new')}</button>
    </div>
  </form>`;
};

const typeName = ({ state, words }: Snapshot, id: string): string =>
  words.text(state.config?.requestTypes.find((one) => one.id === id)?.label);

interface Unfinished extends Pick<StoredDraft, 'requestType' | 'key' | 'isWaiting'> {
  readonly savedAt?: string;
}

const sentence = ({ isWaiting, savedAt }: Unfinished): MessageKey => {
  if (isWaiting) return 'outbox.waiting';
  return savedAt ? 'start.draft' : 'start.unfinished';
};

const draftNotice = (snapshot: Snapshot, actions: Actions, draft: Unfinished, isNow = false): TemplateResult => {
  const { words } = snapshot;
  const time = draft.savedAt ? words.moment(draft.savedAt) : '';
  const discard = () => void (isNow ? actions.startOver() : Promise.resolve()).then(() => actions.discardDraft(draft));
  return html`<section class="notice draft">
    <p>${words.message(sentence(draft), { type: typeName(snapshot, draft.requestType), time })}</p>
    <div class="actions">
      <button
        type="button"
        class="button"
        part="button"
        @click=${() => void actions.continueDraft(draft.requestType, isNow ? undefined : draft.key)}
      >
        ${words.message('continue')}
      </button>
      <button type="button" class="link" part="link" @click=${discard}>${words.message('start.discard')}</button>
    </div>
  </section>`;
};

const unfinished = (snapshot: Snapshot, actions: Actions): TemplateResult => {
  const { requestType, key, savedAt, isWaiting, receipt, drafts } = snapshot.state;
  const isUnderWay = requestType && key && !receipt;
  return html`${isUnderWay ? draftNotice(snapshot, actions, { requestType, key, savedAt, isWaiting }, true) : nothing}
  ${drafts.filter(({ isRefused }) => !isRefused).map((draft) => draftNotice(snapshot, actions, draft))}`;
};

const requestRow = (snapshot: Snapshot, actions: Actions, request: RequestSummary): TemplateResult => {
  const { words } = snapshot;
  return html`<tr>
    <th scope="row">${request.reference}</th>
    <td>${told(words, request.title)}</td>
    <td>${words.moment(request.submittedAt)}</td>
    <td>
      <span class="status" data-status=${request.status}>${words.message(`status.${request.status}`)}</span>
      ${request.reason ? html`<span class="reason">${request.reason}</span>` : nothing}
      ${request.workOrder ? html`<span class="reason">${request.workOrder}</span>` : nothing}
      <portal-request-again .request=${request} .snapshot=${snapshot} .actions=${actions}></portal-request-again>
    </td>
  </tr>`;
};

const requestTable = (snapshot: Snapshot, actions: Actions, items: readonly RequestSummary[]): TemplateResult => {
  const { words } = snapshot;
  const columns = ['reference', 'type', 'date', 'status'] as const;
  return html`<table class="requests">
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${words.message(`requests.${column}`)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${items.map((request) => requestRow(snapshot, actions, request))}
    </tbody>
  </table>`;
};

const myRequests = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const { state, words } = snapshot;
  if (!state.customer) return nothing;
  const { requests } = state;
  const cursor = requests?.nextCursor;
  const list = requests?.items.length
    ? requestTable(snapshot, actions, requests.items)
    : html`<p class="hint">${words.message(requests ? 'requests.none' : 'working')}</p>`;
  return html`<section class="my-requests">
    <h3>${words.message('requests.title')}</h3>
    ${requests || state.activity === 'requests' ? list : nothing}
    ${
      cursor
        ? html`<button type="button" class="button" part="button" @click=${() => void actions.showRequests(cursor)}>
            ${words.message('requests.more')}
          </button>`
        : nothing
    }
  </section>`;
};

/** What can be requested, what was left unfinished, and what was requested before. */
export class StartStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult {
    const types = snapshot.state.config?.requestTypes ?? [];
    return html`${unfinished(snapshot, actions)}
    ${types.length > 0 ? newRequest(snapshot, actions, types) : html`<p>${snapshot.words.message('start.none')}</p>`}
    ${myRequests(snapshot, actions)}`;
  }
}
