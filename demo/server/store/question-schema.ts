import { json, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Receipt, Submission } from 'portal-request-form/contract';
import { time } from './columns.js';

/** What the office asks back; one question of a request is open at a time. */
export const requestQuestions = pgTable('request_question', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  requestId: text('request_id').notNull(),
  message: text('message').notNull(),
  fields: jsonb('fields').$type<string[]>().notNull(),
  items: jsonb('items').$type<string[]>().notNull(),
  staffId: text('staff_id').notNull(),
  askedAt: time('asked_at').notNull(),
  /** SHA-256 of the token in the link, which is kept nowhere. */
  tokenHash: text('token_hash').notNull(),
  expiresAt: time('expires_at').notNull(),
  closedAt: time('closed_at'),
});

/** What was answered, and the request as it was before. */
export const requestReplies = pgTable('request_reply', {
  questionId: text('question_id').primaryKey(),
  requestId: text('request_id').notNull(),
  key: text('key').notNull(),
  fingerprint: text('fingerprint').notNull(),
  answers: json('answers').$type<Submission['answers']>().notNull(),
  checklist: json('checklist').$type<Submission['checklist']>().notNull(),
  before: json('before').$type<Submission>().notNull(),
  receipt: json('receipt').$type<Receipt>().notNull(),
  repliedAt: time('replied_at').notNull(),
});

/** Keys of what the office said, so that a repeat says nothing twice. */
export const officeMessageKeys = pgTable(
  'office_message_key',
  {
    requestId: text('request_id').notNull(),
    key: text('key').notNull(),
    createdAt: time('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.key] })],
);
