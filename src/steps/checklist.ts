import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ChecklistItem } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { checklistItem, itemPointer } from '../fields/checklist-item.js';
import { pasteFiles } from '../fields/file-drop.js';
import { navigation, onSubmit } from '../fragments/navigation.js';
import { controlId } from '../state/pointers.js';
import { StepElement } from './step-element.js';

/** How many required items are still open, each with a link to it. */
const openLine = ({ view, words }: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  if (!view.type || !view.checklist?.count) return nothing;
  const open = new Set(view.checklist.open);
  const go = (item: ChecklistItem) => (event: Event) => {
    event.preventDefault();
    void actions.focusOn(itemPointer(item, 'answer'));
  };
  const links = view.type.checklist
    .filter((item) => open.has(item.id))
    .map(
      (item) =>
        html`<li>
          <a href=${`#${controlId(itemPointer(item, 'answer'))}`} @click=${go(item)}>${told(words, item.label)}</a>
        </li>`,
    );
  return html`<div class="open-items">
    <p>${words.message('checklist.open', { count: open.size })}</p>
    ${
      links.length > 0
        ? html`<ul>
            ${links}
          </ul>`
        : nothing
    }
  </div>`;
};

/** What has to be checked before an engineer comes. */
export class ChecklistStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing {
    const { view, words } = snapshot;
    if (!view.type) return nothing;
    const items = view.type.checklist.filter((item) => view.visible.items.has(item.id));
    return html`<form novalidate @submit=${onSubmit(() => actions.next())} @paste=${pasteFiles}>
      ${openLine(snapshot, actions)}
      <ul class="items">
        ${repeat(
          items,
          (item) => item.id,
          (item) => checklistItem(snapshot, actions, item),
        )}
      </ul>
      ${navigation(snapshot, actions, { label: words.message('next') })}
    </form>`;
  }
}
