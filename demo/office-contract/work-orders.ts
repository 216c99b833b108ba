import type { Text } from 'portal-request-form/contract';
import type { ListPlace } from './request-list.js';
import type { OfficeRequestRow } from './requests.js';

/**
 * GET    /work-orders?query=&after=|before=    200 WorkOrderList, newest first; 400 for a cursor that cannot be
 * GET    /work-orders/{id}                     200 WorkOrder; 404
 */
export interface WorkOrderRow {
  id: string;
  /** `WO-2026-000001` */
  reference: string;
  title: Text;
  portalLocale: string;
  status: 'open' | 'planned' | 'done';
  createdAt: string;
  customer: OfficeRequestRow['customer'];
  request: { id: string; reference: string };
}

export interface WorkOrderList extends ListPlace {
  items: WorkOrderRow[];
}

/** Nobody created what needed no approval. */
export type WorkOrder = WorkOrderRow & { createdBy?: string };
