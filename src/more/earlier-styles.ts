import { css } from 'lit';

/** Where answers came from, requests that are repeated, and open requests about the same. */
export const earlierStyles = css`
  portal-origin .mark {
    display: inline-block;
    font-weight: 400;
  }
  .requests portal-request-again .link {
    padding-inline-start: 0;
  }
  .requests [scope='row'] {
    white-space: nowrap;
  }
  .again p {
    margin-block: var(--_space) 0;
  }
  .again .actions {
    margin-block: var(--_space) 0;
  }
  .reported h3 {
    margin-block-start: 0;
  }
  .reported .item p {
    margin-block: var(--_space);
  }
  .reported .items {
    border-block-start: 1px solid var(--_line);
    margin-block-end: var(--_space);
  }
  blockquote {
    margin-inline: 0;
  }
`;
