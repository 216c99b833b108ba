import type { LitElement } from 'lit';
import type { FormOnPage, OnPage, PagePart } from './controller/page-part.js';
import { endpointUrl } from './api/endpoint.js';
import { emit } from './events.js';
import { chooseLanguage } from './i18n/speech.js';
import { loadDiagnose } from './load-diagnose.js';
import { loadDialog } from './load-dialog.js';
import { focusIn } from './fragments/focus.js';
import { keepKey } from './fragments/keys.js';
import { unwrapTranslation } from './fragments/translated.js';
import type { RequestState } from './state/request-state.js';

/** Whether an attribute that is there or not is on; frameworks write `false` as a word where they do not know the property. */
export const isOn = (attribute: string | null): boolean => (attribute ?? 'false') !== 'false';

/** How long a customer may wait before the rest of the page makes room, and how long a browser takes it for their doing. */
const PATIENCE = 200;
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

type Wanted = [
  isWanted: (form: FormOnPage) => boolean,
  load: () => Promise<PagePart>,
  without?: (form: FormOnPage) => void,
];

/** What few websites ask for: when, from where, and what to do without it. */
const PARTS: readonly Wanted[] = [
  [(form) => form.diagnose, loadDiagnose],
  [(form) => form.appearance === 'dialog', loadDialog, (form) => (form.appearance = 'inline')],
];

/** A click on what opens a dialog waits for the part that makes one. */
const holdClicks = async (until: Promise<void>): Promise<void> => {
  const hold = (event: Event): void => {
    const [clicked] = event.composedPath() as Partial<Element>[];
    const opener = clicked?.closest?.<HTMLElement>('[data-portal-open]');
    if (!opener) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void until.then(() => {
      opener.click();
    });
  };
  document.addEventListener('click', hold, true);
  await until;
  document.removeEventListener('click', hold, true);
};

/** Loads each of those parts when the website asks for it first. */
const createCall = (page: OnPage) => {
  const waiting = new Set(PARTS);
  const call = async ([, load, without]: Wanted): Promise<void> => {
    try {
      (await load()).live(page);
    } catch (error) {
      console.error('portal-request-form: a part could not be loaded', error);
      without?.(page.form);
    }
  };
  return (): void => {
    for (const part of waiting) if (part[0](page.form) && waiting.delete(part)) void holdClicks(call(part));
  };
};

/** Lives with the page around a form: its language, its shortcuts, what it has below, a browser that translates it. */
export const liveWithPage = (form: FormOnPage, state: () => RequestState): void => {
  const room = createRoom(form, state);
  const callParts = createCall({
    ...{ form, state, language: () => chooseLanguage(form, state().config?.portal) },
    announce: (name, detail) => emit(form, name, detail),
    endpoint: () => endpointUrl(form.endpoint),
    focusHeading: () => {
      focusIn(form.renderRoot, 'heading');
    },
  });
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
      callParts();
    },
  });
};
