import { esbuildPlugin } from '@web/dev-server-esbuild';
import { register } from 'tsx/esm/api';
import { browserReporter } from './scripts/suites/browser-reporter.mjs';
import { bundledTests } from './scripts/suites/bundled-tests.mjs';
import { launchersOf } from './scripts/suites/launchers.mjs';
import { testFiles } from './scripts/suites/files.mjs';
import { escaped, noResults } from './scripts/suites/titles.mjs';

const page = (testFramework) => `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Test</title>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

/** Any page may load the modules, also one in a sandboxed frame. */
const readable = (context, next) => {
  context.set('Access-Control-Allow-Origin', '*');
  return next();
};

/** All browsers beside each other, each with one page at a time: the focus belongs to one test. */
export const createConfig = async ({ browsers, files, counts = noResults(), titles = [] }) => {
  register();
  const { portalsPlugin } = await import('./test/runner/portals-plugin.ts');
  return {
    files,
    browsers: await launchersOf(browsers),
    concurrentBrowsers: 3,
    concurrency: 1,
    middleware: [readable],
    nodeResolve: true,
    testRunnerHtml: page,
    browserStartTimeout: 60_000,
    testsFinishTimeout: 180_000, // of a file, whose answers may all come late; WebKit sometimes does not end one
    testFramework: { config: { timeout: 45_000, grep: titles.map(escaped).join('|') || undefined } },
    reporters: [browserReporter(counts, titles.length > 0)],
    plugins: [
      bundledTests(files),
      esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
      portalsPlugin(),
    ],
  };
};

const browsers = (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',');

export default process.argv[1]?.includes('wtr') || process.argv[1]?.includes('web-test-runner')
  ? await createConfig({ browsers, files: await testFiles('.browser.ts', []) })
  : {};
