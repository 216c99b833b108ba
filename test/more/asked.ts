import { ask, until, type Visit } from '../harness.js';

/** Waits until the portal was asked for choices of which the call names this. */
export const asked = async (visit: Visit, part: string): Promise<void> => {
  let isAsked = false;
  const look = async (): Promise<void> => {
    const calls = await ask('calls', { id: visit.portal.id });
    isAsked = calls.some(({ path }) => path.startsWith('/options') && path.includes(part));
    if (!isAsked) await look();
  };
  void look();
  await until(`the call for ${part}`, () => isAsked);
};
