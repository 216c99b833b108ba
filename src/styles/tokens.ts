import { css } from 'lit';

/**
 * Every theme token, once. The comment before each is its documentation; the value after the comma is used where the
 * website sets nothing.
 */
export const tokens = css`
  :host {
    /* Colour of buttons, links, the current step and focus. */
    --_accent: var(--portal-accent, light-dark(#0b57a4, #8cc1ff));
    /* Text on the accent colour. */
    --_on-accent: var(--portal-on-accent, light-dark(#fff, #06223f));
    /* Colour of text; inherits from the page. */
    --_text: var(--portal-text, inherit);
    /* Colour of hints and other secondary text. */
    --_muted: var(--portal-muted, light-dark(#545b66, #b3bac5));
    /* Background of the whole form. */
    --_background: var(--portal-background, transparent);
    /* Background of cards, summaries and the review. */
    --_surface: var(--portal-surface, light-dark(#f3f5f8, #23272e));
    /* Background of inputs. */
    --_control-background: var(--portal-control-background, light-dark(#fff, #16191e));
    /* Text in inputs. */
    --_control-text: var(--portal-control-text, light-dark(#14171c, #f2f4f7));
    /* Border of inputs. */
    --_control-border: var(--portal-control-border, light-dark(#6b7380, #8b94a3));
    /* Lines between parts. */
    --_line: var(--portal-line, light-dark(#d5dae1, #3a414c));
    /* Colour of errors and of the safety stop. */
    --_error: var(--portal-error, light-dark(#b3131b, #ff9c94));
    /* Background of errors and of the safety stop. */
    --_error-background: var(--portal-error-background, light-dark(#fdeeed, #3d1614));
    /* Colour of what is done. */
    --_success: var(--portal-success, light-dark(#17663a, #7fd6a4));
    /* Font family; inherits from the page. */
    --_font: var(--portal-font, inherit);
    /* Size of the text. */
    --_font-size: var(--portal-font-size, 1rem);
    /* Font family of headings. */
    --_heading-font: var(--portal-heading-font, inherit);
    /* Height of a line, as a factor of the text. */
    --_line-height: var(--portal-line-height, 1.5);
    /* The unit of space: gaps are made from it. */
    --_space: var(--portal-space, 0.5rem);
    /* Rounding of inputs, buttons and cards. */
    --_radius: var(--portal-radius, 0.375rem);
    /* Width of borders of inputs and buttons. */
    --_border-width: var(--portal-border-width, 1px);
    /* Least height of whatever is touched. */
    --_target: var(--portal-target, 2.75rem);
    /* Widest that the form becomes. */
    --_width: var(--portal-width, 46rem);
    /* Width of the focus ring. */
    --_focus-width: var(--portal-focus-width, 3px);
    /* Shadow of cards. */
    --_shadow: var(--portal-shadow, none);
  }
`;
