// Lit's decorators as this project uses them, of the kind that TypeScript calls experimental; Lit's own know both kinds.

/** Makes an attribute or a property of an element render it anew. */
export const property = (options) => (prototype, name) => prototype.constructor.createProperty(name, options);

/** The same for what only the element itself changes. */
export const state = () => property({ state: true, attribute: false });
