import { css } from 'lit';

/** Fields: marks, choices, files. */
export const field = css`
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
    hyphens: auto;
  }
  .label-row {
    margin-block-end: calc(var(--_space) / 2);
  }
  legend {
    margin-block-end: calc(var(--_space) / 2);
  }
  legend .mark {
    margin-inline-start: var(--_space);
    font-weight: 400;
  }
  .mark,
  .counter,
  .file-size,
  .suffix {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .mark::before {
    content: '(';
  }
  .mark::after {
    content: ')';
  }
  .input-row {
    display: flex;
    align-items: center;
    gap: var(--_space);
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
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0 calc(var(--_space) / 2);
    border: 0;
    background: none;
    color: inherit;
  }
  .file-picker {
    position: relative;
  }
  .file-picker:focus-within {
    outline: var(--_focus-width) solid var(--_accent);
    outline-offset: 2px;
  }
  .file-ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .files[data-drop] {
    outline: 2px dashed var(--_accent);
    outline-offset: var(--_space);
    background: var(--_surface);
  }
  .thumbnail {
    inline-size: 3.5rem;
    block-size: 3.5rem;
    margin-block: calc(var(--_space) / 2);
    border-radius: var(--_radius);
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
