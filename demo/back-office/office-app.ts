import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { StaffSession } from '../office-contract/index.js';
import { createOfficeApi, type OfficeApi } from './api.js';
import { createOfficeEvents } from './events.js';
import { OfficeFailure } from './failure.js';
import { OfficePage, type Office } from './office.js';
import { failureNotice } from './parts/failure-notice.js';
import { header } from './parts/header.js';
import { movedNotice } from './parts/moved-notice.js';
import { overview } from './parts/overview.js';
import type { PortalSwitch } from './pages/portals.js';
import { addressOf, FIRST_ROUTE, isList, type ListRoute, type Route } from './route.js';
import { maySee, sectionAt, sectionRoute, type SectionRoute } from './sections.js';
import { createRouter, type Router } from './router.js';
import { createSpeech, type Spoken } from './speech.js';
import type { Words } from './words.js';

/** Who is at the desk. After a session has ended, the page stays as it was, unseen, until somebody signs in again. */
type Presence =
  | { is: 'unknown' }
  | { is: 'unreachable'; failure: OfficeFailure }
  | { is: 'out'; notice?: 'sign-in.expired' | 'signed-out' }
  | { is: 'in'; session: StaffSession };

/** The back office: knows who is signed in and which page the address names. */
export class OfficeApp extends LitElement {
  @state() private presence: Presence = { is: 'unknown' };
  /** Absent until the first language is there. */
  @state() private spoken?: Spoken;
  @state() private route: Route | undefined;
  @state() private signOutFailure?: OfficeFailure;
  /** Whether another tab has taken this one along to another portal. */
  @state() private hasMoved = false;

