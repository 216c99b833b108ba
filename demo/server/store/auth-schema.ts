import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { time } from './columns.js';

const written = () => ({ createdAt: time('created_at').notNull(), updatedAt: time('updated_at').notNull() });

const person = () => ({
  id: text('id').primaryKey(),
  portalId: text('portal_id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  ...written(),
});

const session = () => ({
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  token: text('token').notNull(),
  expiresAt: time('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  ...written(),
});

const credential = () => ({
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: time('access_token_expires_at'),
  refreshTokenExpiresAt: time('refresh_token_expires_at'),
  scope: text('scope'),
  password: text('password'),
  ...written(),
});

const verification = () => ({
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: time('expires_at').notNull(),
  ...written(),
});

const ofPortal = () => ({ portalId: text('portal_id').notNull() });

export const customers = pgTable('customer', {
  ...person(),
  company: text('company'),
  phone: text('phone'),
  /** What the company's own administration knows the customer by. */
  number: text('number'),
  invitedAt: time('invited_at'),
  /** Since when the customer may not come in; null for who may. */
  disabledAt: time('disabled_at'),
  /** The company, or else the name, as it sorts: without case and accents, numbers by their value. */
  sortKey: text('sort_key').notNull().default(''),
  searchText: text('search_text').notNull().default(''),
});
export const staff = pgTable('staff', person());

/** The tables behind the accounts of customers, under the names that better-auth gives its models. */
export const customerTables = {
  user: customers,
  session: pgTable('customer_session', { ...session(), ...ofPortal() }),
  account: pgTable('customer_credential', { ...credential(), ...ofPortal() }),
  verification: pgTable('customer_verification', { ...verification(), ...ofPortal() }),
};

/** The tables behind the accounts of staff: separate, so that no customer's session can ever be one of staff. */
export const staffTables = {
  user: staff,
  /** The portal is the one that is worked for now; null for the one that this member of staff was added to. */
  session: pgTable('staff_session', { ...session(), portalId: text('portal_id') }),
  account: pgTable('staff_credential', credential()),
  verification: pgTable('staff_verification', verification()),
};
