import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field, RequestType, Section } from '../contract/index.js';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import type { Around, Mark } from '../fields/field.js';
import { pasteFiles } from '../fields/file-drop.js';
import { renderField, type Place } from '../fields/render-field.js';
import { navigation, onSubmit } from '../fragments/navigation.js';
import { lookupVisible } from '../rules/index.js';
import { givenItems } from '../state/submission.js';
import { StepElement } from './step-element.js';

/** Required or optional, whichever is the minority in the configuration; nothing when there is no difference. */
const markOf = (type: RequestType): Mark => {
  const fields = type.sections.flatMap((section) => section.fields).filter((field) => field.type !== 'note');
  const required = fields.filter((field) => field.required === true || field.requiredWhen !== undefined).length;
  if (required === 0) return undefined;
  return required * 2 > fields.length ? 'optional' : 'required';
};

/** From so many fields on, a browser leaves out what it does not show when it lays a section out. */
const LONG = 50;

const topLevel = ({ snapshot: { state }, actions }: Around, { id }: Field): Place => ({
  pointer: `/answers/${id}`,
  answer: state.answers.get(id),
  change: (make) => actions.change(id, make),
});

const section = (around: Around, { id, title, fields }: Section) => {
  const { view, words } = around.snapshot;
  const shown = fields.filter((field) => view.visible.fields.has(field.id));
  if (shown.length === 0) return nothing;
  const heading = `section-${id}`;
  return html`<section
    class="section"
    part="section"
    aria-labelledby=${title ? heading : nothing}
    ?data-long=${shown.length > LONG}
  >
    ${title ? html`<h3 id=${heading}>${told(words, title)}</h3>` : nothing}
    ${repeat(
      shown,
      (field) => field.id,
      (field) => renderField(around, field, topLevel(around, field)),
    )}
  </section>`;
};

/** The sections and fields of this kind of request. */
export class DetailsStep extends StepElement {
  protected override renderStep(snapshot: Snapshot, actions: Actions): TemplateResult | typeof nothing {
    const { state, view, words } = snapshot;
    if (!view.type) return nothing;
    const mark = markOf(view.type);
    const lookup = lookupVisible(view.type, view.visible, state.answers, givenItems(state));
    const around = { snapshot, actions, mark, lookup };
    return html`<form novalidate @submit=${onSubmit(() => actions.next())} @paste=${pasteFiles}>
      ${mark ? html`<p class="hint">${words.message(`details.mark-${mark}`)}</p>` : nothing}
      ${view.type.sections.map((one) => section(around, one))}
      ${navigation(snapshot, actions, { label: words.message('next') })}
    </form>`;
  }
}
