import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'portal-request-form';
import type { PortalEvents } from 'portal-request-form';

type Portal<Name extends keyof PortalEvents> = CustomEvent<PortalEvents[Name]>;

@Component({
  selector: 'embed-app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Angular</h1>
      <p role="status">{{ told() }}</p>
      <button type="button" (click)="isShown.set(!isShown())">
        {{ isShown() ? 'Hide the form' : 'Show the form' }}
      </button>
      @if (isShown()) {
        <portal-request-form
          [endpoint]="endpoint"
          request-type="maintenance"
          [prefill]="known"
          (portal-started)="tellStarted($event)"
          (portal-submitted)="tellSent($event)"
        >
          <p>Call us: <a href="tel:+31501234567">050 123 45 67</a></p>
        </portal-request-form>
      }
    </main>
  `,
})
export class App {
  readonly endpoint = 'http://localhost:3000/api/portals/demo';
  readonly known = { installation: 'boiler', units: 2 };
  readonly isShown = signal(true);
  readonly told = signal('Nothing yet.');

  tellStarted({ detail }: Portal<'portal-started'>) {
    this.told.set(`Started: ${detail.requestType}`);
  }

  tellSent({ detail }: Portal<'portal-submitted'>) {
    this.told.set(`Sent as ${detail.receipt.reference}`);
  }
}
