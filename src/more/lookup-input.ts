import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldProps } from '../fields/field.js';
import type { ControlAria } from '../fields/field-shell.js';
import { chosenOf } from './lookup-answer.js';
import { countOf, listId, optionId } from './lookup-panel.js';
import type { Listing } from './lookup-search.js';

type Props = FieldProps<'lookup'>;

/** No option is active: the focus is in the text. */
export const NONE = -1;

/** What the combobox is drawn from, and what it tells. */
export interface Combobox {
  readonly listing: Listing;
  readonly label: string;
  readonly isOpen: boolean;
  readonly active: number;
  readonly typed: (event: Event) => void;
  readonly focused: () => void;
  readonly clicked: () => void;
  readonly pressed: (event: KeyboardEvent) => void;
}

/** The text of the combobox; the focus stays in it while the arrow keys go through the list. */
export const comboboxInput = ({ field }: Props, aria: ControlAria, box: Combobox): TemplateResult => {
  const { listing, active } = box;
  const isShown = box.isOpen && listing.items.length > 0;
  const isActive = isShown && active !== NONE && active < countOf(listing);
  return html`<input
    part="control"
    type="text"
    role="combobox"
    id=${aria.id}
    name=${field.id}
    autocomplete="off"
    autocapitalize="none"
    spellcheck="false"
    aria-labelledby=${aria.labelId}
    aria-autocomplete="list"
    aria-expanded=${isShown ? 'true' : 'false'}
    aria-controls=${isShown ? listId(aria.id) : nothing}
    aria-activedescendant=${isActive ? optionId(aria.id, listing, active) : nothing}
    aria-required=${aria.isRequired ? 'true' : nothing}
    aria-invalid=${aria.isInvalid ? 'true' : nothing}
    aria-describedby=${aria.describedBy ?? nothing}
    .value=${live(box.label)}
    @input=${box.typed}
    @focus=${box.focused}
    @click=${box.clicked}
    @keydown=${box.pressed}
  />`;
};

/** What stands in place of the combobox when nothing can be chosen. */
export const lockedInput = ({ field, answer }: Props, aria: ControlAria): TemplateResult =>
  html`<input
    part="control"
    type="text"
    id=${aria.id}
    name=${field.id}
    readonly
    .value=${chosenOf(answer).label ?? ''}
    aria-describedby=${aria.describedBy ?? nothing}
  />`;
