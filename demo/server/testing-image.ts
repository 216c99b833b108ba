import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync, openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { EXTENSIONS } from './store/embedded.js';
import { openEmbedded } from './store/store.js';

const MIGRATIONS = new URL('./store/migrations/', import.meta.url);
const PACKAGE = new URL('../../package.json', import.meta.url);

/** Where the image lies: another schema has another name, and so has another PGlite, whose version is pinned. */
const imagePath = async (): Promise<string> => {
  const hash = createHash('sha256').update(await readFile(PACKAGE));
  for (const file of (await readdir(MIGRATIONS)).sort()) {
    hash.update(file).update(await readFile(new URL(file, MIGRATIONS)));
  }
  return join(tmpdir(), `portal-request-form-${process.getuid?.() ?? 0}-${hash.digest('hex').slice(0, 16)}.tar`);
};

const make = async (path: string): Promise<void> => {
  const client = await PGlite.create({ extensions: EXTENSIONS });
  await (await openEmbedded(undefined, client)).ping();
  const image = await client.dumpDataDir('none');
  await client.close();
  const own = `${path}.${process.pid}`;
  await writeFile(own, Buffer.from(await image.arrayBuffer()), { mode: 0o600 });
  await rename(own, path); // two processes may make it at once: each a whole one
};

/** An empty database in memory with the newest schema: a copy of an image made once a machine, in a third of the time. */
export const openCopy = async (): Promise<Awaited<ReturnType<typeof openEmbedded>>> => {
  const path = await imagePath();
  if (!existsSync(path)) await make(path);
  return openEmbedded(undefined, await PGlite.create({ loadDataDir: await openAsBlob(path), extensions: EXTENSIONS }));
};
