// Every sentence of one language, for the classic script, which loads it from beside itself.
export { fr as entry } from './fr.js';
export { frRequest as request } from './fr-request.js';
export { frMore as more } from './fr-more.js';