  /** Who was last at the desk: their page stays, unseen, while they sign in again. */
  #last?: StaffSession;
  /** The pages of a portal keep the calls that are about it, whatever the session is about by then. */
  #api = this.#apiFor();
  readonly #events = createOfficeEvents(() => void this.#check());
  #router?: Router;
  readonly #speech = createSpeech((spoken) => {
    this.spoken = spoken;
    document.documentElement.lang = spoken.words.language;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#router = createRouter(() => {
      this.route = this.#router?.route;
    });
    this.route = this.#router.route;
    if (
      location.pathname !== new URL(addressOf(this.route), location.href).pathname &&
      this.route.page === 'requests'
    ) {
      this.#router.go(this.route, { replace: true });
    }
    void this.#speech.begin();
    void this.#recognise();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#router?.stop();
    this.#events.stop();
  }

  protected override updated(): void {
    if (this.presence.is === 'in' && this.isConnected) this.#events.start();
    else this.#events.stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.presence.is !== 'in') return;
    const { session } = this.presence;
    if (session.portal.id !== this.#last?.portal.id) this.#api = this.#apiFor(session.portal.id);
    this.#last = session;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { presence, spoken } = this;
    if (!spoken) return nothing;
    const { words, missing } = spoken;
    return html`
      ${header({
        words,
        session: this.presence.is === 'in' ? this.presence.session : undefined,
        route: this.route,
        speak: (language) => void this.#speech.choose(language),
        signOut: () => void this.#signOut(),
      })}
      <main id="main" tabindex="-1">
        ${this.signOutFailure ? failureNotice(words, this.signOutFailure, () => void this.#signOut()) : nothing}
        ${missing ? failureNotice(words, new OfficeFailure('network'), () => void this.#speech.choose(missing)) : nothing}
        ${this.#content(presence, words)}
      </main>
    `;
  }

  #content(presence: Presence, words: Words): TemplateResult | typeof nothing {
    const office = this.#office;
    if (!office || presence.is === 'unknown') return html`<p class="loading" role="status">${words.say('loading')}</p>`;
    if (presence.is === 'unreachable') return failureNotice(words, presence.failure, () => void this.#recognise());
    const isOut = presence.is === 'out';
    const keepsPage = !isOut || presence.notice === 'sign-in.expired';
    return html`
      ${
        isOut
          ? html`<office-sign-in
              .office=${office}
              .notice=${presence.notice}
              @signed-in=${this.#signedIn}
            ></office-sign-in>`
          : nothing
      }
      ${this.hasMoved ? movedNotice(words, office.portal) : nothing}
      <div class="page" ?hidden=${isOut} @portal-switched=${this.#switched}>
        ${keepsPage ? keyed(office.portal?.id, this.#page(office, office.router.route)) : nothing}
      </div>
    `;
  }

  #page(office: Office, route: Route): TemplateResult {
    if (isList(route)) return overview(office.words, office.router, route, this.#list(office, route));
    if (route.page === 'request') {
      return html`<office-request data-page .office=${office} .requestId=${route.id}></office-request>`;
    }
    if (route.page === 'work-order') {
      return html`<office-work-order data-page .office=${office} .orderId=${route.id}></office-work-order>`;
    }
    if (route.page === 'section') return this.#section(office, route);
    return html`<office-not-found data-page .office=${office}></office-not-found>`;
  }

  #section(office: Office, route: SectionRoute): TemplateResult {
    const section = sectionAt(route.section);
    if (section && maySee(section, this.#last?.staff)) return section.page(office, route);
    return html`<office-not-found
      data-page
      .office=${office}
      .isForbidden=${section !== undefined}
    ></office-not-found>`;
  }

  #list(office: Office, route: ListRoute): TemplateResult {
    return route.page === 'requests'
      ? html`<office-requests data-page .office=${office} .route=${route}></office-requests>`
      : html`<office-work-orders data-page .office=${office} .route=${route}></office-work-orders>`;
  }

  get #office(): Office | undefined {
    const router = this.#router;
    const words = this.spoken?.words;
    const { portal, staff } = this.#last ?? {};
    return router && words && { api: this.#api, words, router, events: this.#events, portal, staff };
  }

  #apiFor(portalId?: string): OfficeApi {
    return createOfficeApi({
      portalId,
      sessionExpired: () => {
        this.#expired();
      },
      portalChanged: () => void this.#check(),
    });
  }

  #expired(): void {
    if (this.presence.is !== 'in') return;
    this.presence = { is: 'out', notice: 'sign-in.expired' };
    this.#router?.expectArrival();
  }

  /** Whether the session still stands and for which portal, as when somebody has signed out in another tab. */
  async #check(): Promise<void> {
    try {
      const session = await this.#api.session();
      if (!session) this.#expired();
      else if (this.presence.is === 'in' && session.portal.id !== this.presence.session.portal.id) {
        this.hasMoved = true;
        this.presence = { is: 'in', session };
      }
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error; // the server is away: it is asked again when it is listened to
    }
  }

  async #recognise(): Promise<void> {
    this.presence = { is: 'unknown' };
    try {
      const session = await this.#api.session();
      this.presence = session ? { is: 'in', session } : { is: 'out' };
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      this.presence = { is: 'unreachable', failure: error };
    }
  }

  /** Goes on for another portal: with its settings, or with its requests. */
  #switched({ detail }: CustomEvent<PortalSwitch>): void {
    this.presence = { is: 'in', session: detail.session };
    this.hasMoved = false;
    this.#events.stop();
    this.#router?.go(detail.isNew ? sectionRoute('settings') : FIRST_ROUTE);
    this.#router?.expectArrival();
  }

  #signedIn(event: CustomEvent<StaffSession>): void {
    this.hasMoved = false;
    this.presence = { is: 'in', session: event.detail };
    this.#router?.expectArrival();
    const kept = this.querySelector('[data-page]');
    if (kept instanceof OfficePage) kept.reload();
  }

  async #signOut(): Promise<void> {
    this.signOutFailure = undefined;
    try {
      await this.#api.signOut();
    } catch (error) {
      if (!(error instanceof OfficeFailure)) throw error;
      if (error.code !== 'session-expired') {
        this.signOutFailure = error;
        return;
      }
    }
    this.presence = { is: 'out', notice: 'signed-out' };
    this.#router?.expectArrival();
  }
}
