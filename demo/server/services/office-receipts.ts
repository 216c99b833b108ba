import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq } from 'drizzle-orm';
import { receiptFileSchema, type Receipt, type ReceiptFile, type Submission } from 'portal-request-form/contract';
import { checkReceipt, digest, isRecord, toPointer } from 'portal-request-form/rules';
import type { ReceiptDifference, ReceiptReport } from '../../office-contract/index.js';
import { notFound, Refusal } from '../problem.js';
import { requestReplies, requests } from '../store/schema.js';
import type { Queryable } from '../store/store.js';
import { aboutRequest, recordReading } from './audit.js';
import type { Clerk } from './office-decisions.js';
import type { Services } from './services.js';

type Values = ReadonlyMap<string, unknown>;

/** What a submission says, by its pointer: each answer, item, term and detail of a guest on its own. */
const valuesIn = (submission: Readonly<Record<string, unknown>>): Values =>
  new Map(
    Object.entries(submission).flatMap(([part, value]) =>
      isRecord(value)
        ? Object.entries(value).map(([id, one]): [string, unknown] => [`/${part}/${id}`, one])
        : [[`/${part}`, value] as [string, unknown]],
    ),
  );

const differencesBetween = (inFile: Values, here: Values): ReceiptDifference[] =>
  [...new Set([...here.keys(), ...inFile.keys()])]
    .filter((pointer) => !isDeepStrictEqual(inFile.get(pointer), here.get(pointer)))
    .map((pointer) => ({ pointer, inFile: inFile.get(pointer), here: here.get(pointer) }));

const readFile = (body: unknown): ReceiptFile => {
  const { success, data, error } = receiptFileSchema.safeParse(body);
  if (success) return data;
  const errors = error.issues.map(({ path }) => ({ pointer: toPointer(path), code: 'type' }));
  throw new Refusal(422, 'invalid-request', 'This is no receipt file', { errors });
};

const shown = ({ reference, submittedAt, digest: sum }: Version['receipt']) => ({
  reference,
  submittedAt,
  digest: sum,
});

interface Version {
  readonly submission: Submission;
  readonly receipt: Pick<Receipt, 'reference' | 'submittedAt' | 'digest'>;
}

/** A request as it was sent, and as each reply left it: each has its own receipt. */
const versionsOf = async (db: Queryable, row: typeof requests.$inferSelect): Promise<Version[]> => {
  const replies = await db
    .select()
    .from(requestReplies)
    .where(eq(requestReplies.requestId, row.id))
    .orderBy(asc(requestReplies.repliedAt));
  const submissions = [...replies.map(({ before }) => before), row.submission];
  const { reference, submittedAt } = row;
  return Promise.all(
    submissions.map(async (submission, index) => {
      const given = replies[index - 1]?.receipt;
      const own = {
        reference,
        submittedAt: submittedAt.toISOString(),
        digest: submission === row.submission ? row.digest : await digest(submission),
      };
      return { submission, receipt: given ?? own };
    }),
  );
};

/** Whether a receipt file is authentic and of this request, and where it differs from it. Throws a 404, and a 422. */
export const checkOfficeReceipt = async (
  services: Services,
  clerk: Clerk,
  id: string,
  body: unknown,
): Promise<ReceiptReport> => {
  const { store, signing } = services;
  const { db } = store;
  const { portalId } = clerk;
  const [row] = await db
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.portalId, portalId)));
  if (!row) throw notFound();
  const file = readFile(body);
  const issues = await checkReceipt(file, { portal: portalId, keys: [...signing.keys] });
  const { reference, submittedAt, digest: sum } = file.receipt;
  if (file.receipt.id !== id) return { issues, reference, isOfThisRequest: false, differences: [] };
  await db.transaction((tx) => recordReading(services, tx, clerk, 'request.read', aboutRequest(row)));
  const versions = await versionsOf(db, row);
  const kept = versions.find((version) => version.receipt.digest === sum) ?? versions.at(-1);
  const differences = differencesBetween(
    valuesIn({ ...file.submission, receipt: { reference, submittedAt, digest: sum } }),
    valuesIn({ ...kept?.submission, receipt: kept && shown(kept.receipt) }),
  );
  return { issues, reference, isOfThisRequest: true, differences };
};
