import { told } from '../fragments/told.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Field, FieldType } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';
import { controlId } from '../state/pointers.js';
import type { Origin } from '../state/request-state.js';
import type { FieldProps, Mark } from './field.js';
import { issueText } from './issue-text.js';

/** The ids and states of a control, for its `aria-*` attributes. */
export interface ControlAria {
  readonly id: string;
  readonly labelId: string;
  /** Hint, mark and error, in the order they are read; undefined when there is none. */
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
}

/** What is told of where an answer came from: all of it, or on the review only that it was changed. */
export interface OriginMark {
  readonly origin: Origin;
  readonly field: Field;
  readonly answer: unknown;
  readonly words: Translator;
  readonly isReview?: boolean;
}

/** What the shell draws around a control. */
export interface ShellProps {
  readonly pointer: string;
  readonly label: string | TemplateResult;
  readonly help: string | TemplateResult;
  readonly error: string | undefined;
  readonly isRequired: boolean;
  readonly mark: string | undefined;
  /** Where the answer came from. */
  readonly origin?: TemplateResult;
}

export const ariaOf = ({ pointer, help, error, isRequired, mark, origin }: ShellProps): ControlAria => {
  const id = controlId(pointer);
  const described = [
    mark && !isRequired ? `${id}-mark` : '',
    origin ? `${id}-origin` : '',
    help ? `${id}-hint` : '',
    error ? `${id}-error` : '',
  ].filter(Boolean);
  return {
    id,
    labelId: `${id}-label`,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    isInvalid: error !== undefined,
    isRequired,
  };
};

export const hint = (id: string, help: string | TemplateResult) =>
  help ? html`<p class="hint" part="hint" id=${`${id}-hint`}>${help}</p>` : nothing;

export const errorMessage = (id: string, error: string | undefined) =>
  error ? html`<p class="error" part="error" id=${`${id}-error`}>${error}</p>` : nothing;

export const markText = (id: string, mark: string | undefined) =>
  mark ? html`<span class="mark" id=${`${id}-mark`}>${mark}</span>` : nothing;

/** A control with one input: label, hint, control, error. */
export const singleShell = (props: ShellProps, control: (aria: ControlAria) => TemplateResult): TemplateResult => {
  const aria = ariaOf(props);
  return html`<div class="field" part="field" data-pointer=${props.pointer} ?data-invalid=${aria.isInvalid}>
    <div class="label-row">
      <label part="label" id=${aria.labelId} for=${aria.id}>${props.label}</label
      >${markText(aria.id, props.mark)}${props.origin}
    </div>
    ${hint(aria.id, props.help)}${control(aria)}${errorMessage(aria.id, props.error)}
  </div>`;
};

/** A control of several inputs: a group with its legend; the first input carries the id that links go to. */
export const groupShell = (
  props: ShellProps,
  control: (aria: ControlAria) => TemplateResult,
  role: 'group' | 'radiogroup' = 'group',
): TemplateResult => {
  const aria = ariaOf(props);
  const isRadio = role === 'radiogroup';
  return html`<fieldset
    class="field"
    part="field"
    data-pointer=${props.pointer}
    role=${role}
    aria-labelledby=${aria.labelId}
    aria-describedby=${aria.describedBy ?? nothing}
    aria-required=${isRadio && aria.isRequired ? 'true' : nothing}
    aria-invalid=${isRadio && aria.isInvalid ? 'true' : nothing}
    ?data-invalid=${aria.isInvalid}
  >
    <legend part="label">
      <span id=${aria.labelId}>${props.label}</span>${markText(aria.id, props.mark)}${props.origin}
    </legend>
    ${hint(aria.id, props.help)}${control(aria)}${errorMessage(aria.id, props.error)}
  </fieldset>`;
};

/** Says where an answer came from; the element comes with the more part. */
export const originMark = (mark: OriginMark, id?: string): TemplateResult =>
  html`<portal-origin id=${id ?? nothing} .mark=${mark}></portal-origin>`;

const shownMark = (isRequired: boolean, mark: Mark): Mark => {
  const own: Mark = isRequired ? 'required' : 'optional';
  return own === mark ? own : undefined;
};

/** The shell of a configured field. */
export const shellOf = <T extends FieldType>(props: FieldProps<T>): ShellProps => {
  const { answer, issue, origin, pointer, words, isRequired } = props;
  const field: Field = props.field;
  const mark = shownMark(isRequired, props.mark);
  return {
    pointer,
    label: told(words, field.label),
    help: told(words, field.help),
    error: issue && issueText(issue, words, props.missing, field),
    isRequired,
    mark: mark && words.message(mark),
    origin: origin && originMark({ origin, field, answer, words }, `${controlId(pointer)}-origin`),
  };
};
