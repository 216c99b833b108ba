const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as it stands in HTML, between tags or in an attribute. */
export const escapeHtml = (text) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]);
