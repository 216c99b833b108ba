import { ContextProvider } from '@lit/context';
import { adoptStyles, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Receipt } from './contract/index.js';
import { actionsContext, snapshotContext, type Snapshot } from './controller/contexts.js';
import type { FocusTarget } from './controller/core.js';
import { endpointUrl } from './api/endpoint.js';
import { createController } from './controller/request-controller.js';
import { emit } from './events.js';
import { focusIn } from './fragments/focus.js';
import { frameOf } from './fragments/frame.js';
import { pointerOf, watchLeaving } from './fragments/leaving.js';
import { isOn, liveWithPage } from './host-page.js';
import { chooseLanguage, directionOf } from './i18n/speech.js';
import type { Messages } from './i18n/messages.js';
import { createParts, createVoice } from './parts.js';
import { stepOf } from './state/pointers.js';
import { STEPS, type ElementStep, type Step } from './state/request-state.js';
import { base } from './styles/base.js';
import { control } from './styles/control.js';
import { frame } from './styles/frame.js';
import { tokens } from './styles/tokens.js';

/**
 * A service company's request form: the customer signs in or goes on as a guest, fills in what this kind of work
 * needs, completes a checklist, accepts terms if there are any, and sends.
 *
 * @summary The request form of a service company, in any website.
 * @tag portal-request-form
 *
 * @attr {string} lang - Language; else that of the nearest ancestor with `lang`, else the portal's own.
 * @attr {string} step - The step that is shown (set by the element; read only).
 * @attr {boolean} open - Whether the dialog is open (set by the element; a website opens and closes it with the attribute).
 * @slot - What people see until the form is there, and when it cannot be: put a phone number here.
 * @slot loading - Shown instead of the default slot while the portal is loading.
 * @slot header - Replaces the portal's logo and name.
 * @slot footer - Below the form, on every step.
 * @slot confirmation - On the confirmation, below the reference.
 *
 * @fires {CustomEvent<{portal: object, locale: string}>} portal-ready - The configuration is loaded and the first step shown.
 * @fires {CustomEvent<{customer: object}>} portal-signed-in - The customer signed in.
 * @fires {CustomEvent<{}>} portal-signed-out - The customer signed out.
 * @fires {CustomEvent<{requestType: string}>} portal-started - A request of this type was started.
 * @fires {CustomEvent<{from: string, to: string}>} portal-step-change - Before a step is left; cancelable.
 * @fires {CustomEvent<{step: string, previous: string, index: number, count: number}>} portal-step-changed - A step is shown; `index` counts from 1.
 * @fires {CustomEvent<{field: string}>} portal-answer-changed - A field was answered: which, never what.
 * @fires {CustomEvent<{step: string, errors: {pointer: string, code: string}[]}>} portal-invalid - Going on was refused: what is missing.
 * @fires {CustomEvent<{savedAt: string}>} portal-draft-saved - The request was kept on this device.
 * @fires {CustomEvent<{savedAt: string}>} portal-draft-restored - A draft goes on.
 * @fires {CustomEvent<{}>} portal-draft-discarded - A draft was thrown away.
 * @fires {CustomEvent<{submission: object}>} portal-submit - Before the request is sent; cancelable.
 * @fires {CustomEvent<{receipt: object}>} portal-submitted - The server has the request: its receipt.
 * @fires {CustomEvent<{receipt: object}>} portal-replied - The server has what the office asked back: the receipt of the request as it is now.
 * @fires {CustomEvent<{code: string, retrying: boolean, errors?: {pointer: string, code: string}[]}>} portal-error - Something failed; `retrying` when the form tries again by itself.
 * @fires {CustomEvent<{}>} portal-opened - The dialog was opened (`appearance="dialog"`).
 * @fires {CustomEvent<{}>} portal-closed - The dialog was closed; what was typed stays.
 * @csspart form - The whole form.
 * @csspart header - Portal name and who is signed in.
 * @csspart stepper - The list of steps.
 * @csspart step - One step in that list.
 * @csspart step-current - The current step in that list.
 * @csspart heading - The heading of the step.
 * @csspart section - A section of fields.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart error - The error of a field.
 * @csspart control - An input, select or textarea.
 * @csspart choice - A radio button or checkbox with its label.
 * @csspart row - A row of a repeat.
 * @csspart note - An explanation between the fields.
 * @csspart button - Every button.
 * @csspart button-primary - The button that goes forward.
 * @csspart link - Every button that looks like a link.
 * @csspart summary - The list of what is missing.
 * @csspart failure - The notice that something failed.
 * @csspart stop - The message of a safety stop.
 * @csspart reference - The reference on the confirmation.
 * @csspart dialog - The dialog around the form (`appearance="dialog"`).
 * @csspart dialog-close - The button that closes it.
 */
export class PortalRequestForm extends LitElement {
  static override styles = [tokens, base, control, frame];

  /** Base URL of the portal's contract, absolute or relative to the page. Required. */
  @property() endpoint = '';

  /** Starts a request of this type at once; an unknown one is a warning, and the customer chooses. */
  @property({ attribute: 'request-type' }) requestType?: string;

  /** Keeps nothing on this device. */
  @property({ attribute: 'no-drafts', converter: isOn }) noDrafts = false;

  /** Says above the form why it does not work in this page, with the line to change. */
  @property({ converter: isOn }) diagnose = false;

