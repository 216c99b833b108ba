import { css } from 'lit';

/** The parts of an address. */
export const addressStyles = css`
  .address-parts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    max-inline-size: 32rem;
  }
  .address-parts > .field {
    flex: 1 1 7.5rem;
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .address-parts > [data-pointer$='/addition'],
  .address-parts > [data-pointer$='/street'] {
    flex-basis: 14rem;
  }
  .address-parts > [data-pointer$='/city'] {
    flex-basis: 10rem;
  }
  .address-status:empty {
    margin: 0;
  }
`;
