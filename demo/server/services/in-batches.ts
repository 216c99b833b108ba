/** What became of one of several things that were done together. */
export type Outcome<R> = PromiseSettledResult<R>;

/** The outcome of what succeeded. */
export const succeeded = <R>(value: R): Outcome<R> => ({ status: 'fulfilled', value });

interface Waiting<T, R> {
  readonly item: T;
  readonly settle: (outcome: Outcome<R>) => void;
}

/** Runs what comes in at once when nothing is under way, and else together with whatever waits, `most` at a time. */
export const inBatches = <T, R>(
  run: (items: readonly T[]) => Promise<readonly Outcome<R>[]>,
  most: number,
): ((item: T) => Promise<R>) => {
  const waiting: Waiting<T, R>[] = [];
  let isRunning = false;
  const runNext = async (): Promise<void> => {
    const batch = waiting.splice(0, most);
    try {
      const outcomes = await run(batch.map(({ item }) => item));
      batch.forEach(({ settle }, index) => {
        settle(outcomes[index] ?? { status: 'rejected', reason: new Error('A batch has lost one of its outcomes') });
      });
    } catch (reason) {
      for (const { settle } of batch) settle({ status: 'rejected', reason });
    }
  };
  const runAll = async (): Promise<void> => {
    isRunning = true;
    while (waiting.length > 0) await runNext();
    isRunning = false;
  };
  return (item) =>
    new Promise<R>((resolve, reject) => {
      const settle = (outcome: Outcome<R>): void => {
        if (outcome.status === 'fulfilled') resolve(outcome.value);
        else reject(outcome.reason as Error);
      };
      waiting.push({ item, settle });
      if (!isRunning) void runAll();
    });
};
