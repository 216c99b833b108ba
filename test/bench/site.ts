import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from '../../scripts/root.mjs';
import { builtFolder } from './build.js';
import { candidates } from './candidates.js';
import { FORM_SIZE, formOf, SIZES } from './form.js';
import { ahead, ELEMENT, module, PORTAL, type Built, type Load } from './loads.js';
import { schemas } from './schemas/index.js';
import { portalOf } from './schemas/widget.js';

/** What one file weighs, in bytes. */
export interface Weight {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface Site {
  readonly port: number;
  /** The paths that were asked for since the last time. */
  takeAsked(): readonly string[];
  weigh(path: string): Weight;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '': 'text/html',
};

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,">` +
  `<meta name="viewport" content="width=device-width">${head}</head>` +
  `<body><h1>Report a fault</h1>${body}<p>Below the form.</p></body></html>`;

const filesBelow = (folder: string, prefix: string): [string, Buffer][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [prefix + file.slice(folder.length), readFileSync(file)]);

/** Everything there is to ask for. A page that waits has the candidate's code and no form. */
const contents = (loads: readonly Load[], built: Built, preloads: readonly string[]): ReadonlyMap<string, Buffer> => {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value));
  const form = formOf(FORM_SIZE);
  const waiting = candidates.flatMap(({ name, kind }): [string, Buffer][] => {
    const { script, style } = built.get(name) ?? {};
    if (!script) return [];
    const element = kind === 'widget' ? ahead(preloads) + module(ELEMENT) : ''; // others have all of their code in one script
    const head = `${element}${module(script)}${style ? `<link rel="stylesheet" href="${style}">` : ''}`;
    return [[`/waiting/${name}/`, Buffer.from(page(head, '<div id="place"></div>'))]];
  });
  return new Map<string, Buffer>([
    ...filesBelow(join(root, 'dist'), '/dist'),
    ...filesBelow(builtFolder, '/built'),
    ...loads.map(({ name, head, body }): [string, Buffer] => [`/load/${name}/`, Buffer.from(page(head, body))]),
    ...waiting,
    ...candidates.flatMap(({ name }) =>
      SIZES.map((size): [string, Buffer] => [`/schemas/${name}/${size}.json`, json(schemas[name](formOf(size)))]),
    ),
    ['/portals/guests/config', json(portalOf(form))],
    ['/portals/members/config', json(portalOf(form, ['password']))],
  ]);
};

const compress = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

/** Browsers know this name as this machine, and as another origin than that of the pages. */
const PORTAL_HOST = 'portal.localhost';

/** Scripts and styles stand under an address of their version; pages and configurations are asked for again. */
const cachingOf = (path: string): string =>
  /^\/(?:dist|built)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/** Serves everything compressed and with the headers that let a page measure time finely. */
export const startSite = async (loads: readonly Load[], built: Built, preloads: readonly string[]): Promise<Site> => {
  const files = contents(loads, built, preloads);
  const compressed = new Map([...files].map(([path, bytes]) => [path, compress(bytes)]));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const isPage = path.startsWith('/load/');
    const { port } = server.address() as AddressInfo;
    const page = () =>
      compress(Buffer.from(String(files.get(path)).replaceAll(PORTAL, `http://${PORTAL_HOST}:${port}`)));
    const body = isPage && files.has(path) ? page() : compressed.get(path);
    const etag = `"${body?.length ?? 0}"`; // nothing changes while the benchmark runs
    asked.push(path);
    response.setHeader('Cache-Control', cachingOf(path));
    response.setHeader('ETag', etag);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (body && request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    response.writeHead(body ? 200 : 404, {
      'Content-Type': TYPES[path.endsWith('/config') ? '.json' : extname(path)] ?? 'text/html',
      'Content-Encoding': 'br',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(body ?? compress(Buffer.from('')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    takeAsked: () => asked.splice(0),
    weigh: (path) => {
      const bytes = files.get(path) ?? Buffer.from('');
      return {
        minified: bytes.length,
        gzip: gzipSync(bytes, { level: 9 }).length,
        brotli: compressed.get(path)?.length ?? 0,
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
