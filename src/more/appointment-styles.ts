import { css } from 'lit';

/** The preferences of an appointment, and the days to choose from. */
export const appointmentStyles = css`
  .preferences {
    margin: 0 0 var(--_space);
    padding-inline-start: calc(var(--_space) * 3);
  }
  .preference {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    border-block-end: 1px solid var(--_line);
  }
  .preference[data-invalid] {
    color: var(--_error);
    font-weight: 600;
  }
  .preference-name {
    flex: 1 1 9rem;
  }
  .days {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .day {
    display: grid;
    grid-template-columns: minmax(11rem, 1fr) 2fr;
    align-items: center;
    gap: 0 var(--_space);
    padding-block: calc(var(--_space) / 2);
    border-block-start: 1px solid var(--_line);
  }
  .day-parts {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: calc(var(--_space) / 2);
  }
  .day-parts .button {
    padding-inline: calc(var(--_space) / 2);
  }
  .day-parts .button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .day-more {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
    margin-block-start: var(--_space);
  }
  .day-other {
    inline-size: 100%;
    max-inline-size: 22rem;
  }
  .day-other label {
    display: block;
    margin-block-end: calc(var(--_space) / 2);
  }
  @container (max-width: 32rem) {
    .day {
      grid-template-columns: 1fr;
      gap: calc(var(--_space) / 2);
    }
  }
  @media (forced-colors: active) {
    .day-parts .button[aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
