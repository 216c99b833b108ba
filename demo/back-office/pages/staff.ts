import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { STAFF_ROLES, type OfficeStaff, type StaffInvitation, type StaffMember } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { failureNotice } from '../parts/failure-notice.js';
import type { FormDialog } from '../parts/form-dialog.js';
import { issueText } from '../parts/issue-text.js';
import type { TextKey } from '../texts/index.js';

/** What was done, said once in words that follow the language. */
interface Said {
  readonly key: TextKey;
  readonly params: Readonly<Record<string, string>>;
}

/** Who works for the portal, and who is invited to. */
export class StaffPage extends OfficePage {
  @state() private said: Said | undefined;
  @state() private failure: OfficeFailure | undefined;

  readonly #loader = createLoader<OfficeStaff>(this);

  protected override get heading(): string {
    return this.office.words.say('staff');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.people.staff(signal));
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.reload();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { said } = this;
    const { value, failure, isLoading } = this.#loader.state;
    return html`
      <div class="title">
        <h1 tabindex="-1">${this.heading}</h1>
        <div class="actions">
          <button type="button" class="button button-primary" @click=${this.#invite}>
            ${words.say('staff.invite')}
          </button>
        </div>
      </div>
      <p class="hint">${words.say('staff.roles')}</p>
      <p role="status" class=${said ? 'outcome' : nothing}>
        ${said ? words.say(said.key, said.params) : isLoading && !value ? words.say('loading') : nothing}
      </p>
      ${failure ? failureNotice(words, failure, this.#again) : nothing}
      ${this.failure ? this.#refused(this.failure) : nothing}
      <ul class="plain people">
        ${value?.items.map((member) => this.#member(member))}
      </ul>
      ${value && value.invitations.length > 0 ? this.#invitations(value.invitations) : nothing}
      <office-form-dialog .words=${words}></office-form-dialog>
    `;
  }

  readonly #again = (): void => {
    this.reload();
  };

  #refused(failure: OfficeFailure): TemplateResult {
    const { words } = this.office;
    const [issue] = failure.issues;
    return issue
      ? html`<div class="notice notice-error" role="alert"><p>${issueText(words, issue)}</p></div>`
      : failureNotice(words, failure);
  }

  #member(member: StaffMember): TemplateResult {
    const { words, api } = this.office;
    const { id, name, email, role, isDisabled, isSelf } = member;
    const change = (changed: Partial<StaffMember>) =>
      this.#act(() => api.people.changeMember(id, { role, isDisabled, ...changed }), {
        key: 'staff.was-saved',
        params: { name },
      });
    const choose = (event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const chosen = STAFF_ROLES.find((one) => event.target instanceof HTMLSelectElement && one === event.target.value);
      if (chosen) void change({ role: chosen });
    };
    return html`<li class="card">
      <p dir="auto">
        <strong>${name}</strong>${isSelf ? html` <span class="secondary">(${words.say('staff.self')})</span>` : nothing}
        <span class="badge ${isDisabled ? 'badge-declined' : 'badge-accepted'}"
          >${words.say(isDisabled ? 'customer.disabled' : 'customer.active')}</span
        >
        <span class="secondary address" dir="ltr">${email}</span>
      </p>
      <div class="control">
        <label for="role-${id}">${words.say('staff.role.of', { name })}</label>
        <select id="role-${id}" @change=${choose} .value=${live(role)}>
          ${STAFF_ROLES.map(
            (one) => html`<option value=${one} ?selected=${one === role}>${words.say(`staff.${one}`)}</option>`,
          )}
        </select>
      </div>
      <div class="actions" role="group" aria-label=${words.say('staff.actions.of', { name })}>
        ${
          isDisabled
            ? nothing
            : html`<button
                type="button"
                class="button"
                @click=${() =>
                  void this.#act(() => api.people.mailPasswordLink(id), { key: 'staff.was-mailed', params: { email } })}
              >
                ${words.say('staff.password')}
              </button>`
        }
        <button
          type="button"
          class="button ${isDisabled ? '' : 'button-danger'}"
          @click=${() => void change({ isDisabled: !isDisabled })}
        >
          ${words.say(isDisabled ? 'staff.enable' : 'staff.disable')}
        </button>
      </div>
    </li>`;
  }

  #invitations(invitations: readonly StaffInvitation[]): TemplateResult {
    const { words, api } = this.office;
    return html`
      <h2>${words.say('staff.invitations')}</h2>
      <ul class="plain people">
        ${invitations.map(({ id, name, email, role, expiresAt, isExpired }) => {
          const at = words.moment(expiresAt);
          const remove = () =>
            this.#act(() => api.people.removeInvitation(id), { key: 'staff.was-withdrawn', params: { email } });
          return html`<li class="card">
            <p dir="auto">
              <strong>${name}</strong> <span class="secondary">${words.say(`staff.${role}`)}</span>
              <span class="secondary address" dir="ltr">${email}</span>
            </p>
            <p class="secondary">
              ${words.say(isExpired ? 'staff.invitation.expired' : 'staff.invitation.until', { at })}
            </p>
            <div class="actions" role="group" aria-label=${words.say('staff.actions.of', { name })}>
              <button type="button" class="button" @click=${() => void remove()}>
                ${words.say('staff.invitation.remove')}
              </button>
            </div>
          </li>`;
        })}
      </ul>
    `;
  }

  readonly #invite = (): void => {
    const { words, api } = this.office;
    const roles = [...STAFF_ROLES].reverse().map((one) => ({ value: one, label: `staff.${one}` as const }));
    this.querySelector<FormDialog>('office-form-dialog')?.open({
      title: words.say('staff.invite'),
      fields: [
        { name: 'name', label: 'name', isRequired: true, maxLength: 200 },
        { name: 'email', label: 'email', type: 'email', isRequired: true, maxLength: 254 },
        { name: 'role', label: 'staff.role', isRequired: true, choices: roles },
      ],
      send: 'staff.invite.send',
      save: async ({ name = '', email = '', role: chosen }) => {
        const role = STAFF_ROLES.find((one) => one === chosen) ?? 'office';
        await api.people.inviteColleague({ name, email, role });
        this.failure = undefined;
        this.said = { key: 'staff.was-invited', params: { email } };
        this.reload();
      },
    });
  };

  async #act(act: () => Promise<unknown>, said: Said): Promise<void> {
    this.failure = undefined;
    this.said = undefined;
    try {
      await act();
      this.said = said;
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    }
    this.reload();
  }
}
