import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createLog } from '../../demo/server/log.js';
import type { Mail, Mailer } from '../../demo/server/services/mailer.js';
import { createOutbox } from '../../demo/server/services/outbox.js';
import { onEachDatabase } from './harness.js';

const silent = createLog(() => undefined);

/** A mailer that refuses a number of times, and a clock that stands still until it is moved. */
const outside = (refusals: number) => {
  let now = Date.now();
  const taken: Mail[] = [];
  const mailer: Mailer = {
    keepsCopies: true,
    send: async (mail) => {
      await new Promise(setImmediate);
      if (refusals > 0) {
        refusals -= 1;
        throw new Error('Try again later');
      }
      taken.push(mail);
    },
  };
  return { mailer, taken, clock: () => new Date(now), later: (seconds: number) => (now += seconds * 1000) };
};

onEachDatabase('The outbox', (server) => {
  it('tries again, later each time, until a mail is taken', async () => {
    const { store } = server();
    const { mailer, taken, clock, later } = outside(2);
    const outbox = createOutbox({ store, mailer, clock, log: silent });
    await outbox.write(store.db, { to: 'a@example.com', subject: 'One', text: 'Text' });
    await outbox.flush();
    await outbox.flush();
    assert.equal(taken.length, 0);
    later(3);
    await outbox.flush();
    later(3);
    await outbox.flush();
    assert.equal(taken.length, 0);
    later(2);
    await outbox.flush();
    assert.deepEqual(taken, [{ to: 'a@example.com', subject: 'One', text: 'Text' }]);
  });

  it('sends each mail once, also when two processes send', async () => {
    const { store } = server();
    const { mailer, taken, clock } = outside(0);
    const senders = [1, 2, 3].map(() => createOutbox({ store, mailer, clock, log: silent }));
    for (let count = 0; count < 30; count += 1) {
      await senders[0]?.write(store.db, { to: 'b@example.com', subject: `Mail ${count}`, text: '' });
    }
    await Promise.all(senders.map((sender) => sender.flush()));
    assert.equal(new Set(taken.map(({ subject }) => subject)).size, 30);
    assert.equal(taken.length, 30);
  });

  it('sends nothing of a transaction that was undone', async () => {
    const { store } = server();
    const { mailer, taken, clock } = outside(0);
    const outbox = createOutbox({ store, mailer, clock, log: silent });
    const undone = store.db.transaction(async (tx) => {
      await outbox.write(tx, { to: 'c@example.com', subject: 'Never', text: '' });
      throw new Error('Undo');
    });
    await assert.rejects(undone, /Undo/);
    await outbox.flush();
    assert.deepEqual(taken, []);
  });

  it('keeps no text of a mail that went over SMTP', async () => {
    const { store } = server();
    const { mailer, clock } = outside(0);
    const outbox = createOutbox({ store, mailer: { ...mailer, keepsCopies: false }, clock, log: silent });
    await outbox.write(store.db, { to: 'd@example.com', subject: 'Code', text: 'Your code is 123456' });
    await outbox.flush();
    const [mail] = (await outbox.sent()).filter(({ to }) => to === 'd@example.com');
    assert.equal(mail?.text, '');
  });
});
