import type { CSSResult } from 'lit';
import { repeatStyles } from './repeat-styles.js';

/** The looks of the rarer fields. */
export const moreStyles: readonly CSSResult[] = [repeatStyles];
