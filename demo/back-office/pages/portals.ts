import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { NewPortal, StaffPortal, StaffSession } from '../../office-contract/index.js';
import { OfficeFailure } from '../failure.js';
import { createLoader } from '../load.js';
import { OfficePage } from '../office.js';
import { failureNotice } from '../parts/failure-notice.js';

/** Detail of `portal-switched`: what the session is about from now on, and whether that is a portal just made. */
export interface PortalSwitch {
  readonly session: StaffSession;
  readonly isNew: boolean;
}

/** The portals that somebody works for: they go to another one here, and managers make a new one. */
export class PortalsPage extends OfficePage {
  @state() private failure: OfficeFailure | undefined;
  @state() private isBusy = false;

  readonly #loader = createLoader<StaffPortal[]>(this);

  protected override get heading(): string {
    return this.office.words.say('portals');
  }

  protected override get isShown(): boolean {
    return !this.#loader.state.isLoading;
  }

  override reload(): void {
    void this.#loader.run((signal) => this.office.api.portals.list(signal));
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.reload();
  }

  protected override render(): TemplateResult {
    const { words } = this.office;
    const { value, failure, isLoading } = this.#loader.state;
    const current = value?.find(({ isCurrent }) => isCurrent);
    const retry = () => {
      this.reload();
    };
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <p class="hint">${words.say('portals.hint')}</p>
      <p class="loading" role="status">${isLoading && !value ? words.say('loading') : nothing}</p>
      ${failure ? failureNotice(words, failure, retry) : nothing}
      ${this.failure ? failureNotice(words, this.failure) : nothing}
      ${
        value
          ? html`<ul class="portals card">
              ${value.map((portal) => this.#portal(portal))}
            </ul>`
          : nothing
      }
      ${
        value && current?.role === 'manager'
          ? html`<office-new-portal
              .words=${words}
              .taken=${value.map(({ id }) => id)}
              .make=${(portal: NewPortal) => this.#make(portal)}
            ></office-new-portal>`
          : nothing
      }
    `;
  }

  #portal({ id, name, locale, role, isCurrent }: StaffPortal): TemplateResult {
    const { words } = this.office;
    const portal = words.text(name, locale);
    return html`<li>
      <div>
        <strong dir="auto">${portal}</strong>
        <p class="secondary"><code>${id}</code> · ${words.say(`portal.role.${role}`)}</p>
      </div>
      ${
        isCurrent
          ? html`<span class="badge">${words.say('portal.current')}</span>`
          : html`<button
              type="button"
              class="button"
              aria-label=${words.say('portal.go.to', { portal })}
              aria-disabled=${this.isBusy ? 'true' : nothing}
              @click=${() => void this.#go(id)}
            >
              ${words.say('portal.go')}
            </button>`
      }
    </li>`;
  }

  async #go(id: string, isNew = false): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      const session = await this.office.api.portals.switchTo(id);
      const detail: PortalSwitch = { session, isNew };
      this.dispatchEvent(new CustomEvent('portal-switched', { detail, bubbles: true }));
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.failure = error;
    } finally {
      this.isBusy = false;
    }
  }

  async #make(portal: NewPortal): Promise<void> {
    const { id } = await this.office.api.portals.make(portal);
    this.reload(); // it is there, also when going to it fails
    await this.#go(id, true);
  }
}
