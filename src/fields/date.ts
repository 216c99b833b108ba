import { asText } from './field.js';
import { textLike } from './text-like.js';

export const date = textLike<'date'>({
  type: 'date',
  size: 'medium',
  bounds: ({ field, resolveDate }) => ({
    min: field.min === undefined ? undefined : resolveDate(field.min),
    max: field.max === undefined ? undefined : resolveDate(field.max),
  }),
  summary: (_field, answer, words) => words.date(asText(answer)),
});
