import { bigint, bigserial, boolean, integer, json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  Address,
  HistoryEntry,
  OptionSource,
  Receipt,
  RequestStatus,
  Submission,
  Text,
} from 'portal-request-form/contract';

import { time } from './columns.js';

export { customers, staff } from './auth-schema.js';
export { deliveryAttempts, outbox, webhookEndpoints, workOrderMappings } from './delivery-schema.js';
export { draftAttachments, drafts } from './draft-schema.js';
export { handoverCodes, handoverSessions } from './handover-schema.js';
export { customerInvitations, staffInvitations, staffPasswordLinks } from './invitation-schema.js';
export { officeMessageKeys, requestQuestions, requestReplies } from './question-schema.js';
export { removedFiles } from './removed-file-schema.js';
export { portalConfigs, settingsDrafts, settingsPreviews, staffPortals } from './settings-schema.js';
export { requestTally } from './tally-schema.js';

export const portals = pgTable('portal', {
  id: text('id').primaryKey(),
  configVersion: text('config_version').notNull(),
  isClosed: boolean('is_closed').notNull().default(false),
  createdAt: time('created_at').notNull(),
});

/** Who asked, as it was when the request was sent. */
export interface Contact {
  name: string;
  email: string;
  phone?: string;
  company?: string;
  guest: boolean;
}

export const counters = pgTable(
  'counter',
  {
    portalId: text('portal_id').notNull(),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    value: integer('value').notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.kind, table.year] })],
);

export const requests = pgTable('request', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  reference: text('reference').notNull(),
  customerId: text('customer_id'),
  contact: jsonb('contact').$type<Contact>().notNull(),
  requestType: text('request_type').notNull(),
  title: jsonb('title').$type<Text>().notNull(),
  configVersion: text('config_version').notNull(),
  locale: text('locale').notNull(),
  status: text('status').$type<RequestStatus>().notNull(),
  reason: text('reason'),
  /** The address of the page that it was sent from, where that is one of the portal's. */
  page: text('page'),
  submission: json('submission').$type<Submission>().notNull(),
  digest: text('digest').notNull(),
  searchText: text('search_text').notNull(),
  submittedAt: time('submitted_at').notNull(),
  updatedAt: time('updated_at').notNull(),
  /** Who of the office works on it. */
  assignedTo: text('assigned_to'),
  /** Whether nobody of the office has opened it since the customer sent or added something. */
  isUnread: boolean('is_unread').notNull().default(true),
  /** The request that this one repeats. */
  duplicateOf: text('duplicate_of'),
  /** Since when nothing in it leads to who asked. */
  anonymisedAt: time('anonymised_at'),
});

export const requestHistory = pgTable('request_history', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  requestId: text('request_id').notNull(),
  at: time('at').notNull(),
  status: text('status').$type<RequestStatus>().notNull(),
  by: text('by').$type<'customer' | 'office' | 'system'>().notNull(),
  note: text('note'),
  staffId: text('staff_id'),
});

export const requestTerms = pgTable(
  'request_term',
  {
    requestId: text('request_id').notNull(),
    portalId: text('portal_id').notNull(),
    /** Null for a guest. */
    customerId: text('customer_id'),
    termId: text('term_id').notNull(),
    version: text('version').notNull(),
    /** The first time since the portal asked again; a later request leans on it. */
    acceptedAt: time('accepted_at').notNull(),
    locale: text('locale').notNull(),
    label: text('label').notNull(),
    /** SHA-256 of the text as it was shown, in lower-case hex. */
    textHash: text('text_hash').notNull(),
    /** The text as it was shown; null for a term that is only a page to read. */
    text: text('text'),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.termId] })],
);

/** What a request is about: the id of an option, or an address as `addressSubject` writes it. */
export const requestSubjects = pgTable(
  'request_subject',
  {
    requestId: text('request_id').notNull(),
    kind: text('kind').$type<'option' | 'address'>().notNull(),
    subject: text('subject').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.kind, table.subject] })],
);

export const customerOptions = pgTable(
  'customer_option',
  {
    customerId: text('customer_id').notNull(),
    source: text('source').$type<OptionSource>().notNull(),
    id: text('id').notNull(),
    label: text('label').notNull(),
    detail: text('detail'),
    address: jsonb('address').$type<Address>(),
    /** The label as it sorts: without case and accents, numbers by their value. */
    sortKey: text('sort_key').notNull(),
    searchText: text('search_text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.source, table.id] })],
);

export const streetAddresses = pgTable(
  'street_address',
  {
    /** As in `9712 AB`. */
    postcode: text('postcode').notNull(),
    houseNumber: integer('house_number').notNull(),
    /** Empty for the house itself. */
    addition: text('addition').notNull(),
    street: text('street').notNull(),
    city: text('city').notNull(),
  },
  (table) => [primaryKey({ columns: [table.postcode, table.houseNumber, table.addition] })],
);

export const attachments = pgTable('attachment', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  customerId: text('customer_id'),
  requestId: text('request_id'),
  name: text('name').notNull(),
  type: text('type').notNull(),
  size: bigint('size', { mode: 'number' }).notNull(),
  isComplete: boolean('is_complete').notNull().default(false),
  createdAt: time('created_at').notNull(),
});

export const submissionKeys = pgTable(
  'submission_key',
  {
    portalId: text('portal_id').notNull(),
    identity: text('identity').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    requestId: text('request_id').notNull(),
    receipt: json('receipt').$type<Receipt>().notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.identity, table.key] })],
);

export const messageKeys = pgTable(
  'message_key',
  {
    customerId: text('customer_id').notNull(),
    key: text('key').notNull(),
    fingerprint: text('fingerprint').notNull(),
    requestId: text('request_id').notNull(),
    entry: json('entry').$type<HistoryEntry>().notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.key] })],
);

export const workOrders = pgTable('work_order', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  reference: text('reference').notNull(),
  requestId: text('request_id').notNull(),
  status: text('status').$type<'open' | 'planned' | 'done'>().notNull(),
  /** Null where the portal needs no approval. */
  createdBy: text('created_by'),
  createdAt: time('created_at').notNull(),
});

export const throttles = pgTable('throttle', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  endsAt: time('ends_at').notNull(),
});

export const serverSecrets = pgTable('server_secret', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
