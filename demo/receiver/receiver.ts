import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

/** What this example keeps of a `work-order.created`: a line in another system's list of work orders. */
export interface WorkOrderLine {
  /** The `webhook-id`: a repeat of what was kept already is known by it. */
  readonly id: string;
  readonly workOrder: string;
  readonly status: string;
  /** When the portal said so last: events can come out of order. */
  readonly updatedAt: string;
  readonly fields: unknown;
}

interface Event {
  readonly type: string;
  readonly data: {
    readonly request?: { readonly updatedAt: string };
    readonly workOrder?: { readonly reference: string; readonly status: string };
    readonly fields?: unknown;
  };
}

const LARGEST = 1024 * 1024;

class TooLargeError extends Error {}

/** The bytes as they were sent: the signature is over these, not over what they mean. */
const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > LARGEST) throw new TooLargeError();
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
};

const readLines = async (file: string): Promise<WorkOrderLine[]> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as WorkOrderLine[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

/** The lines with this one: added once, however often it comes, and newer than what is known of its work order. */
const withLine = (lines: readonly WorkOrderLine[], line: WorkOrderLine): readonly WorkOrderLine[] => {
  const known = lines.find(({ workOrder }) => workOrder === line.workOrder);
  if (!known) return [...lines, line];
  const { status, updatedAt } = line;
  return known.updatedAt < updatedAt
    ? lines.map((one) => (one === known ? { ...one, status, updatedAt } : one))
    : lines;
};

/** Replaces the file as a whole, where there is something new. */
const keep = async (file: string, line: WorkOrderLine): Promise<void> => {
  const lines = await readLines(file);
  const kept = withLine(lines, line);
  if (kept === lines) return;
  await writeFile(`${file}.new`, JSON.stringify(kept, undefined, 2));
  await rename(`${file}.new`, file);
};

/** What is told of a work order: that it was made, and how far the work is. */
const TAKEN: ReadonlySet<string> = new Set(['work-order.created', 'request.planned', 'request.done']);

const headerOf = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/**
 * A small system that takes webhooks: it checks the signature, keeps a line for each work order with how far the work is,
 * and answers 204 only when that is on the disk. Anything else makes the portal send it again.
 */
export const createReceiver = ({ secret, file }: { readonly secret: string; readonly file: string }): Server => {
  const webhook = new Webhook(secret);
  let last: Promise<void> = Promise.resolve();
  const take = async (request: IncomingMessage): Promise<number> => {
    const id = headerOf(request, 'webhook-id');
    const body = await readBody(request);
    const event = webhook.verify(body, {
      'webhook-id': id,
      'webhook-timestamp': headerOf(request, 'webhook-timestamp'),
      'webhook-signature': headerOf(request, 'webhook-signature'),
    }) as Event;
    const { request: about, workOrder, fields } = event.data;
    if (!TAKEN.has(event.type) || !about || !workOrder) return 204;
    const { reference, status } = workOrder;
    const line = { id, workOrder: reference, status, updatedAt: about.updatedAt, fields };
    const kept = last.then(() => keep(file, line));
    last = kept.catch(() => undefined); // its own caller is told
    await kept;
    return 204;
  };
  return createServer((request, response) => {
    take(request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => {
        const status = error instanceof WebhookVerificationError ? 401 : error instanceof TooLargeError ? 413 : 500;
        response.writeHead(status, { Connection: 'close' }).end();
      },
    );
  });
};
