import { OfficeApp } from './office-app.js';
import { NotFoundPage } from './pages/not-found.js';
import { DeclineDialog } from './parts/decline-dialog.js';
import { ReceiptCheck } from './parts/receipt-check.js';
import { RequestPage } from './pages/request.js';
import { RequestsPage } from './pages/requests.js';
import { SignInPage } from './pages/sign-in.js';
import { WorkOrderPage } from './pages/work-order.js';
import { WorkOrdersPage } from './pages/work-orders.js';

customElements.define('office-sign-in', SignInPage);
customElements.define('office-requests', RequestsPage);
customElements.define('office-request', RequestPage);
customElements.define('office-work-orders', WorkOrdersPage);
customElements.define('office-work-order', WorkOrderPage);
customElements.define('office-not-found', NotFoundPage);
customElements.define('office-decline-dialog', DeclineDialog);
customElements.define('office-receipt-check', ReceiptCheck);
customElements.define('office-app', OfficeApp);
