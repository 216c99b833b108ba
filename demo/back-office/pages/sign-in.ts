import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SignInHelp, StaffSession } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { formText } from '../form-text.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';

/** Signs a member of staff in, and fires `signed-in` with the session as its detail. */
export class SignInPage extends OfficePage {
  /** Why somebody has to sign in, when they did not ask for it. */
  @property({ attribute: false }) notice?: 'sign-in.expired' | 'signed-out';
  @state() private problem?: string;
  @state() private isBusy = false;
  /** The address that was typed by who forgot the password. */
  @state() private forgotten?: string;

  readonly #help = createLoader<SignInHelp>(this);

  protected override get heading(): string {
    return this.office.words.say(this.forgotten === undefined ? 'sign-in' : 'forgotten');
  }

  protected override get isShown(): boolean {
    return true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#help.run((signal) => this.office.api.signInHelp(signal));
  }

  override reload(): void {
    this.problem = undefined;
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { demo } = this.#help.state.value ?? {};
    if (this.forgotten !== undefined) {
      return html`<office-forgotten-password
        class="sign-in card"
        .office=${this.office}
        .email=${this.forgotten}
        @back=${this.#remember}
      ></office-forgotten-password>`;
    }
    return html`
      <div class="sign-in card">
        <h1 tabindex="-1">${words.say('sign-in')}</h1>
        <p class="notice" role="status" ?hidden=${!this.notice}>${this.notice ? words.say(this.notice) : nothing}</p>
        <div role="alert">${this.problem ? html`<p class="notice notice-error">${this.problem}</p>` : nothing}</div>
        <form @submit=${this.#submit} novalidate>
          <div class="control">
            <label for="email">${words.say('email')}</label>
            <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" />
          </div>
          <div class="control">
            <label for="password">${words.say('password')}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              required
              maxlength="200"
            />
          </div>
          <button class="button button-primary" aria-disabled=${this.isBusy ? 'true' : nothing}>
            ${words.say(this.isBusy ? 'sign-in.busy' : 'sign-in')}
          </button>
        </form>
        <button class="button" type="button" @click=${this.#forget}>${words.say('forgotten.open')}</button>
        ${demo ? html`<p class="hint">${words.say('sign-in.demo', demo)}</p>` : nothing}
      </div>
    `;
  }

  #forget(): void {
    this.forgotten = this.querySelector<HTMLInputElement>('#email')?.value.trim() ?? '';
    this.problem = undefined;
  }

  async #remember(): Promise<void> {
    this.forgotten = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const email = formText(form, 'email').trim();
    const password = formText(form, 'password');
    if (this.isBusy) return;
    if (email === '' || password === '') this.#refuse(form, this.office.words.say('sign-in.required'));
    else await this.#signIn(form, email, password);
  }

  async #signIn(form: HTMLFormElement, email: string, password: string): Promise<void> {
    this.isBusy = true;
    this.problem = undefined;
    try {
      const session: StaffSession = await this.office.api.signIn(email, password);
      form.reset();
      this.dispatchEvent(new CustomEvent('signed-in', { detail: session }));
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.#refuse(form, this.office.words.say(`failure.${error.code}`));
    } finally {
      this.isBusy = false;
    }
  }

  #refuse(form: HTMLFormElement, problem: string): void {
    this.problem = problem;
    const empty = [...form.querySelectorAll('input')].find(({ value }) => value === '');
    (empty ?? form.querySelector<HTMLElement>('#password'))?.focus();
  }
}
