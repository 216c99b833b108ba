import { eq, sql } from 'drizzle-orm';
import { incomplete } from '../problem.js';
import { officeMessageKeys, requestHistory, requests } from '../store/schema.js';
import { aboutRequest, record } from './audit.js';
import { lockRequest } from './locked-request.js';
import type { Clerk } from './office-decisions.js';
import { formPage, tellCustomer } from './request-mail.js';
import type { Services } from './services.js';
import { typed } from './texts.js';

const LONGEST = 5_000;

/** Says something to the customer of a request, whatever its status, by mail too; once for each key. Throws a 404 and a 422. */
export const sendOfficeMessage = async (
  services: Services,
  clerk: Clerk,
  id: string,
  { key, text }: { readonly key: string; readonly text: unknown },
): Promise<void> => {
  const note = typeof text === 'string' ? typed(text) : '';
  if (note === '') throw incomplete([{ pointer: '/text', code: 'required' }]);
  if ([...note].length > LONGEST) throw incomplete([{ pointer: '/text', code: 'too-long', params: { max: LONGEST } }]);
  await services.store.db.transaction(async (tx) => {
    const row = await lockRequest(tx, clerk.portalId, id);
    const at = services.clock();
    const said = { requestId: id, key, createdAt: at };
    const isNew = (await tx.insert(officeMessageKeys).values(said).onConflictDoNothing().returning()).length > 0;
    if (!isNew) return;
    const entry = { requestId: id, at, status: row.status, by: 'office' as const, note, staffId: clerk.id };
    await tx.insert(requestHistory).values(entry);
    await record(services, tx, clerk, 'request.messaged', aboutRequest(row));
    const searchText = sql`${requests.searchText} || ${`\n${note}`}::text`;
    await tx.update(requests).set({ updatedAt: at, searchText }).where(eq(requests.id, id));
    await tellCustomer(services, tx, row, 'message', { note, link: formPage(row, services.settings.publicUrl) });
  });
  services.outbox.wake();
};
