import type { PortalConfig, Text } from 'portal-request-form/contract';

/**
 * All of it is for managers: 403 for anybody else. What is edited is one draft a portal; a call that changes it names the
 * draft it has seen in `If-Match` (else 428), and gets 412 draft-changed when somebody else changed it, or published,
 * since. Every pointer of a 422 goes into the content: `/config/…` or `/office/…`.
 *
 * GET    /settings                             200 SettingsDraft with ETag: what was last published while there is no draft
 * PUT    /settings {content}                   200 SettingsDraft with ETag; 412; 422 for another shape. A draft may be
 *                                              unfinished: ids, bounds, lengths and counts are looked at when it is published
 * DELETE /settings                             204 the draft is gone, what is published stays; 412
 * POST   /settings/publish {note?}             201 SettingsVersion; 409 without a draft; 412; 422 with what the linter
 *                                              refuses in `config`, and `settingsIssues` in `office`
 * GET    /settings/versions?cursor=            200 {items: SettingsVersion[], nextCursor?}, newest first
 * GET    /settings/versions/{version}          200 {content}; 404
 * POST   /settings/versions/{version}/restore  201 SettingsVersion: the same content, published again under a new version;
 *                                              a draft stays as it is, under another ETag; 404; 412 where If-Match is sent
 * POST   /settings/previews                    201 SettingsPreview
 */
export interface SettingsDraft {
  content: SettingsContent;
  /** The version that is published now. */
  publishedVersion: string;
  /** Who changed it last; nothing while it is what is published. */
  savedBy?: string;
  savedAt?: string;
}

/** All that a portal is set to; each publication keeps the whole of it. */
export interface SettingsContent {
  /** What customers get; `version` is set when it is published. */
  config: Omit<PortalConfig, 'version'>;
  office: OfficeSettings;
}

/** What only the office and its server know of a portal's settings. */
export interface OfficeSettings {
  /** Websites that may embed the form, such as `https://www.example.com` or `http://localhost:*`. */
  origins: string[];
  /** Where new requests are announced; nowhere when left out. */
  mailbox?: string;
  /** Without approval, a request becomes a work order as soon as it is sent. */
  needsApproval: boolean;
  /** Ids of the request types that guests may ask for; all of them when left out. */
  guestRequestTypes?: string[];
  /** Colour of headings and buttons in mails, `#rrggbb`. */
  mailColour?: string;
  /** What the office can choose from when it declines. */
  declineReasons: { id: string; text: Text }[];
  /** What becomes of a request so many days after it was finished; it is kept for ever when left out. */
  retention?: { days: number; action: 'delete' | 'anonymise' };
}

export interface SettingsVersion {
  version: string;
  publishedAt: string;
  /** The name of who published it; nothing for the portal's first settings. */
  publishedBy?: string;
  note?: string;
  /** The version that was published again; nothing for a draft. */
  restoredFrom?: string;
  isCurrent: boolean;
}

/** An endpoint for the widget, for pages of this server only, until the manager signs out. */
export interface SettingsPreview {
  /** A path on this server; it serves the draft as it is at each call, checks what is sent and keeps nothing. */
  endpoint: string;
  expiresAt: string;
}
