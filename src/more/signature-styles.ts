import { css } from 'lit';

/** The sheet to sign on. */
export const signatureStyles = css`
  .sheet {
    max-inline-size: 30rem;
    border: var(--_border-width) solid var(--_control-border);
    border-radius: var(--_radius);
    background: var(--_control-background);
    color: var(--_control-text);
    overflow: hidden;
  }
  .sheet canvas {
    display: block;
    inline-size: 100%;
    aspect-ratio: 2 / 1;
    cursor: crosshair;
    touch-action: none;
    user-select: none;
  }
  .field[data-invalid] .sheet {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .signature-status {
    margin: 0;
  }
  .signature-status:not(:empty) {
    margin-block-end: var(--_space);
  }
  .signature-foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_space);
    max-inline-size: 30rem;
    margin-block-start: calc(var(--_space) / 2);
  }
  .signature-progress {
    display: grid;
    max-inline-size: 30rem;
  }
  .signature-progress progress {
    inline-size: 100%;
  }
  .signature-foot .hint {
    flex: 1 1 10rem;
  }
`;
