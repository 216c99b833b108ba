const css = String.raw; // lit's own would be a chunk that every form loads

/** A sheet in the middle of a wide screen, all of a narrow one. The page's colours stay behind: the dialog has its own. */
export const dialogStyles = css`
  :host {
    /* Colour over the page behind an open dialog. */
    --_backdrop: var(--portal-backdrop, rgb(10 15 25 / 60%));
  }
  dialog {
    --_text: var(--portal-text, CanvasText);
    --_edge: clamp(1rem, 6vh, 4rem);
    inline-size: min(100vw - 2rem, var(--_width) + 3rem);
    max-inline-size: none;
    max-block-size: calc(100vh - 2 * var(--_edge));
    max-block-size: calc(100dvh - 2 * var(--_edge));
    margin: var(--_edge) auto auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: min(calc(var(--_radius) * 2), 1.5rem);
    background: var(--portal-background, Canvas);
    color: var(--_text);
    font: 400 var(--_font-size) / 1.5 var(--_font);
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 35%);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: var(--_backdrop);
  }
  .dialog-bar {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) / 2) 1.5rem;
    border-block-end: 1px solid var(--_line);
  }
  .dialog-title {
    min-inline-size: 0;
    margin: 0;
    font-family: var(--_heading-font);
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .dialog-close {
    display: inline-flex;
    flex: none;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0 calc(var(--_space) / 2);
    border: 0;
    background: none;
    gap: calc(var(--_space) / 2);
    margin-inline-end: calc(var(--_space) / -2);
    color: inherit;
  }
  .dialog-close:hover {
    text-decoration: underline;
  }
  .dialog-close svg {
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  .dialog-content {
    flex: 1;
    min-block-size: 0;
    padding: var(--_space) 1.5rem 1.5rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: calc(var(--_space) * 2);
  }
  dialog .form {
    min-block-size: 0 !important;
    background: none;
  }
  dialog .header {
    min-block-size: 0;
  }
  dialog .portal-name {
    display: none;
  }
  @media (max-width: 40rem), (max-height: 30rem) {
    dialog {
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    .dialog-bar,
    .dialog-content {
      padding-inline: max(1rem, env(safe-area-inset-left)) max(1rem, env(safe-area-inset-right));
    }
    .dialog-bar {
      padding-block-start: max(calc(var(--_space) / 2), env(safe-area-inset-top));
    }
    .dialog-content {
      padding-block-end: max(1.5rem, env(safe-area-inset-bottom));
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open],
    dialog[open]::backdrop {
      animation: appear 160ms ease-out;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
