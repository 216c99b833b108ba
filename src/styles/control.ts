import { css } from 'lit';

/** Labels and inputs, on every step. */
export const control = css`
  .field {
    min-inline-size: 0;
    margin: 0 0 calc(var(--_space) * 2.5);
    padding: 0;
    border: 0;
  }
  .field > label {
    display: block;
    margin-block-end: calc(var(--_space) / 2);
    font-weight: 600;
  }
  .error {
    margin: calc(var(--_space) / 2) 0 0;
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
    unicode-bidi: plaintext;
  }
`;
