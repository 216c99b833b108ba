import type { MoreFields } from '../fields/field.js';
import { AddressElement } from './address-element.js';
import { address } from './address.js';
import { AppointmentElement } from './appointment-element.js';
import { appointment } from './appointment.js';
import { DraftConflictElement } from './draft-conflict-element.js';
import { RequestAgainElement } from './earlier-element.js';
import { OriginElement } from './earlier-mark.js';
import { HandOverElement } from './hand-over-element.js';
import { HandedOverElement } from './handed-over-element.js';
import { LookupElement } from './lookup-element.js';
import { lookup } from './lookup.js';
import { RepeatElement } from './repeat-element.js';
import { createRepeat } from './repeat.js';
import { ReplyElement } from './reply-element.js';
import { AddedElement } from './reported-added-element.js';
import { ReportedElement } from './reported-element.js';
import { RequestElement } from './request-element.js';
import { SignatureElement } from './signature-element.js';
import { signature } from './signature.js';
import { TermChangesElement } from './term-changes-element.js';

const others: Omit<MoreFields, 'repeat'> = {
  signature,
  appointment,
  address,
  lookup,
};

/** The field types that few requests have; one that is missing here is a compile error. */
export const moreFields: MoreFields = { ...others, repeat: createRepeat(others) };

/** The small elements of those that keep something to themselves, such as an open list, and of what few customers do. */
export const moreElements = {
  'portal-field-signature': SignatureElement,
  'portal-field-appointment': AppointmentElement,
  'portal-field-address': AddressElement,
  'portal-field-lookup': LookupElement,
  'portal-field-repeat': RepeatElement,
  'portal-term-changes': TermChangesElement,
  'portal-origin': OriginElement,
  'portal-request-again': RequestAgainElement,
  'portal-reported': ReportedElement,
  'portal-added': AddedElement,
  'portal-draft-conflict': DraftConflictElement,
  'portal-hand-over': HandOverElement,
  'portal-handed-over': HandedOverElement,
  'portal-request': RequestElement,
  'portal-reply': ReplyElement,
} as const;
