import type { Field } from '../contract/index.js';

/** What a guest says about themselves, checked like any other field; both names and addresses end up in mail. */
export const guestFields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['name', { id: 'name', type: 'text', label: '', required: true, maxLength: 200 }],
  ['email', { id: 'email', type: 'email', label: '', required: true }],
  ['phone', { id: 'phone', type: 'tel', label: '' }],
]);
