/**
 * The wire between the demo's back office and its server, under `/api/office`. All of it needs a staff session
 * (HttpOnly cookie, SameSite=Strict), else it is 401 session-expired; errors are the contract's `application/problem+json`.
 */
export * from './asking.js';
export * from './audit.js';
export * from './customer-imports.js';
export * from './customers.js';
export * from './deliveries.js';
export * from './portals.js';
export * from './privacy.js';
export * from './receipts.js';
export * from './request-list.js';
export * from './requests.js';
export * from './session.js';
export * from './settings.js';
export * from './settings-issues.js';
export * from './staff.js';
export * from './work-orders.js';
