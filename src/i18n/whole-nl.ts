// What the classic script has of this language: the sentences of the more part come with that part.
export { nl as entry } from './nl.js';
export { nlRequest as request } from './nl-request.js';
export const more = {};
