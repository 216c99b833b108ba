// Every sentence of one language, for the classic script, which loads it from beside itself.
export { de as entry } from '../i18n/de.js';
export { deRequest as request } from '../i18n/de-request.js';
export { deMore as more } from '../i18n/de-more.js';
