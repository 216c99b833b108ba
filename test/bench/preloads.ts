import { entryFile, lazyImportsOf, nameOf, staticGraph } from '../../scripts/module-graph.mjs';

/** What a guest's form in English needs besides the entry: its first words, the request and the words of that. */
const NEEDED = /^chunks\/(?:en|en-request|request-part)-[\w-]{8}\.js$/;

/** The modules that a page can name, so that they are asked for all at once. */
export const preloadsOf = async (): Promise<readonly string[]> => {
  const entry = [...(await staticGraph(entryFile))];
  const later = (await lazyImportsOf(entry)).filter((file) => NEEDED.test(nameOf(file)));
  const graphs = await Promise.all(later.map((file) => staticGraph(file)));
  return [...new Set([...entry, ...graphs.flatMap((graph) => [...graph])])].map((file) => `/dist/${nameOf(file)}`);
};
