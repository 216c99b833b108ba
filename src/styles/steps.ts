import { css } from 'lit';

/** What only the steps of a request have. */
export const steps = css`
  .navigation {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block: calc(var(--_space) * 2) var(--_space);
  }
  @container (max-width: 24rem) {
    .navigation .button {
      flex: 1 1 100%;
    }
  }
  @media screen {
    @supports (overflow-clip-margin: 1rem) {
      .section[data-long] > .field {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 5.5rem;
        overflow-clip-margin: 1rem;
      }
    }
  }
  .card,
  .notice,
  .review,
  .reference {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .review h3 {
    margin-block-start: 0;
  }
  .notice {
    margin-block: calc(var(--_space) * 2);
  }
  .notice .actions {
    margin-block: var(--_space) 0;
  }
  .keeping {
    min-block-size: 1.5em;
    margin: 0;
    color: var(--_muted);
    font-size: 0.85em;
  }
  .card {
    margin-block-end: var(--_space);
    padding: var(--_space) calc(var(--_space) * 2);
  }
  .card:has(input:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card .choice {
    inline-size: 100%;
    font-weight: 600;
  }
  .card .hint {
    margin-inline-start: calc(1.375rem + var(--_space) * 1.25);
  }
  .summary,
  .stop {
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    background: var(--_error-background);
  }
  .summary h3 {
    margin-block-start: 0;
    color: var(--_error);
  }
  .summary:focus {
    outline: none;
  }
  .summary:focus-visible {
    outline: var(--_focus-width) solid currentColor;
  }
  .summary ul,
  .open-items ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .summary li a,
  .open-items li a {
    line-height: 1.75;
  }
  .summary a {
    color: var(--_error);
  }
  .stop {
    margin-block: 0 calc(var(--_space) * 2);
  }
  .items {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .item,
  .term {
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .item .field,
  .term .field {
    margin-block-end: var(--_space);
  }
  .open-items {
    margin-block: var(--_space) calc(var(--_space) * 2);
  }
  .review {
    margin-block-end: calc(var(--_space) * 2);
    background: none;
  }
  .review-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space);
  }
  .review-head h3 {
    min-inline-size: 0;
    margin: 0;
  }
  dl {
    margin: 0;
  }
  .given {
    display: grid;
    grid-template-columns: minmax(8rem, 2fr) 3fr;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) / 2);
    border-block-start: 1px solid var(--_line);
  }
  @container (max-width: 28rem) {
    .given {
      grid-template-columns: 1fr;
    }
  }
  dt {
    color: var(--_muted);
    hyphens: auto;
  }
  dd {
    margin: 0;
    white-space: pre-wrap;
  }
  .term-text summary,
  .reset summary {
    min-block-size: var(--_target);
    padding-block: var(--_space);
    color: var(--_accent);
    cursor: pointer;
  }
  .markdown {
    max-block-size: 20rem;
    padding: 0 calc(var(--_space) * 2);
    overflow-y: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--_space);
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .reason {
    display: block;
    color: var(--_muted);
    font-size: 0.9em;
  }
  @container (max-width: 32rem) {
    .requests thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .requests tr {
      display: grid;
      padding-block: var(--_space);
      border-block-end: 1px solid var(--_line);
    }
    .requests th,
    .requests td {
      padding: 0;
      border: 0;
    }
  }
  .requests portal-request-again:empty::before {
    display: inline-flex; /* as its buttons, which come later */
    align-items: center;
    min-block-size: var(--_target);
    content: '\\200b';
  }
  .thanks {
    color: var(--_success);
    font-size: 1.125em;
    font-weight: 650;
  }
  .reference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .reference-code {
    font-size: 1.25em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    user-select: all;
  }
  @media (forced-colors: active) {
    .card:has(input:checked) {
      border-color: Highlight;
    }
  }
  @media print {
    .stepper,
    .navigation {
      display: none;
    }
  }
`;
