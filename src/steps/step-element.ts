import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import type { Actions } from '../controller/actions.js';
import { actionsContext, snapshotContext, type Snapshot } from '../controller/contexts.js';

/** A step: it renders into the root of the element around it, from the snapshot and with the actions handed down. */
export abstract class StepElement extends LitElement {
  readonly #snapshot = new ContextConsumer(this, { context: snapshotContext, subscribe: true });
  readonly #actions = new ContextConsumer(this, { context: actionsContext });

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): unknown {
    const snapshot = this.#snapshot.value;
    const actions = this.#actions.value;
    return snapshot && actions ? this.renderStep(snapshot, actions) : undefined;
  }

  protected abstract renderStep(snapshot: Snapshot, actions: Actions): unknown;
}
