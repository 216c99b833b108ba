import type { Field } from 'portal-request-form/contract';
import { readRecord } from './record-fields.js';

const LONGEST_TAG = 35;

/** The address of somebody's mailbox, which accounts are known by. */
export const EMAIL_FIELD: Field = { id: 'email', type: 'email', label: 'email', required: true };

/** Whether a text can be the address of a mailbox; more than this only a mail can tell. */
export const isEmail = (text: string): boolean =>
  readRecord({ email: EMAIL_FIELD }, { email: text }).issues.length === 0;

/** Whether a text is a language as BCP 47 writes it. */
export const isLocale = (tag: unknown): boolean => {
  if (typeof tag !== 'string' || tag.length > LONGEST_TAG) return false;
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Whether a new portal may have this id. */
export const isNewPortalId = (id: unknown): boolean => typeof id === 'string' && /^[a-z0-9][a-z0-9-]{1,49}$/.test(id);
