import type { Option } from '../contract/index.js';
import type { Translator } from '../i18n/translate.js';

/** The labels of the chosen options, in the order of the options. */
export const chosenLabels = (options: readonly Option[], chosen: readonly unknown[], words: Translator): string =>
  options
    .filter((option) => chosen.includes(option.id))
    .map((option) => words.text(option.label))
    .join(', ');
