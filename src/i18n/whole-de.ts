// Every sentence of one language, for the classic script, which loads it from beside itself.
export { de as entry } from './de.js';
export { deRequest as request } from './de-request.js';
export { deMore as more } from './de-more.js';
