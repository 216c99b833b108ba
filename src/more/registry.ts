import type { MoreFields } from '../fields/field.js';
import { awaited } from '../fields/awaited.js';
import { AppointmentElement } from './appointment-element.js';
import { appointment } from './appointment.js';
import { RepeatElement } from './repeat-element.js';
import { createRepeat } from './repeat.js';
import { SignatureElement } from './signature-element.js';
import { signature } from './signature.js';
import { TermChangesElement } from './term-changes-element.js';

const others: Omit<MoreFields, 'repeat'> = {
  signature,
  appointment,
  address: awaited,
  lookup: awaited,
};

/** The field types that few requests have; one that is missing here is a compile error. */
export const moreFields: MoreFields = { ...others, repeat: createRepeat(others) };

/** The small elements of those that keep something to themselves, such as an open list. */
export const moreElements = {
  'portal-field-signature': SignatureElement,
  'portal-field-appointment': AppointmentElement,
  'portal-field-repeat': RepeatElement,
  'portal-term-changes': TermChangesElement,
} as const;
