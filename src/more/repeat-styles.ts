import { css } from 'lit';

/** Rows of a repeat. */
export const repeatStyles = css`
  .rows {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    min-inline-size: 0;
    margin: 0 0 var(--_space);
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .row > .field:last-child {
    margin-block-end: 0;
  }
  .row-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) / 2);
  }
  .row-name {
    font-weight: 650;
  }
  .undo:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
`;
