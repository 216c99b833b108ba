import { readTokens } from './scripts/tokens.mjs';

const isPublic = ({ name, privacy, static: isStatic }) =>
  !isStatic && !name.startsWith('#') && (privacy ?? 'public') === 'public';

/** Leaves what a website can use of the element, and adds the theme tokens. */
const publicElement = (tokens) => ({
  name: 'public-element',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = 'dist/portal-request-form.js';
      module.exports = module.exports.map((one) => ({
        ...one,
        declaration: { ...one.declaration, module: module.path },
      }));
      module.declarations = module.declarations.filter(({ customElement }) => customElement);
      for (const element of module.declarations) {
        element.members = element.members.filter(isPublic);
        element.cssProperties = tokens.map(({ name, fallback, description }) => ({
          name,
          default: fallback,
          description,
        }));
      }
    }
  },
});

export default {
  globs: ['src/portal-request-form.ts'],
  litelement: true,
  packagejson: false,
  plugins: [publicElement(await readTokens())],
};
