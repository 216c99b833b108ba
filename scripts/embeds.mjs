// The pages of demo/embeds that are made with a framework: how each is brought to run, once it is installed and built.

/**
 * `serve` is the folder that is served as it is; `start` is the file that Node runs as a server, on the port in `PORT`. `checks`
 * is the page that gives the form everything and changes it; a page that a server renders has none. WordPress has tests of
 * its own.
 */
export const embeds = {
  plain: { serve: '.', checks: '/checks.html' },
  react: { serve: 'dist', checks: '/#checks' },
  vue: { serve: 'dist', checks: '/#checks' },
  svelte: { serve: 'dist', checks: '/#checks' },
  angular: { serve: 'dist/browser', checks: '/#checks' },
  astro: { start: 'dist/server/entry.mjs' },
  wordpress: {},
};
