import { textLike } from './text-like.js';

export const url = textLike<'url'>({ type: 'url', size: 'long', inputmode: 'url', autocapitalize: 'none' });
