import { html, type TemplateResult } from 'lit';

const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);

/** A link to a page that somebody else named; an address that is no web page stays text. */
export const webLink = (address: string, label = address): TemplateResult =>
  isWebAddress(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${label}</a>`
    : html`${label === address ? address : `${label}: ${address}`}`;
