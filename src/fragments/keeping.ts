import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { summariseField } from '../fields/registry.js';
import type { MessageKey } from '../i18n/messages.js';
import { QUESTION_ID } from './ids.js';

const button = (text: string, act: () => Promise<void>, look: 'button' | 'link' = 'button'): TemplateResult =>
  html`<button type="button" class=${look} part=${look} @click=${() => void act()}>${text}</button>`;

const elsewhere = ({ state, words }: Snapshot, actions: Actions): TemplateResult | typeof nothing =>
  state.isElsewhere
    ? html`<section class="notice" role="status">
        <p>${words.message('draft.elsewhere')}</p>
        ${button(words.message('draft.take-over'), () => actions.takeOver())}
      </section>`
    : nothing;

const signingOut = ({ state, words }: Snapshot, actions: Actions): TemplateResult | typeof nothing =>
  state.asksToSignOut
    ? html`<section class="notice" role="group" id=${QUESTION_ID} tabindex="-1" aria-labelledby="${QUESTION_ID}-text">
        <p id="${QUESTION_ID}-text">${words.message('sign-out.ask')}</p>
        <div class="actions">
          ${button(words.message('sign-out.forget'), () => actions.signOut(true))}
          ${button(words.message('sign-out.keep'), () => actions.signOut(false))}
          ${button(words.message('sign-out.stay'), () => actions.staySignedIn(), 'link')}
        </div>
      </section>`
    : nothing;

const conflict = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing =>
  snapshot.state.conflict
    ? html`<portal-draft-conflict
        .snapshot=${snapshot}
        .actions=${actions}
        .summarise=${summariseField}
      ></portal-draft-conflict>`
    : nothing;

const CHANGES = { added: 'config.added', gone: 'config.gone', terms: 'config.terms' } as const satisfies Record<
  string,
  MessageKey
>;

/** The settings changed: what is new, what is gone, which terms are asked again. */
const changes = ({ state, words }: Snapshot): TemplateResult | typeof nothing => {
  if (!state.configChanged || state.receipt) return nothing;
  const lines = (['added', 'gone', 'terms'] as const).flatMap((kind) => {
    const names = state.changes?.[kind].map((label) => words.text(label)).filter(Boolean) ?? [];
    return names.length > 0 ? [html`<li>${words.message(CHANGES[kind])} ${names.join(', ')}</li>`] : [];
  });
  return html`<div class="notice">
    <p>${words.message('config.changed')}</p>
    ${
      lines.length > 0
        ? html`<ul>
            ${lines}
          </ul>`
        : nothing
    }
  </div>`;
};

/** What became of the requests that waited on this device to be sent. */
const outbox = ({ state, words }: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const typeOf = (id: string): string => words.text(state.config?.requestTypes.find((one) => one.id === id)?.label);
  const sent = state.delivered.map(
    ({ requestType, reference }) =>
      html`<p class="notice">${words.message('outbox.delivered', { type: typeOf(requestType), reference })}</p>`,
  );
  const refused = state.drafts
    .filter(({ isRefused }) => isRefused)
    .map(
      ({ requestType, key }) =>
        html`<div class="notice">
          <p>${words.message('outbox.refused', { type: typeOf(requestType) })}</p>
          ${button(words.message('continue'), () => actions.continueDraft(requestType, key))}
        </div>`,
    );
  return sent.length + refused.length > 0 ? html`<div role="status">${sent}${refused}</div>` : nothing;
};

/** What the customer has to know of the request before going on with it. */
export const keptNotices = (snapshot: Snapshot, actions: Actions): TemplateResult =>
  html`${outbox(snapshot, actions)}${signingOut(snapshot, actions)}${elsewhere(snapshot, actions)}${conflict(snapshot, actions)}${changes(snapshot)}`;

/** Since when the request is kept on this device, and the choice to keep nothing where others use it too. */
export const keepingLine = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const { state, words } = snapshot;
  if (!state.requestType || state.receipt || state.step === 'start' || state.isElsewhere) return nothing;
  if (state.isShared)
    return html`<p class="keeping">
      ${words.message('draft.shared')} ${button(words.message('draft.keep'), () => actions.share(false), 'link')}
    </p>`;
  if (state.cannotKeep) return html`<p class="keeping">${words.message('draft.cannot')}</p>`;
  return state.savedAt
    ? html`<p class="keeping">
          ${words.message('draft.saved', { time: words.time(state.savedAt) })}
          ${button(words.message('draft.share'), () => actions.share(true), 'link')}
        </p>
        <portal-hand-over .snapshot=${snapshot} .actions=${actions}></portal-hand-over>`
    : html`<p class="keeping"></p>`;
};
