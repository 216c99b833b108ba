import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Guest, Term } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { ariaOf, errorMessage, hint, markText, singleShell, type ShellProps } from '../fields/field-shell.js';
import { issueText } from '../fields/issue-text.js';
import { markdown } from '../fragments/markdown.js';
import { navigation, onSubmit } from '../fragments/navigation.js';
import { review } from '../fragments/review.js';
import { waitingPanel } from '../fragments/waiting.js';
import { isSafeLink } from '../fragments/safe-link.js';
import { resolveDate } from '../rules/index.js';
import { hasChanges } from '../state/more.js';
import { timeZoneOf } from '../state/request-view.js';
import { acceptedVersion, isRemembered } from '../state/submission.js';
import { StepElement } from './step-element.js';

const termText = ({ words }: Snapshot, term: Term): TemplateResult | typeof nothing => {
  const text = words.text(term.text);
  if (text) {
    return html`<details class="term-text">
      <summary>${words.message('submit.term-text')}</summary>
      <div class="markdown" tabindex="0" role="region" aria-label=${words.message('submit.term-text')}>
        <div lang=${words.otherLanguage(term.text) ?? nothing} dir="auto">${markdown(text)}</div>
      </div>
    </details>`;
  }
  if (!term.url || !isSafeLink(term.url)) return nothing;
  return html`<p class="term-link">
    <a href=${term.url} target="_blank" rel="noopener noreferrer">${words.message('submit.term-link')}</a>
  </p>`;
};

/** What changed in the text; the element comes with the more part, and until then the whole text is there to read. */
const termChanges = ({ words }: Snapshot, term: Term): TemplateResult | typeof nothing =>
  hasChanges(term)
    ? html`<portal-term-changes
        .earlier=${words.text(term.accepted?.text)}
        .present=${words.text(term.text)}
        .words=${words}
      ></portal-term-changes>`
    : nothing;

/** When the customer accepted a term before, in words; and that it was changed since, if it was. */
const acceptedBefore = ({ state, words }: Snapshot, term: Term): string => {
  if (!term.accepted) return '';
  const at = new Date(term.accepted.at);
  const day = Number.isNaN(at.getTime()) ? term.accepted.at : resolveDate('today', at, timeZoneOf(state));
  return words.message(isRemembered(term) ? 'submit.accepted' : 'submit.changed', { date: words.date(day) });
};

const termRow = (snapshot: Snapshot, actions: Actions, term: Term): TemplateResult => {
  const { state, view, words } = snapshot;
  const pointer = `/terms/${term.id}`;
  const issue = view.shown.get(pointer);
  const before = acceptedBefore(snapshot, term);
  if (isRemembered(term) && term.required && state.terms.get(term.id) !== '' && !issue) {
    return html`<li class="term">
      <p class="term-kept">${told(words, term.label)}</p>
      <p class="hint">${before}</p>
      ${termText(snapshot, term)}
    </li>`;
  }
  const shell: ShellProps = {
    pointer,
    label: told(words, term.label),
    help: before,
    error: issue && issueText(issue, words, 'issue.required.terms'),
    isRequired: term.required,
    mark: term.required ? undefined : words.message('optional'),
  };
  const aria = ariaOf(shell);
  const accept = (event: Event) =>
    void actions.accept(term.id, (event.target as HTMLInputElement).checked ? term.version : '');
  return html`<li class="term">
    <div class="field" part="field" data-pointer=${shell.pointer} ?data-invalid=${aria.isInvalid}>
      <div class="choice-row">
        <label class="choice" part="choice" id=${aria.labelId}
          ><input
            type="checkbox"
            id=${aria.id}
            .checked=${live(acceptedVersion(state, term) === term.version)}
            aria-required=${aria.isRequired ? 'true' : nothing}
            aria-invalid=${aria.isInvalid ? 'true' : nothing}
            aria-describedby=${aria.describedBy ?? nothing}
            @change=${accept}
          /><span>${shell.label}</span></label
        >${markText(aria.id, shell.mark)}
      </div>
      ${hint(aria.id, shell.help)}${errorMessage(aria.id, shell.error)}
    </div>
    ${termChanges(snapshot, term)} ${termText(snapshot, term)}
  </li>`;
};

const terms = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  const list = snapshot.view.type?.terms ?? [];
  return list.length > 0
    ? html`<section class="section" part="section">
        <h3>${snapshot.words.message('submit.terms')}</h3>
        <ul class="items">
          ${list.map((term) => termRow(snapshot, actions, term))}
        </ul>
      </section>`
    : nothing;
};

const GUEST_INPUTS = [
  { name: 'name', type: 'text', autocomplete: 'name', isRequired: true },
  { name: 'email', type: 'email', autocomplete: 'email', isRequired: true },
  { name: 'phone', type: 'tel', autocomplete: 'tel', isRequired: false },
] as const satisfies { name: keyof Guest; type: string; autocomplete: string; isRequired: boolean }[];

const guestInput = ({ state, view, words }: Snapshot, actions: Actions, traits: (typeof GUEST_INPUTS)[number]) => {
  const { name, type, autocomplete, isRequired } = traits;
  const pointer = `/guest/${name}`;
  const issue = view.shown.get(pointer);
  const shell: ShellProps = {
    pointer,
    label: words.message(`guest.${name}`),
    help: '',
    error: issue && issueText(issue, words, 'issue.required'),
    isRequired,
    mark: isRequired ? undefined : words.message('optional'),
  };
  return singleShell(
    shell,
    (aria) =>
      html`<input
        part="control"
        class="long"
        id=${aria.id}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        .value=${live(state.contact[name] ?? '')}
        aria-required=${isRequired ? 'true' : nothing}
        aria-invalid=${aria.isInvalid ? 'true' : nothing}
        aria-describedby=${aria.describedBy ?? nothing}
        @input=${(event: Event) => void actions.contact({ [name]: (event.target as HTMLInputElement).value })}
      />`,
  );
};

const guestDetails = (snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing =>
  snapshot.state.customer
    ? nothing
    : html`<section class="section" part="section">
        <h3>${snapshot.words.message('submit.you')}</h3>
        ${GUEST_INPUTS.map((traits) => guestInput(snapshot, actions, traits))}
      </section>`;

/** How many files have to arrive before the request is sent. */
const waiting = ({ state, words }: Snapshot): string => {
  const count = state.uploads.filter(({ failure }) => !failure).length;
  return state.awaitsFiles ? words.message('submit.waiting', { count }) : '';
};

const stopButton = ({ words }: Snapshot, actions: Actions): TemplateResult =>
  html`<p>
    <button type="button" class="link" part="link" @click=${() => void actions.stopWaiting()}>
      ${words.message('submit.stop')}
    </button>
  </p>`;

/** Everything once more, the terms, and one button. */
export class SubmitStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult {
    const { state, words } = snapshot;
    const isBusy = state.activity === 'submit';
    return html`<form novalidate @submit=${onSubmit(() => actions.submit())}>
      <portal-reported .snapshot=${snapshot} .actions=${actions}></portal-reported>
      <p class="hint">${words.message('submit.check')}</p>
      ${waitingPanel(snapshot, actions)} ${review(snapshot, actions)} ${guestDetails(snapshot, actions)}
      ${terms(snapshot, actions)}
      <p role="status" class="hint">${isBusy ? words.message('submit.sending') : waiting(snapshot)}</p>
      ${state.awaitsFiles ? stopButton(snapshot, actions) : nothing}
      ${navigation(snapshot, actions, { label: words.message('submit.send'), isBusy: isBusy || state.awaitsFiles })}
    </form>`;
  }
}
