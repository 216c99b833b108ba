import { css } from 'lit';

/** The parts of an address. */
export const addressStyles = css`
  .address-parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    max-inline-size: 30rem;
  }
  .address-parts > .field {
    flex: 1 1 8rem;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .address-parts > .field.wide {
    flex-basis: 12rem;
  }
  .address-status:empty {
    margin: 0;
  }
`;
