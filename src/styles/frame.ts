import { css } from 'lit';

/** The frame around the steps: header, steps, navigation, notices, and the ways to sign in. */
export const frame = css`
  .header {
    display: flex;
    flex-wrap: wrap;
    align-content: flex-start;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    min-block-size: calc(var(--_target) + 1.5em);
  }
  .header p {
    margin: 0;
  }
  .portal-name {
    font-weight: 650;
  }
  .logo {
    max-block-size: 3rem;
  }
  .who {
    color: var(--_muted);
    font-size: 0.9em;
  }
  .stepper ol {
    display: flex;
    gap: calc(var(--_space) / 2);
    margin: var(--_space) 0 0;
    padding: 0;
    list-style: none;
  }
  .step {
    flex: 1;
    min-inline-size: 0;
    border-block-start: 4px solid var(--_line);
  }
  .step[data-done] {
    border-color: color-mix(in srgb, var(--_accent) 55%, var(--_line));
  }
  .step[aria-current] {
    border-color: var(--_accent);
    font-weight: 650;
  }
  .step-link {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) / 2);
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) / 2) 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: 0.875em;
    text-align: start;
  }
  button.step-link .step-name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .step:not([aria-current]) .step-link {
    color: var(--_muted);
  }
  @container (max-width: 41rem) {
    .step-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
    margin-block: calc(var(--_space) * 2) var(--_space);
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: start;
  }
  .way {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .way h3 {
    margin-block-start: 0;
  }
  .failure {
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 2px solid var(--_error);
    border-radius: var(--_radius);
    background: var(--_error-background);
  }
  .failure h3 {
    margin-block-start: 0;
    color: var(--_error);
  }
  .diagnosis {
    max-inline-size: var(--_width);
    margin-inline: auto;
    overflow-wrap: anywhere;
  }
  .skeleton {
    min-block-size: 26rem;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  :host([request-type]) .skeleton {
    min-block-size: 100vh;
  }
  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.55;
    }
  }
  @media (forced-colors: active) {
    .step[aria-current] {
      border-color: Highlight;
    }
    .button.primary {
      forced-color-adjust: none;
      border-color: ButtonText;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
