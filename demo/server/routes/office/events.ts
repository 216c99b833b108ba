import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { Refusal } from '../../problem.js';
import type { Services } from '../../services/services.js';
import { findStaff } from '../../services/staff-sessions.js';
import type { OfficeEnv } from './env.js';
import { COOKIE } from './session.js';

const HEARTBEAT = 20_000;
/** A browser watches once for all of its tabs. */
const MOST_PER_SESSION = 8;
const RECONNECT = 3_000;

/** What is known of who watches. */
interface Desk {
  readonly portalId: string;
  readonly sessionId: string;
  /** Whether the session still stands, and for this portal. */
  readonly isStaffed: () => Promise<boolean>;
}

const streamTo = ({ officeEvents, log }: Services, { portalId, sessionId, isStaffed }: Desk): ReadableStream => {
  const encoder = new TextEncoder();
  let leave = (): void => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const say = (text: string): void => {
          // who does not read has the newest to come anyway
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(text));
        };
        const ended = (): void => {
          leave();
          controller.close();
        };
        const stopWatching = officeEvents.watch({
          ...{ portalId, sessionId, ended },
          changed: () => {
            say('event: requests\ndata: {}\n\n');
          },
        });
        const beat = setInterval(() => {
          isStaffed().then(
            (isOn) => {
              if (!isOn) ended();
              else say(': still here\n\n');
            },
            (error: unknown) => {
              log.warn('not-watched', { error });
            },
          );
        }, HEARTBEAT);
        leave = () => {
          clearInterval(beat);
          stopWatching();
          leave = () => undefined;
        };
        say(`retry: ${RECONNECT}\n\n`);
      },
      cancel: () => {
        leave();
      },
    },
    { highWaterMark: 16 },
  );
};

/** Tells a desk when requests change, as server-sent events, until its session ends. */
export const eventRoutes = (services: Services): Hono<OfficeEnv> =>
  new Hono<OfficeEnv>().get('/events', (c) => {
    const { portalId } = c.get('clerk');
    const sessionId = c.get('sessionId');
    const token = getCookie(c, COOKIE) ?? '';
    if (services.officeEvents.watching(sessionId) >= MOST_PER_SESSION) {
      throw new Refusal(429, 'rate-limited', 'This session watches often enough', { retryAfter: 60 });
    }
    const isStaffed = async (): Promise<boolean> => (await findStaff(services, token))?.clerk.portalId === portalId;
    c.header('Content-Type', 'text/event-stream; charset=utf-8');
    c.header('X-Accel-Buffering', 'no');
    return c.body(streamTo(services, { portalId, sessionId, isStaffed }));
  });