  /** `dialog` shows the form in a dialog, which every element with `data-portal-open` opens; `inline` where it stands. */
  @property({ reflect: true }) appearance?: 'inline' | 'dialog';

  /** For a host page that is already signed in: gives the portal's bearer token, or null for nobody. */
  @property({ attribute: false }) tokenProvider?: () => Promise<string | null>;

  /** Initial answers from the host page, by field id. */
  @property({ attribute: false }) prefill?: Record<string, unknown>;

  /** `url` lets parameters of the page's address fill in the fields that they are named after. */
  @property({ attribute: 'prefill-from' }) prefillFrom?: 'url';

  /** Overrides single texts of the form. */
  @property({ attribute: false }) messages?: Partial<Messages>;

  readonly #controller = createController({
    announce: (name, detail) => emit(this, name, detail),
    changed: () => {
      this.requestUpdate();
    },
    endpointUrl: () => endpointUrl(this.endpoint),
    focused: () => pointerOf((this.renderRoot as ShadowRoot).activeElement),
    focusOn: (target) => this.#focusOn(target),
    rendered: () => this.#speech.ready.then(() => this.updateComplete).then(() => undefined),
    locale: () => this.#speech.locale,
    loadRequestPart: () => this.#parts.loadRequest(),
    loadMorePart: () => this.#parts.loadMore(),
    settings: this,
  });
  readonly #speech = createVoice(
    () => {
      this.requestUpdate();
    },
    (code) => emit(this, 'portal-error', { code, retrying: false }),
  );
  readonly #leaving = watchLeaving((pointer) => void this.#controller.actions.leave(pointer));
  readonly #snapshots = new ContextProvider(this, { context: snapshotContext });

  readonly #parts = createParts(this.#speech, (styles) => {
    adoptStyles(this.renderRoot as ShadowRoot, [...PortalRequestForm.elementStyles, ...styles]);
    this.requestUpdate();
  });

  constructor() {
    super();
    liveWithPage(this, this.#controller.state);
    new ContextProvider(this, { context: actionsContext, initialValue: this.#controller.actions });
  }

  /** The step that is shown, or `loading`, or `error` when the portal cannot be shown. */
  get step(): ElementStep {
    return this.#controller.state().step;
  }

  /** Starts a request of this type. */
  start(requestType: string): Promise<void> {
    return this.#controller.actions.start(requestType);
  }

  /** Goes to the next step if nothing is missing on this one. */
  next(): Promise<void> {
    return this.#controller.actions.next();
  }

  /** Goes to the step before. */
  back(): Promise<void> {
    return this.#controller.actions.back();
  }

  /** Goes to an earlier step, or to a later one as far as nothing is missing on the way. */
  async goTo(step: Step): Promise<void> {
    if (STEPS.includes(step)) await this.#controller.actions.goTo(step);
    else console.warn(`portal-request-form: there is no step "${step as string}".`);
  }

  /** Sends the request from the submit step; gives the receipt once the server has it. */
  async submit(): Promise<Receipt | undefined> {
    await this.#controller.actions.submit();
    return this.#controller.state().receipt;
  }

  /** Forgets the request that is under way, its draft too, and starts over. */
  reset(): Promise<void> {
    return this.#controller.actions.reset();
  }

  /** Signs the customer out; a request that was not sent stays on the device for this customer. */
  signOut(): Promise<void> {
    return this.#controller.actions.signOut(false);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#controller.resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller.pause();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const state = this.#controller.state();
    const portal = state.config?.portal;
    const language = chooseLanguage(this, portal);
    const words = this.#speech.speak(language, portal, this.messages);
    if (words)
      this.#snapshots.setValue({ state, view: this.#controller.view(), words, more: this.#parts.more?.fields });
    if (changed.has('endpoint') || changed.has('tokenProvider')) queueMicrotask(() => void this.#controller.load());
    if (changed.has('requestType')) void this.#controller.actions.deepLink(this.requestType);
    if (changed.get('noDrafts') === false) void this.#controller.actions.forgetDrafts();
    if (changed.has('prefill') || changed.has('prefillFrom')) void this.#controller.actions.prefill();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="form"
      part="form"
      lang=${this.#speech.locale}
      dir=${this.dir || directionOf(this.#speech.locale)}
      @focusout=${this.#leaving.focusLeft}
      @pointerdown=${this.#leaving.pointerDown}
    >
      ${frameOf(this.#snapshots.value, this.#controller.actions, this.#step)}<slot name="footer"></slot>
    </div>`;
  }

  protected override updated(): void {
    if (this.getAttribute('step') !== this.step) this.setAttribute('step', this.step);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.renderRoot.querySelector<LitElement>('.body > .step, portal-request')?.updateComplete;
    return isDone;
  }

  readonly #step = (snapshot: Snapshot, step: Step): TemplateResult =>
    step === 'sign-in' || !this.#parts.request
      ? html`<portal-step-sign-in></portal-step-sign-in>`
      : this.#parts.request.renderStep(snapshot, this.#controller.actions, step);

  async #focusOn(target: FocusTarget): Promise<void> {
    if (typeof target === 'object') await this.#controller.actions.goTo(stepOf(target.pointer));
    await this.updateComplete;
    focusIn(this.renderRoot, target);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-request-form': PortalRequestForm;
  }
}
