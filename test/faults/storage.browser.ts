import { expect } from '@open-wc/testing';
import { cleanUp, mountFields, until } from '../harness.js';
import { arrivedOnce, fillIn, onceIsEnough, readyToSend, remarks, signedIn } from './visits.js';

onceIsEnough();
afterEach(cleanUp);

describe('a device that keeps nothing', () => {
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const undo: (() => void)[] = [];
  const replace = (holder: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(holder, name);
    Object.defineProperty(holder, name, { configurable: true, writable: true, value });
    undo.push(() => {
      if (before) Object.defineProperty(holder, name, before);
    });
  };
  afterEach(() => {
    for (const restore of undo.splice(0).reverse()) restore();
  });

  const opened = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(`${name} did not open`));
    });
  const emptyDatabases = async (): Promise<void> => {
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await opened(name);
      const names = [...database.objectStoreNames];
      const change = names.length > 0 ? database.transaction(names, 'readwrite') : undefined;
      for (const store of names) change?.objectStore(store).clear();
      database.close();
    }
  };

  const ways: [string, () => void][] = [
    ['is full', () => replace(IDBObjectStore.prototype, 'put', refuse)],
    ['opens no database', () => replace(IDBFactory.prototype, 'open', refuse)],
    [
      'refuses the storage of the tab',
      () => {
        replace(Storage.prototype, 'setItem', refuse);
        replace(Storage.prototype, 'getItem', refuse);
        replace(Storage.prototype, 'removeItem', refuse);
      },
    ],
  ];
  for (const [what, happen] of ways) {
    it(`50 because it ${what} takes the form to its end`, async () => {
      happen();
      const visit = await signedIn();
      await visit.element.start('one');
      await fillIn(visit);
      await visit.press('Submit request');
      await arrivedOnce(visit);
    });
  }

  it('50 says so while there is something to lose', async () => {
    replace(IDBFactory.prototype, 'open', refuse);
    const visit = await mountFields([remarks]);
    await visit.fill('Remarks', 'not kept');
    await until('the words', () => visit.text().includes('does not let us keep a draft'));
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('50 because it is cleared while running loses nothing on the page', async () => {
    const visit = await readyToSend();
    sessionStorage.clear();
    await emptyDatabases();
    await visit.press('Submit request');
    await arrivedOnce(visit);
  });
});
