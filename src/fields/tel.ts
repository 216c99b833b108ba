import { textLike } from './text-like.js';

export const tel = textLike<'tel'>({ type: 'tel', size: 'medium', inputmode: 'tel', autocomplete: 'tel' });
