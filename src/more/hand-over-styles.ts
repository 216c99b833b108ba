import { css } from 'lit';

/** A code for the phone; black on white in the dark too, for that is what cameras read. */
export const handOverStyles = css`
  .handover {
    margin-block-start: var(--_space);
  }
  .handover h3,
  .handover p {
    margin-block: 0 var(--_space);
  }
  .handover svg {
    display: block;
    inline-size: 100%;
    max-inline-size: 13rem;
    block-size: auto;
    margin-block-end: var(--_space);
  }
  .handover .address {
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
