type Level = 'info' | 'warn' | 'error';

/** Writes one line of JSON for each thing that happened; never pass a body, a token or an address. */
export interface Log {
  info(event: string, details?: Record<string, unknown>): void;
  warn(event: string, details?: Record<string, unknown>): void;
  error(event: string, details?: Record<string, unknown>): void;
}

/**
 * Where an error came from, without what it was about: messages of a database quote values, and drizzle's quote the
 * parameters of the query.
 */
const plain = (error: Error): Record<string, unknown> => ({
  name: error.name,
  ...('code' in error ? { code: error.code } : {}),
  ...('constraint' in error ? { constraint: error.constraint } : {}),
  at: error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim()),
  ...(error.cause instanceof Error ? { cause: plain(error.cause) } : {}),
});

const line = (level: Level, event: string, { error, ...details }: Record<string, unknown>): string => {
  const told = error instanceof Error ? plain(error) : error;
  return JSON.stringify({ time: new Date().toISOString(), level, event, ...details, error: told });
};

/** A log that hands each line to `write`. */
export const createLog = (write: (line: string) => void): Log => ({
  info: (event, details = {}) => {
    write(line('info', event, details));
  },
  warn: (event, details = {}) => {
    write(line('warn', event, details));
  },
  error: (event, details = {}) => {
    write(line('error', event, details));
  },
});
