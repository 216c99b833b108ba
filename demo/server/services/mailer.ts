import { createTransport } from 'nodemailer';
import type { MailLook } from './mail-html.js';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail as it is written: with a look, it goes as HTML as well. */
export interface Letter extends Mail {
  readonly look?: MailLook;
  /** The request that it is about, with which it goes. */
  readonly requestId?: string;
}

/** A mail as it leaves. */
export interface OutgoingMail extends Mail {
  readonly html?: string;
}

/** Sends one mail; rejects when it was not taken, so that it is tried again. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
  /** Whether mails stay readable in the database after sending, for `/dev/mail`. */
  readonly keepsCopies: boolean;
}

/** Mail that goes nowhere; it can be read at `/dev/mail`. */
export const createLocalMailer = (): Mailer => ({ send: () => Promise.resolve(), keepsCopies: true });

const SMTP_TIMEOUT = 20_000;

/** Mail over SMTP; the address is passed as one address, never as a list that nodemailer would take apart. */
export const createSmtpMailer = (smtpUrl: string, from: string, keepsCopies: boolean): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: SMTP_TIMEOUT,
    greetingTimeout: SMTP_TIMEOUT,
    socketTimeout: SMTP_TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    keepsCopies,
    send: async ({ to, ...content }) => {
      await transport.sendMail({ from, to: { name: '', address: to }, ...content });
    },
  };
};
