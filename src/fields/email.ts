import { textLike } from './text-like.js';

export const email = textLike<'email'>({
  type: 'email',
  size: 'long',
  inputmode: 'email',
  autocomplete: 'email',
  autocapitalize: 'none',
});
