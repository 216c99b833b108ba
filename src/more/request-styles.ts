import { css } from 'lit';

/** One request that was sent: what happened to it, and what is asked back. */
export const requestStyles = css`
  portal-request[hidden] {
    display: none;
  }
  .timeline {
    margin: 0 0 calc(var(--_space) * 2);
    padding: 0;
    list-style: none;
  }
  .timeline li {
    padding: 0 0 var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 2px solid var(--_line);
  }
  .timeline p {
    margin: 0;
  }
  .said {
    overflow-wrap: anywhere;
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_accent);
  }
  .sent {
    margin-block: calc(var(--_space) * 2);
  }
  .sent summary {
    min-block-size: var(--_target);
    cursor: pointer;
  }
`;
