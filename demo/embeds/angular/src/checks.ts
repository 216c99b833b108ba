import { Component, computed, CUSTOM_ELEMENTS_SCHEMA, effect, type ElementRef, signal, viewChild } from '@angular/core';
import type { PortalEvents, PortalRequestForm } from 'portal-request-form';

const FIRST = {
  requestType: 'fault',
  prefill: { impact: ['noise', 'leak'] },
  messages: { guest: 'As a guest' },
  tokenProvider: () => Promise.resolve(null),
};
const SECOND = {
  requestType: 'maintenance',
  prefill: { units: 3 },
  messages: { guest: 'Without an account' },
  tokenProvider: () => Promise.resolve(null),
};

/** Everything that a page can give the form and hear from it, and all of it changed by one button. */
@Component({
  selector: 'embed-app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Angular checks</h1>
      <button type="button" (click)="isSecond.set(true)">Change everything</button>
      <button type="button" (click)="isShown.set(!isShown())">Hide or show</button>
      <output>{{ heard().join(', ') }}</output>
      @if (isShown()) {
        <portal-request-form
          #form
          [endpoint]="endpoint"
          [attr.lang]="isSecond() ? 'nl' : 'en'"
          [noDrafts]="isSecond()"
          [requestType]="given().requestType"
          [prefill]="given().prefill"
          [messages]="given().messages"
          [tokenProvider]="given().tokenProvider"
          (portal-ready)="hear('portal-ready')"
          (portal-started)="hear('portal-started ' + $event.detail.requestType)"
          (portal-step-change)="leave($event)"
        >
          <p>{{ isSecond() ? 'Second text' : 'First text' }}</p>
          <p slot="footer">{{ isSecond() ? 'Second footer' : 'First footer' }}</p>
          @if (isSecond()) {
            <p slot="header">Added header</p>
          }
        </portal-request-form>
      }
    </main>
  `,
})
export class Checks {
  readonly endpoint = 'http://localhost:3000/api/portals/demo';
  readonly form = viewChild<ElementRef<PortalRequestForm>>('form');
  readonly isSecond = signal(false);
  readonly isShown = signal(true);
  readonly heard = signal<string[]>([]);
  readonly given = computed(() => (this.isSecond() ? SECOND : FIRST));

  constructor() {
    effect(() => {
      this.form()?.nativeElement.addEventListener('portal-ready', () => this.hear('imperative portal-ready'));
    });
  }

  hear(what: string) {
    this.heard.update((earlier) => [...earlier, what]);
  }

  leave(event: CustomEvent<PortalEvents['portal-step-change']>) {
    if (this.isSecond()) event.preventDefault();
    this.hear(`portal-step-change ${event.detail.to}`);
  }
}
