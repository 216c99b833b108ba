import type { APIRequestContext } from '@playwright/test';
import { expect } from './support.js';

/** The link to a page of this kind in the last mail to somebody, once it is there. */
export const mailedLink = async (api: APIRequestContext, to: string, kind = ''): Promise<string> => {
  const look = async (): Promise<string> => {
    const mails = (await (await api.get('/dev/mail')).json()) as { to: string; text: string }[];
    const link = /https?:\S+\/invitation\S+/.exec(mails.find((mail) => mail.to === to)?.text ?? '')?.[0] ?? '';
    return link.includes(`/invitation/${kind}`) ? link : '';
  };
  await expect.poll(look).not.toBe('');
  return look();
};
