import { css } from 'lit';

/** Where answers came from, requests that are repeated, and open requests about the same. */
export const earlierStyles = css`
  legend portal-origin {
    margin-inline-start: var(--_space);
    font-weight: 400;
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
