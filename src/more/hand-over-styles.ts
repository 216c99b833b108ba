import { css } from 'lit';

/** A code for the phone; black on white in the dark too, for that is what cameras read. */
export const handOverStyles = css`
  @media (hover: none) and (pointer: coarse) {
    portal-hand-over {
      display: none; /* this is the device with the camera */
    }
  }
  /* On the phone nothing is kept, and the other screen is no other tab. */
  portal-handed-over:not(:empty) ~ .body > .keeping,
  portal-handed-over:not(:empty) ~ .body > .notice[role='status'],
  portal-handed-over:not(:empty) ~ .body > portal-hand-over {
    display: none;
  }
  portal-hand-over .opener {
    padding-inline-start: 0;
  }
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
