// Every sentence of one language, for the classic script, which loads it from beside itself.
export { ar as entry } from './ar.js';
export { arRequest as request } from './ar-request.js';
export { arMore as more } from './ar-more.js';
