import { asText } from './field.js';
import { textLike } from './text-like.js';

/** Typed as text, so that a comma or a dot both work; it is a number once the field is left. */
export const number = textLike<'number'>({
  type: 'text',
  size: 'short',
  inputmode: 'decimal',
  autocomplete: 'off',
  display: (answer, { words }) => (typeof answer === 'number' ? words.plain(answer) : asText(answer)),
  suffix: ({ field, words }) => words.text(field.unit),
  summary: (field, answer, words) => {
    const shown = typeof answer === 'number' ? words.number(answer) : asText(answer);
    return field.unit && shown ? `${shown} ${words.text(field.unit)}` : shown;
  },
});
