import { desc, eq } from 'drizzle-orm';
import type { Field, PortalConfig } from 'portal-request-form/contract';
import { answerLines, answerText } from '../../back-office/answer-text.js';
import { answered, describe, type Reading } from '../../back-office/answers.js';
import type { AuditDetails } from '../../office-contract/index.js';
import type { TextKey } from '../../back-office/texts/index.js';
import type { Words } from '../../back-office/words.js';
import { portalConfigs } from '../store/schema.js';
import { record } from './audit.js';
import { BYTE_ORDER_MARK, csvRow } from './csv.js';
import { exportedRows, type ExportedRow } from './export-rows.js';
import type { Clerk } from './office-decisions.js';
import { rowOf } from './office-requests.js';
import type { RequestQuery } from './request-filter.js';
import type { Services } from './services.js';
import { timeZoneOf } from './time-zone.js';

interface Column {
  readonly title: string;
  readonly text: (row: ExportedRow) => string;
}

/** Every field that a request type ever had, as it was last asked, in the order in which it was first met. */
const fieldsOf = (configs: readonly PortalConfig[], type: string): readonly Field[] => {
  const fields = new Map<string, Field>();
  for (const { requestTypes } of configs) {
    const found = requestTypes.find(({ id }) => id === type);
    for (const field of found?.sections.flatMap((section) => section.fields) ?? []) {
      if (field.type !== 'note' && !fields.has(field.id)) fields.set(field.id, field);
    }
  }
  return [...fields.values()];
};

const answerOf = ({ submission: { answers } }: ExportedRow, id: string): unknown =>
  Object.hasOwn(answers, id) ? answers[id] : undefined;

const answerColumns = (configs: readonly PortalConfig[], type: string | undefined, reading: Reading): Column[] => {
  if (type !== undefined) {
    return fieldsOf(configs, type).map((field) => ({
      title: reading.text(field.label),
      text: (row) => {
        const answer = answerOf(row, field.id);
        return answer === undefined ? '' : answerText(describe(field, answer, reading).answer);
      },
    }));
  }
  const byVersion = new Map(configs.map((config) => [config.version, config]));
  const asked = ({ configVersion, requestType }: ExportedRow): Field[] => {
    const found = byVersion.get(configVersion)?.requestTypes.find(({ id }) => id === requestType);
    return found?.sections.flatMap(({ fields }) => fields) ?? [];
  };
  const text = (row: ExportedRow): string => answerLines(answered(asked(row), row.submission.answers, reading));
  return [{ title: reading.words.say('answers'), text }];
};

/** A moment as spreadsheets read it, `2026-01-31 14:05`, in the portal's time zone. */
const momentIn = (timeZone: string): ((at: Date) => string) => {
  const style = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const;
  const format = new Intl.DateTimeFormat('sv-SE', style);
  return (at) => format.format(at);
};

const factColumns = (reading: Reading, timeZone: string): Column[] => {
  const { words } = reading;
  const moment = momentIn(timeZone);
  const column = (title: TextKey, cell: Column['text']): Column => ({ title: words.say(title), text: cell });
  return [
    column('reference', ({ reference }) => reference),
    column('type', ({ title }) => reading.text(title)),
    column('status', ({ status }) => words.status(status)),
    column('submitted', ({ submittedAt }) => moment(submittedAt)),
    column('name', ({ contact }) => contact.name),
    column('company', ({ contact }) => contact.company ?? ''),
    column('email', ({ contact }) => contact.email),
    column('phone', ({ contact }) => contact.phone ?? ''),
    column('assignee', ({ assigneeName }) => assigneeName ?? ''),
    column('work-order', ({ workOrderReference }) => workOrderReference ?? ''),
    column('reason', ({ reason }) => reason ?? ''),
  ];
};

/** Keeps that somebody takes requests away, before the first of them leaves; not the words that were looked for. */
export const keepExport = (
  services: Services,
  clerk: Clerk,
  { status, type, since, until }: RequestQuery,
  format: 'csv' | 'json',
): Promise<void> => {
  const narrowed = Object.entries({ status, type, since, until }).filter(([, value]) => value !== undefined);
  const details: AuditDetails = { format, ...(Object.fromEntries(narrowed) as AuditDetails) };
  return services.store.db.transaction((tx) => record(services, tx, clerk, 'request.exported', { details }));
};

/** What a query finds as CSV, in pieces: a column for each answer of a type, or one for all answers of several types. */
export async function* requestsAsCsv(
  services: Services,
  clerk: Clerk,
  wanted: RequestQuery,
  words: Words,
): AsyncGenerator<string, void, undefined> {
  const { portalId, config, publishedAt } = portalConfigs;
  const rows = await services.store.db
    .select({ config })
    .from(portalConfigs)
    .where(eq(portalId, clerk.portalId))
    .orderBy(desc(publishedAt));
  const configs = rows.map((row) => row.config);
  const reading: Reading = { words, text: (text) => words.text(text, clerk.portalLocale) };
  const [newest] = configs;
  const timeZone = newest ? timeZoneOf(newest) : 'UTC';
  const columns = [...factColumns(reading, timeZone), ...answerColumns(configs, wanted.type, reading)];
  yield BYTE_ORDER_MARK + csvRow(columns.map(({ title }) => title));
  for await (const batch of exportedRows(services, clerk, wanted)) {
    yield batch.map((row) => csvRow(columns.map((column) => column.text(row)))).join('');
  }
}

/** What a query finds as one JSON array, in pieces: rows of the overview, each with what was sent. */
export async function* requestsAsJson(
  services: Services,
  clerk: Clerk,
  wanted: RequestQuery,
): AsyncGenerator<string, void, undefined> {
  let before = '[\n';
  for await (const batch of exportedRows(services, clerk, wanted)) {
    if (batch.length === 0) continue;
    const shown = batch.map(({ submission, configVersion, ...row }) =>
      JSON.stringify({ ...rowOf(row, clerk.portalLocale), configVersion, submission }),
    );
    yield before + shown.join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
