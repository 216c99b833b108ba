import { integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PortalConfig } from 'portal-request-form/contract';
import type { OfficeSettings, SettingsContent, StaffRole } from '../../office-contract/index.js';
import { time } from './columns.js';

/** Every version of what a portal was set to; a request is read with the one it was sent under. */
export const portalConfigs = pgTable(
  'portal_config',
  {
    portalId: text('portal_id').notNull(),
    version: text('version').notNull(),
    config: json('config').$type<PortalConfig>().notNull(),
    publishedAt: time('published_at').notNull(),
    /** Counts the versions of a portal from 1. */
    number: integer('number').notNull(),
    office: json('office').$type<OfficeSettings>().notNull(),
    /** Who published it, and the name at that time; null for the first settings of a portal. */
    publishedBy: text('published_by'),
    publishedByName: text('published_by_name'),
    note: text('note'),
    /** The version whose content this is; null for new content. */
    restoredFrom: text('restored_from'),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.version] })],
);

/** What managers are working on. */
export const settingsDrafts = pgTable('settings_draft', {
  portalId: text('portal_id').primaryKey(),
  content: json('content').$type<SettingsContent>().notNull(),
  /** SHA-256 of the content; the ETag is made of it. */
  fingerprint: text('fingerprint').notNull(),
  savedBy: text('saved_by').notNull(),
  savedByName: text('saved_by_name').notNull(),
  savedAt: time('saved_at').notNull(),
});

/** Endpoints that serve a draft. */
export const settingsPreviews = pgTable('settings_preview', {
  /** SHA-256 of the token, which is kept nowhere. */
  tokenHash: text('token_hash').primaryKey(),
  portalId: text('portal_id').notNull(),
  sessionId: text('session_id').notNull(),
  expiresAt: time('expires_at').notNull(),
});

/** Which portals staff work for, and as what. */
export const staffPortals = pgTable(
  'staff_portal',
  {
    staffId: text('staff_id').notNull(),
    portalId: text('portal_id').notNull(),
    role: text('role').$type<StaffRole>().notNull(),
    /** Since when they may do nothing here; null for who may. */
    disabledAt: time('disabled_at'),
  },
  (table) => [primaryKey({ columns: [table.staffId, table.portalId] })],
);
