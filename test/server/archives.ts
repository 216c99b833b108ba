import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { TestServer } from '../../demo/server/testing.js';
import { officeCookie } from './office.js';

/** What is handed out of a file. */
export interface HandedOut {
  readonly id: string;
  readonly name: string;
  readonly path?: string;
  readonly missing?: string;
}

interface Archive {
  /** The bytes at each path. */
  readonly files: Record<string, Uint8Array>;
  readonly paths: string[];
  /** What `customer.json` says. */
  readonly json: Record<string, Record<string, unknown>[]> & { readonly customer: { readonly company: string } };
  /** The files that it names, with requests and without. */
  readonly named: HandedOut[];
}

const isUnzipInstalled = spawnSync('unzip', ['-v']).status === 0;

/** Lets `unzip` check every sum, where it is installed; what reads the archive below takes them as they are. */
const verify = (bytes: Uint8Array): void => {
  if (!isUnzipInstalled) return;
  const folder = mkdtempSync(join(tmpdir(), 'archive-'));
  writeFileSync(join(folder, 'a.zip'), bytes);
  const { status, stdout } = spawnSync('unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  assert.equal(status, 0, stdout);
};

/** Opens what is handed out of a person. */
export const openArchive = (bytes: Uint8Array): Archive => {
  verify(bytes);
  const files = unzipSync(bytes);
  const json = JSON.parse(strFromU8(files['customer.json'] ?? new Uint8Array())) as Archive['json'];
  const sent = (json['requests'] ?? []).flatMap((request) => request['files'] as HandedOut[]);
  const named = [...sent, ...((json['unsentFiles'] ?? []) as unknown as HandedOut[])];
  return { files, paths: Object.keys(files), json, named };
};

/** Asks, as a manager, for what is kept of a person. */
export const askArchive = async (server: TestServer, manager: string, email: string): Promise<Response> => {
  const headers = { Cookie: await officeCookie(server, manager), 'Content-Type': 'application/json' };
  return fetch(`${server.url}/api/office/privacy/export`, { method: 'POST', headers, body: JSON.stringify({ email }) });
};

/** What is kept of a person, as a manager gets it. */
export const archiveOfPerson = async (server: TestServer, manager: string, email: string): Promise<Archive> => {
  const response = await askArchive(server, manager, email);
  assert.equal(response.status, 200);
  return openArchive(new Uint8Array(await response.arrayBuffer()));
};
