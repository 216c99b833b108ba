import pg from 'pg';

const AGAIN = 2_000;
const LOOK = 30_000;
const LONGEST = 10_000;

export interface Ear {
  readonly channel: string;
  readonly hear: (payload: string) => void;
  /** Called when something may have been said unheard. */
  readonly missed: () => void;
  /** Called when nothing can be heard for a while, before `missed`. */
  readonly deaf?: () => void;
}

/**
 * Hears what the database says on a channel, on a connection of its own that is made again whenever it is lost. Gives
 * what stops it.
 */
export const listenOn = (url: string, { channel, hear, missed, deaf }: Ear, lost: (error: Error) => void) => {
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const connect = (): void => {
    const client = new pg.Client({
      ...{ connectionString: url, keepAlive: true, connectionTimeoutMillis: LONGEST, query_timeout: LONGEST },
    });
    current = client;
    const fail = (error: Error): void => {
      if (current !== client) return;
      current = undefined;
      clearTimeout(timer);
      deaf?.();
      if (isStopped) return;
      lost(error);
      timer = setTimeout(connect, AGAIN);
      client.end().catch(lost);
    };
    const look = (): void => {
      client.query('SELECT 1').then(() => {
        if (current === client) timer = setTimeout(look, LOOK);
      }, fail);
    };
    client.on('notification', ({ payload }) => {
      hear(payload ?? '');
    });
    client.on('error', fail);
    client.on('end', () => {
      fail(new Error('The connection that listens has ended'));
    });
    const begin = async (): Promise<void> => {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      missed();
      look();
    };
    begin().catch(fail);
  };
  connect();
  return (): Promise<void> => {
    isStopped = true;
    clearTimeout(timer);
    current?.end().catch(lost); // one that is being lost would never say that it has ended
    return Promise.resolve();
  };
};
