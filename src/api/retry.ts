import { Failure } from './failure.js';

const LONGEST = 60;

/** The seconds of a `Retry-After` header (a number or a date); nothing when it is absent or absurd. */
export const parseRetryAfter = (header: string | null, now: Date): number | undefined => {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 && seconds <= 3600 ? Math.ceil(seconds) : undefined;
};

/** How long to wait before the next try, in seconds: twice as long each time, with jitter, never over a minute. */
export const waitBefore = (attempt: number, retryAfter: number | undefined, random: number): number => {
  if (retryAfter !== undefined) return Math.min(Math.max(retryAfter, 1), LONGEST * 5);
  return Math.min(2 ** (attempt + 1), LONGEST) * (0.75 + random / 2);
};

const AGAIN_AFTER = 500;

/** Makes a call that changes nothing a second time when the first failed in a way that may pass. */
export const onceMore = async <T>(call: (isSecond: boolean) => Promise<T>): Promise<T> => {
  try {
    return await call(false);
  } catch (error) {
    const mayPass = error instanceof Failure && error.retryable && error.retryAfter === undefined;
    if (!mayPass) throw error;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    return call(true);
  }
};
