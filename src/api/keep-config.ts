import { nameOfConfig } from './known-config.js';

/** Keeps the configuration of an endpoint for the next visit, or keeps it no longer. */
export const keepConfig = (endpoint: string, text?: string): void => {
  try {
    if (text) localStorage.setItem(nameOfConfig(endpoint), text);
    else localStorage.removeItem(nameOfConfig(endpoint));
  } catch {
    return; // blocked or full: the next visit waits for the portal
  }
};
