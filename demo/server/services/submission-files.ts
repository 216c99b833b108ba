import { and, eq, inArray, isNull, type SQLWrapper } from 'drizzle-orm';
import type { Attachment, Issue, RequestType, Signature, Submission } from 'portal-request-form/contract';
import type { Transaction } from '../store/store.js';
import { attachments } from '../store/schema.js';
import { fileName, mediaType } from './file-name.js';
import { placedAnswers, type PlacedAnswer } from './submission-answers.js';

interface Placed {
  readonly pointer: string;
  readonly attachment: Attachment;
}

const placed = (pointer: string, files: readonly Attachment[]): Placed[] =>
  files.map((attachment, index) => ({ pointer: `${pointer}/${index}`, attachment }));

const drawn = (pointer: string, { attachment }: Signature): Placed[] =>
  attachment ? [{ pointer: `${pointer}/attachment`, attachment }] : [];

const filesIn = ({ field, answer, pointer }: PlacedAnswer): Placed[] => {
  if (field.type === 'file') return placed(pointer, answer as readonly Attachment[]);
  return field.type === 'signature' ? drawn(pointer, answer as Signature) : [];
};

/** Every file of a validated submission, with the pointer to it: of fields, signatures, rows and the checklist. */
export const filesOf = (type: RequestType, submission: Submission): Placed[] => [
  ...placedAnswers(type, submission).flatMap(filesIn),
  ...Object.entries(submission.checklist).flatMap(([id, { photos }]) =>
    placed(`/checklist/${id}/photos`, photos ?? []),
  ),
];

type Row = typeof attachments.$inferSelect;

interface For {
  readonly customerId: string | undefined;
  /** The request that they are sent for once more, whose files they may be already. */
  readonly requestId: string | undefined;
}

const fits = (row: Row | undefined, { name, type, size }: Attachment, { customerId, requestId }: For): boolean =>
  row !== undefined &&
  row.isComplete &&
  (row.requestId === null || row.requestId === requestId) &&
  (row.customerId === null || row.customerId === customerId) &&
  row.name === fileName(name) &&
  row.type === mediaType(type) &&
  row.size === size;

/**
 * Locks the files of a submission and says which of them cannot be sent with it: unknown, unfinished, someone else's,
 * described wrongly, sent before (with another request than this), or named twice.
 */
export const fileIssues = async (
  tx: Transaction,
  portalId: string,
  customerId: string | undefined,
  files: readonly Placed[],
  requestId?: string,
): Promise<Issue[]> => {
  if (files.length === 0) return [];
  const ids = files.map(({ attachment }) => attachment.id);
  const own = and(eq(attachments.portalId, portalId), inArray(attachments.id, ids));
  const rows = await tx.select().from(attachments).where(own).orderBy(attachments.id).for('update');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return files
    .filter(({ attachment }, index) => {
      const isRepeated = ids.indexOf(attachment.id) !== index;
      return isRepeated || !fits(byId.get(attachment.id), attachment, { customerId, requestId });
    })
    .map(({ pointer }) => ({ pointer, code: 'attachment' }));
};

/** The write that gives the files to a request; from then on they cannot be sent again, changed or removed. */
export const fileWrites = (tx: Transaction, requestId: string, files: readonly Placed[]): SQLWrapper[] => {
  if (files.length === 0) return [];
  const ids = files.map(({ attachment }) => attachment.id);
  const free = and(inArray(attachments.id, ids), isNull(attachments.requestId));
  return [tx.update(attachments).set({ requestId }).where(free)];
};
