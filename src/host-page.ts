import type { LitElement } from 'lit';
import { chooseLanguage } from './i18n/speech.js';
import { loadDiagnose } from './load-diagnose.js';
import { endpointUrl } from './api/endpoint.js';
import { keepKey } from './fragments/keys.js';
import { unwrapTranslation } from './fragments/translated.js';
import type { RequestState } from './state/request-state.js';

/** How long a customer may wait before the rest of the page makes room, and how long a browser takes it for their doing. */
const PATIENCE = 300;
const FORGOTTEN = 500;

/**
 * Makes room at once when a click leads to a wait: what comes later is of another height, and would move what the website
 * has below it when nobody expects that. The room is given back with the next step.
 */
const createRoom = (form: LitElement, state: () => RequestState) => {
  let [clicked, step]: [number?, string?] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isNew = false;
  const reserve = (height: string): void => {
    const box = form.renderRoot.querySelector<HTMLElement>('.form');
    if (box) box.style.minBlockSize = height;
  };
  const make = (): void => {
    if (performance.now() - (clicked ?? -FORGOTTEN) > FORGOTTEN) return;
    isNew = true;
    reserve(`${String(innerHeight - form.getBoundingClientRect().top)}px`);
  };
  return {
    click: () => (clicked = performance.now()),
    update: () => {
      const { activity, step: shown } = state();
      if (activity) timer ??= setTimeout(make, PATIENCE);
      else {
        clearTimeout(timer);
        timer = undefined;
      }
      if (shown !== step && !isNew) reserve('');
      if (shown !== step) [step, isNew] = [shown, false];
    },
  };
};

interface Form extends LitElement {
  readonly endpoint: string;
  readonly diagnose: boolean;
}

/** Says above a form why it does not work; a part that cannot be loaded is a reason by itself. */
const showDiagnosis = async (form: Form): Promise<void> => {
  try {
    const { diagnose } = await loadDiagnose();
    await diagnose(form.renderRoot as ShadowRoot, endpointUrl(form.endpoint), chooseLanguage(form, undefined));
  } catch (error) {
    console.error('portal-request-form: the part that finds out what is wrong could not be loaded', error);
  }
};

/** Finds out anew for each address, as long as the website asks for it. */
const createDiagnosis = (form: Form) => {
  let told: string | undefined;
  return (): void => {
    const wanted = form.diagnose ? form.endpoint : undefined;
    if (wanted !== undefined && wanted !== told) void showDiagnosis(form);
    told = wanted;
  };
};

/** Lives with the page around a form: its language, its shortcuts, what it has below, a browser that translates it. */
export const liveWithPage = (form: Form, state: () => RequestState): void => {
  const room = createRoom(form, state);
  const tellDiagnosis = createDiagnosis(form);
  const languageWatch = new MutationObserver(() => {
    form.requestUpdate();
  });
  form.addController({
    hostConnected: () => {
      form.requestUpdate();
      languageWatch.observe(form, { attributeFilter: ['lang'] });
      languageWatch.observe(document.documentElement, { attributeFilter: ['lang'] });
      for (const name of ['keydown', 'keypress', 'keyup']) form.renderRoot.addEventListener(name, keepKey);
      for (const name of ['click', 'keydown']) form.renderRoot.addEventListener(name, room.click, true);
    },
    hostDisconnected: () => {
      languageWatch.disconnect();
    },
    hostUpdate: () => {
      unwrapTranslation(form.renderRoot);
    },
    hostUpdated: () => {
      room.update();
      tellDiagnosis();
    },
  });
};
