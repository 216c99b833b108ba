import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { sql } from 'drizzle-orm';
import { createLog } from '../../demo/server/log.js';
import { createUploadLocks } from '../../demo/server/services/upload-locks.js';
import { uploadLocks } from '../../demo/server/store/upload-lock-schema.js';
import { onEachDatabase } from './harness.js';

const silent = createLog(() => undefined);
const never = () => new AbortController().signal;
const keep = () => undefined;

onEachDatabase('The lock of an upload', (server) => {
  const locksOf = () => createUploadLocks(server().store, silent);

  it('goes to whoever waits as soon as its holder, who is asked for it, gives it back', async () => {
    const id = randomUUID();
    const [first, second] = [locksOf().newLock(id), locksOf().newLock(id)];
    const asked = new Promise<void>((resolve) => {
      void first.lock(never(), resolve);
    });
    const waiting = asked.then(() => first.unlock());
    await Promise.all([second.lock(never(), keep), waiting]);
    await second.unlock();
  });

  it('is given to nobody else meanwhile: a call that stops waiting hears that the file is locked', async () => {
    const id = randomUUID();
    const [first, second] = [locksOf().newLock(id), locksOf().newLock(id)];
    await first.lock(never(), keep);
    await assert.rejects(second.lock(AbortSignal.abort(), keep), { status_code: 423 });
    await first.unlock();
  });

  it('is free again when its holder died with it', async () => {
    const id = randomUUID();
    const expiresAt = sql`now() - interval '1 second'`;
    await server().store.db.insert(uploadLocks).values({ id, holder: 'dead', isWanted: false, expiresAt });
    const lock = locksOf().newLock(id);
    await lock.lock(never(), keep);
    await lock.unlock();
  });

  it('of one file says nothing about another', async () => {
    const [one, other] = [locksOf().newLock(randomUUID()), locksOf().newLock(randomUUID())];
    await Promise.all([one.lock(never(), keep), other.lock(never(), keep)]);
    await Promise.all([one.unlock(), other.unlock()]);
  });
});
