import assert from 'node:assert/strict';
import type { Attachment } from 'portal-request-form/contract';
import { PNG } from '../sample-files.js';
import type { TestPortal } from './harness.js';

export const GUEST = { name: 'Gerda', email: 'gerda@example.com' };
export const TUS = { 'Tus-Resumable': '1.0.0' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What is said of a file before it is sent. */
interface File {
  readonly name?: string;
  readonly type?: string;
  readonly size?: number;
}

/** A file with its bytes. */
export interface Sent {
  readonly name?: string;
  readonly type?: string;
  readonly bytes?: Uint8Array;
}

export const create = (
  portal: TestPortal,
  { name = 'photo.png', type = 'image/png', size = PNG.length }: File,
  token?: string,
) =>
  portal.call('/attachments', {
    method: 'POST',
    token,
    headers: {
      ...TUS,
      'Upload-Length': String(size),
      'Upload-Metadata': `filename ${base64(name)},filetype ${base64(type)}`,
    },
  });

export const send = async (portal: TestPortal, id: string, bytes: Uint8Array, offset: number, token?: string) => {
  const headers = new Headers({
    ...{ ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  });
  const url = `${portal.endpoint}/attachments/${id}`;
  return fetch(url, { method: 'PATCH', headers, body: new Uint8Array(bytes) });
};

export const idOf = (answer: { headers: Headers }): string => answer.headers.get('location')?.split('/').at(-1) ?? '';

/** Uploads a whole file and gives its description for a submission. */
export const upload = async (portal: TestPortal, file: Sent = {}, token?: string): Promise<Attachment> => {
  const { name = 'photo.png', type = 'image/png', bytes = PNG } = file;
  const size = bytes.length;
  const id = idOf(await create(portal, { name, type, size }, token));
  const sent = await send(portal, id, bytes, 0, token);
  assert.equal(sent.status, 204);
  return { id, name, type: sent.headers.get('upload-type') ?? '', size };
};
