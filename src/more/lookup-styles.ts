import { css } from 'lit';

/** The list to choose from, below its input. */
export const lookupStyles = css`
  .lookup {
    position: relative;
  }
  .lookup .input-row {
    max-inline-size: 32rem;
  }
  .options {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-start: 0;
    z-index: 10;
    inline-size: 100%;
    max-inline-size: 32rem;
    max-block-size: min(22rem, 50vh);
    margin-block-start: 2px;
    overflow-y: auto;
    overscroll-behavior: contain;
    border: var(--_border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_control-background);
    color: var(--_control-text);
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
  }
  .options ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .options .hint {
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 1.5);
  }
  .option {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-block-size: var(--_target);
    padding: calc(var(--_space) / 2) calc(var(--_space) * 1.5);
    cursor: pointer;
  }
  .lookup ~ .hint {
    margin-block-start: calc(var(--_space) / 2);
  }
  .option-detail {
    font-size: 0.9em;
    opacity: 0.85;
  }
  .option[data-chosen] .option-label {
    font-weight: 600;
  }
  .option:hover {
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .option[aria-selected='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @container (max-width: 32rem) {
    .options {
      position: static;
    }
  }
  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
