/** All that is kept of what the office did and saw, in the groups by which it is found. */
export const AUDIT_ACTIONS = {
  session: ['session.began', 'session.refused', 'session.locked', 'session.switched', 'session.ended'],
  reading: ['request.read', 'work-order.read', 'file.read', 'delivery.read', 'customer.read', 'request.exported'],
  requests: [
    'request.accepted',
    'request.declined',
    'request.asked',
    'request.messaged',
    'request.merged',
    'request.unmerged',
    'request.assigned',
    'request.planned',
    'request.done',
  ],
  settings: ['settings.published', 'settings.restored', 'portal.made'],
  people: [
    'customer.added',
    'customer.changed',
    'customer.options-changed',
    'customer.disabled',
    'customer.enabled',
    'customer.invited',
    'customer.joined',
    'customers.imported',
    'staff.invited',
    'staff.uninvited',
    'staff.changed',
    'staff.joined',
    'staff.password-mailed',
    'staff.password-asked',
    'staff.password-chosen',
  ],
  webhooks: [
    'webhook.added',
    'webhook.changed',
    'webhook.removed',
    'webhook.rotated',
    'webhook.tested',
    'delivery.repeated',
    'mapping.changed',
  ],
  privacy: ['customer.exported', 'customer.erased', 'requests.deleted', 'requests.anonymised'],
} as const;

export type AuditGroup = keyof typeof AUDIT_ACTIONS;
export type AuditAction = (typeof AUDIT_ACTIONS)[AuditGroup][number];

/** What an entry can say besides; never a name, an address or words of a customer, as entries outlive them. */
export const AUDIT_DETAILS = [
  ...(['to', 'into', 'apart', 'note', 'format', 'status', 'type', 'since', 'until', 'from'] as const),
  ...(['requests', 'files', 'deliveries', 'lines'] as const),
] as const;
export type AuditDetails = Partial<Record<(typeof AUDIT_DETAILS)[number], string | number>>;

/**
 * For managers: 403 for anybody else. Entries are never changed, and are kept for two years.
 *
 * GET    /audit?group=&staff=&about=&since=&until=&cursor=
 *                                              200 {items: AuditEntry[], nextCursor?, staff}, newest first; `staff` is
 *                                              everybody who works for the portal; 400 for a filter that is none. `about`
 *                                              is how that begins which an entry is about, such as a reference; days are
 *                                              `YYYY-MM-DD` of the portal, both included
 */
export interface AuditEntry {
  id: string;
  at: string;
  action: AuditAction;
  /** Who did it, under the name of that time; nothing for what the server did by itself. */
  by?: { id: string; name: string };
  /** What it was done to: a reference, a version, an address. */
  about?: { id?: string; label: string };
  details?: AuditDetails;
}

export interface AuditPage {
  items: AuditEntry[];
  nextCursor?: string;
  staff: { id: string; name: string }[];
}
