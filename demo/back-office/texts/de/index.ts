import type { Texts } from '../index.js';
import { asking } from './asking.js';
import { audit } from './audit.js';
import { customers } from './customers.js';
import { deliveries } from './deliveries.js';
import { imports } from './imports.js';
import { office } from './office.js';
import { portals } from './portals.js';
import { privacy } from './privacy.js';
import { requestList } from './request-list.js';
import { settingsIssues } from './settings-issues.js';
import { settingsPage } from './settings-page.js';
import { settingsParts } from './settings-parts.js';
import { settingsProperties } from './settings-properties.js';
import { settingsTypes } from './settings-types.js';
import { staff } from './staff.js';

/** The office in German; loaded when it is asked for. */
export const de: Texts = {
  ...office,
  ...requestList,
  ...settingsPage,
  ...settingsParts,
  ...settingsProperties,
  ...settingsTypes,
  ...settingsIssues,
  ...deliveries,
  ...asking,
  ...portals,
  ...audit,
  ...privacy,
  ...customers,
  ...imports,
  ...staff,
};
