import * as issues from './settings-issues.js';
import * as page from './settings-page.js';
import * as parts from './settings-parts.js';
import * as properties from './settings-properties.js';
import * as types from './settings-types.js';

export const nl = { ...page.nl, ...parts.nl, ...properties.nl, ...types.nl, ...issues.nl };

export const en: Record<keyof typeof nl, string> = {
  ...page.en,
  ...parts.en,
  ...properties.en,
  ...types.en,
  ...issues.en,
};
