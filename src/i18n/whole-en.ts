// What the classic script has of this language: the sentences of the more part come with that part.
export { en as entry } from './en.js';
export { enRequest as request } from './en-request.js';
export const more = {};
