import { createStore, type UseStore } from 'idb-keyval';

/** What the device keeps under one name. */
export interface DeviceStore {
  /** Opens it when it is first used. */
  readonly use: UseStore;
  /** Lets go of it once what was begun is done; the next use opens it again. */
  close(): void;
}

/** A store in IndexedDB of its own: WebKit does not always answer when all forms of a page share a connection. */
export const createDeviceStore = (database: string, name: string): DeviceStore => {
  let opened: UseStore | undefined;
  return {
    use: (mode, run) => (opened ??= createStore(database, name))(mode, run),
    close: () => {
      const left = opened;
      opened = undefined;
      left?.('readonly', ({ transaction }) => {
        transaction.db.close();
      }).catch(() => undefined); // it could not be opened
    },
  };
};
