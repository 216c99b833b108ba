import { css } from 'lit';

/** What was added to a text and what was taken out of it; never told by colour alone. */
export const termChangesStyles = css`
  .changes {
    padding-block: var(--_space);
  }
  .changes ins,
  .changes del {
    display: block;
    margin-block: calc(var(--_space) / 2);
    padding-inline-start: var(--_space);
    border-inline-start: 4px solid var(--_success);
    text-decoration: none;
  }
  .changes del {
    border-color: var(--_error);
    color: var(--_muted);
    text-decoration: line-through;
  }
  .changes :is(ins, del) :is(p, h4, h5, ul, ol) {
    margin-block: 0;
  }
`;
