import type { LitElement } from 'lit';
import { keepKey } from './fragments/keys.js';
import { unwrapTranslation } from './fragments/translated.js';

/** Lives with the page around a form: its language, its shortcuts, a browser that translates it. */
export const liveWithPage = (form: LitElement): void => {
  const languageWatch = new MutationObserver(() => {
    form.requestUpdate();
  });
  form.addController({
    hostConnected: () => {
      languageWatch.observe(document.documentElement, { attributeFilter: ['lang'] });
      for (const name of ['keydown', 'keypress', 'keyup'] as const) form.renderRoot.addEventListener(name, keepKey);
    },
    hostDisconnected: () => {
      languageWatch.disconnect();
    },
    hostUpdate: () => {
      unwrapTranslation(form.renderRoot);
    },
  });
};
