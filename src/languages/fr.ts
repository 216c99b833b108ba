// Every sentence of one language, for the classic script, which loads it from beside itself.
export { fr as entry } from '../i18n/fr.js';
export { frRequest as request } from '../i18n/fr-request.js';
export { frMore as more } from '../i18n/fr-more.js';
