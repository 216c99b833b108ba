import { css } from 'lit';

/** Fields: label, hint, control, error. */
export const field = css`
  .field {
    min-inline-size: 0;
    margin: 0 0 calc(var(--_space) * 2.5);
    padding: 0;
    border: 0;
  }
  .field[data-invalid] {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_error);
  }
  .label-row,
  .choice-row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
  }
  .label-row label,
  legend {
    padding: 0;
    font-weight: 600;
  }
  .label-row {
    margin-block-end: calc(var(--_space) / 2);
  }
  legend {
    margin-block-end: calc(var(--_space) / 2);
  }
  .field > label {
    display: block;
    margin-block-end: calc(var(--_space) / 2);
    font-weight: 600;
  }
  legend .mark {
    margin-inline-start: var(--_space);
    font-weight: 400;
  }
  .mark::before {
    content: '(';
  }
  .mark::after {
    content: ')';
  }
  .error {
    margin: calc(var(--_space) / 2) 0 0;
  }
  .input-row {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }
  input:not([type='checkbox'], [type='radio'], [type='file']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_target);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: var(--_border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_control-background);
    color: var(--_control-text);
    font-size: max(1em, 16px);
    line-height: 1.4;
  }
  input.short {
    max-inline-size: 9rem;
  }
  input.medium,
  select.medium {
    max-inline-size: 22rem;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  input[readonly],
  textarea[readonly] {
    border-style: dashed;
    background: var(--_surface);
    color: inherit;
  }
  [aria-invalid='true']:not(fieldset, [type='checkbox'], [type='radio']) {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .choices {
    display: grid;
  }
  .choices.inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 3);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: var(--_target);
    font-weight: 400;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .file-picker {
    position: relative;
  }
  .file-picker:focus-within {
    outline: var(--_focus-width) solid var(--_accent);
    outline-offset: 2px;
  }
  .files .hint {
    margin-block-start: calc(var(--_space) / 2);
  }
  .file-list {
    margin: var(--_space) 0 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .file-name {
    flex: 1;
    min-inline-size: 8rem;
  }
  progress {
    flex-basis: 100%;
    block-size: 0.5rem;
    accent-color: var(--_accent);
  }
  .note {
    margin-block-end: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_surface);
  }
  .scroll {
    overflow-x: auto;
  }
`;
