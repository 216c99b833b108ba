import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Attachment, Issue, RequestType, Submission } from 'portal-request-form/contract';
import type { Transaction } from '../store/store.js';
import { attachments } from '../store/schema.js';
import { fileName, mediaType } from './file-name.js';

interface Placed {
  readonly pointer: string;
  readonly attachment: Attachment;
}

const placed = (pointer: string, files: readonly Attachment[]): Placed[] =>
  files.map((attachment, index) => ({ pointer: `${pointer}/${index}`, attachment }));

/** Every file of a validated submission, with the pointer to it. */
export const filesOf = (type: RequestType, submission: Submission): Placed[] => {
  const fields = type.sections.flatMap((section) => section.fields).filter((field) => field.type === 'file');
  const answered = fields.filter((field) => Object.hasOwn(submission.answers, field.id));
  return [
    ...answered.flatMap((field) => placed(`/answers/${field.id}`, submission.answers[field.id] as Attachment[])),
    ...Object.entries(submission.checklist).flatMap(([id, { photos }]) =>
      placed(`/checklist/${id}/photos`, photos ?? []),
    ),
  ];
};

type Row = typeof attachments.$inferSelect;

const fits = (row: Row | undefined, { name, type, size }: Attachment, customerId: string | undefined): boolean =>
  row !== undefined &&
  row.isComplete &&
  row.requestId === null &&
  (row.customerId === null || row.customerId === customerId) &&
  row.name === fileName(name) &&
  row.type === mediaType(type) &&
  row.size === size;

/**
 * Locks the files of a submission and says which of them cannot be sent with it: unknown, unfinished, someone else's,
 * described wrongly, sent before, or named twice.
 */
export const fileIssues = async (
  tx: Transaction,
  portalId: string,
  customerId: string | undefined,
  files: readonly Placed[],
): Promise<Issue[]> => {
  if (files.length === 0) return [];
  const ids = files.map(({ attachment }) => attachment.id);
  const own = and(eq(attachments.portalId, portalId), inArray(attachments.id, ids));
  const rows = await tx.select().from(attachments).where(own).orderBy(attachments.id).for('update');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return files
    .filter(({ attachment }, index) => {
      const isRepeated = ids.indexOf(attachment.id) !== index;
      return isRepeated || !fits(byId.get(attachment.id), attachment, customerId);
    })
    .map(({ pointer }) => ({ pointer, code: 'attachment' }));
};

/** Gives the files to a request; from then on they cannot be sent again, changed or removed. */
export const giveFiles = async (tx: Transaction, requestId: string, files: readonly Placed[]): Promise<void> => {
  if (files.length === 0) return;
  const ids = files.map(({ attachment }) => attachment.id);
  const free = and(inArray(attachments.id, ids), isNull(attachments.requestId));
  await tx.update(attachments).set({ requestId }).where(free);
};
