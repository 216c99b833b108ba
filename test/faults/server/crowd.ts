import { setTimeout as after } from 'node:timers/promises';
import type { Attachment, Receipt } from 'portal-request-form/contract';
import { PNG } from '../../sample-files.js';
import type { Mortal } from './mortal.js';

/** What a customer sent, and what the server said when it had it. */
export interface Sent {
  readonly key: string;
  readonly body: Record<string, unknown>;
  readonly receipt: Receipt;
}

const PACE = 50;
const PATIENCE = 60_000;
const PHOTO_EVERY = 10;
const DAY = 86_400_000;
const TUS = { 'Tus-Resumable': '1.0.0' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** One customer of the crowd, who tries again until there is an answer that says more than "not now". */
interface Customer {
  readonly call: (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array,
  ) => Promise<Answer>;
}

/** A 409 to a piece of a file says that the server is further, and is asked how far; any other is handled elsewhere. */
const isNotNow = (method: string, status: number): boolean =>
  (status === 409 && method !== 'PATCH') || status === 423 || status === 429 || status >= 500;

const once = async (url: string, init: RequestInit): Promise<Answer | undefined> => {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (error instanceof TypeError) return undefined; // the connection was refused or cut
    throw error;
  }
};

const customerOf = (server: Mortal, address: string): Customer => ({
  call: async (method, path, headers, body) => {
    const init = {
      method,
      headers: { ...headers, 'X-Forwarded-For': address },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    };
    const url = new URL(path, server.url).href;
    for (let end = performance.now() + PATIENCE; ;) {
      await server.up();
      const answer = await once(url, init);
      if (answer && !isNotNow(method, answer.status)) return answer;
      if (performance.now() > end) throw new Error(`${method} ${path}: ${answer?.status} ${answer?.text}`);
      await after(PACE);
    }
  },
});

const portal = '/api/portals/demo';

/** Uploads a photo; begins again when the server does not know it. */
const upload = async ({ call }: Customer, name: string): Promise<Attachment> => {
  const metadata = `filename ${base64(name)},filetype ${base64('image/png')}`;
  for (;;) {
    const headers = { ...TUS, 'Upload-Length': String(PNG.length), 'Upload-Metadata': metadata };
    const made = await call('POST', `${portal}/attachments`, headers);
    const path = made.headers.get('location') ?? '';
    const type = await sendBytes({ call }, path);
    if (type !== undefined) return { id: path.split('/').at(-1) ?? '', name, type, size: PNG.length };
  }
};

/** Sends what the server does not have yet, and gives the type it judged the file to have; nothing when it is lost. */
const sendBytes = async ({ call }: Customer, path: string): Promise<string | undefined> => {
  for (;;) {
    const known = await call('HEAD', path, TUS);
    if (known.status !== 200) return undefined;
    const type = known.headers.get('upload-type');
    if (type !== null) return type;
    const offset = known.headers.get('upload-offset') ?? '0';
    const headers = { ...TUS, 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' };
    await call('PATCH', path, headers, PNG.subarray(Number(offset)));
  }
};

const CHECKLIST = {
  ...{ 'gas-smell': { answer: 'no' }, power: { answer: 'yes' } },
  ...{ pressure: { answer: 'yes' }, access: { answer: 'done' } },
};

const answersOf = (number: number, photos: readonly Attachment[]) => ({
  ...{ installation: 'boiler', impact: ['no-hot-water'] },
  description: `Complaint ${number} of a customer who is cut off: "é", 'ß', ${'x'.repeat(1 + (number % 500))}`,
  ...{ postcode: '9712 AB', 'house-number': String(number), 'contact-name': `Guest ${number}`, phone: '+31501234567' },
  ...(photos.length > 0 ? { photos } : {}),
});

const bodyOf = (number: number, photos: readonly Attachment[]): Record<string, unknown> => ({
  ...{ configVersion: '1', locale: 'nl' },
  guest: { name: `Guest ${number}`, email: `guest-${number}@example.com` },
  ...(number % 2 === 0
    ? {
        requestType: 'fault',
        answers: answersOf(number, photos),
        checklist: CHECKLIST,
        terms: { general: { version: '2026-01', accepted: true }, privacy: { version: '3', accepted: true } },
      }
    : {
        requestType: 'maintenance',
        answers: {
          ...{ installation: 'boiler', units: 1 + (number % 3), remarks: `Number ${number}` },
          date: new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10),
        },
        ...{ checklist: {}, terms: {} },
      }),
});

/** The body of a complete request of a guest, as it is sent. */
export const submission = (number: number): string => JSON.stringify(bodyOf(number, []));

const submit = async (customer: Customer, number: number): Promise<Sent> => {
  const photos = number % PHOTO_EVERY === 0 ? [await upload(customer, `photo-${number}.png`)] : [];
  const key = `key-${number}`;
  const body = bodyOf(number, photos);
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const answer = await customer.call('POST', `${portal}/requests`, headers, JSON.stringify(body));
  if (answer.status !== 201 && answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return { key, body, receipt: JSON.parse(answer.text) as Receipt };
};

/**
 * So many clients at once send so many requests, each under one key, again and again until it is acknowledged.
 * `acknowledged` is told after each how many there are.
 */
export const sendAll = async (
  server: Mortal,
  clients: number,
  count: number,
  acknowledged: (count: number) => void,
): Promise<Sent[]> => {
  const sent: Sent[] = [];
  let next = 0;
  const send = async (client: number): Promise<void> => {
    const customer = customerOf(server, `10.0.0.${client + 1}`);
    while (next < count) {
      next += 1;
      sent.push(await submit(customer, next));
      acknowledged(sent.length);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_one, client) => send(client)));
  return sent;
};
