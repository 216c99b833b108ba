import type { PortalConfig } from '../../../src/contract/index.js';
import { begin } from './mount.js';

/** Gives the element its configuration from memory, as the others get theirs; the element itself is the published script. */
const answerFromMemory = (config: PortalConfig): (() => void) => {
  const fetch = window.fetch.bind(window);
  const body = JSON.stringify(config);
  window.fetch = (input, init) =>
    typeof input === 'string' && input.endsWith('/config')
      ? Promise.resolve(new Response(body, { headers: { 'Content-Type': 'application/json' } }))
      : fetch(input, init);
  return () => {
    window.fetch = fetch;
  };
};

begin((place, config: PortalConfig) => {
  const stopAnswering = answerFromMemory(config);
  const element = document.createElement('portal-request-form');
  element.endpoint = `${location.origin}/nowhere`;
  element.requestType = 'fault';
  place.replaceChildren(element);
  return () => {
    element.remove();
    stopAnswering();
  };
});
