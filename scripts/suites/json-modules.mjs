const isModule = ({ path, query }) => path.endsWith('.json') && 'module' in query;

/** JSON that is imported becomes a module; JSON that is fetched stays JSON. */
export const jsonModules = () => ({
  name: 'json-modules',
  transformImport: ({ source }) => (source.endsWith('.json') ? `${source}?module` : undefined),
  resolveMimeType: (context) => (isModule(context) ? 'js' : undefined),
  transform: (context) => (isModule(context) ? `export default ${context.body};` : undefined),
});
