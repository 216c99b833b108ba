import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import type { StaffRole } from '../../office-contract/index.js';
import { time } from './columns.js';

/** Those who are asked to work for a portal, one row for each address. */
export const staffInvitations = pgTable('staff_invitation', {
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<StaffRole>().notNull(),
  /** SHA-256 of the token in the link, which is kept nowhere. */
  tokenHash: text('token_hash').notNull(),
  /** Whether a password is chosen also where the account has one. */
  setsPassword: boolean('sets_password').notNull(),
  /** Null for who was invited on the server's command line. */
  invitedBy: text('invited_by'),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
});

/** Links with which staff who forgot their password choose another one, one for each account. */
export const staffPasswordLinks = pgTable('staff_password_link', {
  staffId: text('staff_id').primaryKey(),
  /** SHA-256 of the token in the link, which is kept nowhere. */
  tokenHash: text('token_hash').notNull(),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
});

/** Links with which a customer chooses a password, one for each. */
export const customerInvitations = pgTable('customer_invitation', {
  customerId: text('customer_id').primaryKey(),
  /** SHA-256 of the token in the link, which is kept nowhere. */
  tokenHash: text('token_hash').notNull(),
  createdAt: time('created_at').notNull(),
  expiresAt: time('expires_at').notNull(),
});
