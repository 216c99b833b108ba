import { define } from './define.js';

define();

export { PortalRequestForm } from './portal-request-form.js';
export type { PortalEvents } from './events.js';
export type { MessageKey, Messages } from './i18n/messages.js';
export type { ElementStep, Step } from './state/request-state.js';
export type { Receipt, Submission } from './contract/index.js';
