import { css } from 'lit';

/** Two versions of a draft, side by side; on a narrow form below each other, each with its name. */
export const draftConflictStyles = css`
  .versions [scope='row'] {
    white-space: normal;
  }
  .versions td {
    overflow-wrap: anywhere;
  }
  @container (max-width: 32rem) {
    .versions td::before {
      content: attr(data-column) ': ' / '';
      font-weight: 650;
    }
  }
`;
