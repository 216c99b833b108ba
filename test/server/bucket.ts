import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { Bucket } from '../../demo/server/settings.js';

const NAME = 'attachments';

/** s3rver keeps the parts of an upload in one folder. */
const partsFolder = (directory: string, uploadId: string): string =>
  join(directory, NAME, `._S3rver_uploads`, uploadId);

/** What S3 answers to ListParts, which s3rver does not know. */
const listOfParts = async (folder: string): Promise<string> => {
  const names = (await readdir(folder)).filter((name) => /^\d+$/.test(name));
  const parts = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    const etag = createHash('md5').update(bytes).digest('hex');
    return `<Part><PartNumber>${name}</PartNumber><ETag>"${etag}"</ETag><Size>${bytes.length}</Size></Part>`;
  });
  return `<ListPartsResult><IsTruncated>false</IsTruncated>${(await Promise.all(parts)).join('')}</ListPartsResult>`;
};

const GONE = '<Error><Code>NoSuchUpload</Code><Message>There is no such upload</Message></Error>';

/** What s3rver leaves out: GET and DELETE of an upload that is under way. Undefined for a call that is its own. */
const answerOf = async (directory: string, method = '', address = ''): Promise<[number, string] | undefined> => {
  const uploadId = new URL(address, 'http://localhost').searchParams.get('uploadId');
  if (uploadId === null || (method !== 'GET' && method !== 'DELETE')) return undefined;
  const folder = partsFolder(directory, uploadId);
  try {
    const list = await listOfParts(folder);
    if (method === 'GET') return [200, list];
    await rm(folder, { recursive: true });
    return [204, ''];
  } catch {
    return [404, GONE];
  }
};

export interface TestBucket {
  readonly bucket: Bucket;
  /** The keys of what is in it. */
  objects(): Promise<string[]>;
  close(): Promise<void>;
}

/** A store that speaks S3, on a free port of this machine, with one empty bucket. */
export const startBucket = async (): Promise<TestBucket> => {
  const directory = await mkdtemp(join(tmpdir(), 'bucket-'));
  const store = new S3rver({ silent: true, directory, configureBuckets: [{ name: NAME, configs: [] }] });
  await store.configureBuckets();
  const others = store.callback();
  const server = createServer((request, response) => {
    void answerOf(directory, request.method, request.url).then((answer) => {
      if (answer) response.writeHead(answer[0], { 'content-type': 'application/xml' }).end(answer[1]);
      else others(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['AWS_ACCESS_KEY_ID'] = process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER'; // the only account it has
  return {
    bucket: { name: NAME, endpoint, region: 'us-east-1' },
    objects: async () => {
      const text = await (await fetch(`${endpoint}/${NAME}`)).text();
      return [...text.matchAll(/<Key>(.*?)<\/Key>/g)].flatMap(([, key]) => key ?? []);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
};
