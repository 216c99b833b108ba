import { textLike } from './text-like.js';

export const time = textLike<'time'>({
  type: 'time',
  size: 'medium',
  bounds: ({ field }) => ({ min: field.min, max: field.max }),
});
