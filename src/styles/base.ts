import { css } from 'lit';

/** The box, the type, buttons and links. What a hostile page hands down by inheritance is put right here. */
export const base = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([appearance='dialog']) > .form {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .form {
    container-type: inline-size;
    display: block;
    max-inline-size: var(--_width);
    margin-inline: auto;
    background: var(--_background);
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_font-size);
    font-style: normal;
    font-weight: 400;
    line-height: var(--_line-height);
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    overflow-wrap: anywhere;
    cursor: auto;
    -webkit-user-select: text;
    user-select: text;
  }
  h2,
  h3,
  h4,
  h5 {
    margin: calc(var(--_space) * 3) 0 var(--_space);
    font-family: var(--_heading-font);
    font-weight: 650;
    line-height: 1.25;
    text-wrap: balance;
    hyphens: auto;
  }
  h2 {
    margin-block-start: calc(var(--_space) * 2);
    font-size: 1.375em;
  }
  h3 {
    font-size: 1.125em;
  }
  h4,
  h5 {
    font-size: 1em;
  }
  p {
    margin: 0 0 var(--_space);
  }
  a,
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
  }
  button,
  .button {
    max-inline-size: 100%;
    overflow-wrap: break-word;
    cursor: pointer;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    padding: var(--_space) calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_control-background);
    color: var(--_control-text);
    text-align: center;
    text-decoration: none;
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .button:hover {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, currentColor);
  }
  .button[aria-busy='true'] {
    cursor: progress;
    opacity: 0.85;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0 calc(var(--_space) / 2);
    border: 0;
    background: none;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_accent);
    outline-offset: 2px;
  }
  h2:focus,
  .failure:focus {
    outline: none;
  }
  .failure:focus-visible {
    outline: var(--_focus-width) solid currentColor;
  }
  .hint {
    margin: 0 0 calc(var(--_space) / 2);
    color: var(--_muted);
    font-size: 0.9em;
  }
  .error {
    color: var(--_error);
    font-weight: 600;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
    white-space: nowrap;
  }
  .preformatted {
    white-space: pre-wrap;
  }
  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition: box-shadow 120ms;
    }
  }
`;
