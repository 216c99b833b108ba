import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/snapshot.js';

/** A step: it renders into the root of the element around it, from the snapshot and with the actions handed down. */
export abstract class StepElement extends LitElement {
  @property({ attribute: false }) snapshot?: Snapshot;
  @property({ attribute: false }) actions?: Actions;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    return this.snapshot && this.actions ? this.renderStep(this.snapshot, this.actions) : undefined;
  }

  protected abstract renderStep(snapshot: Snapshot, actions: Actions): unknown;
}
