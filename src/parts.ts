import type { CSSResult } from 'lit';
import type { MorePart } from './controller/more-part.js';
import type { RequestPart } from './controller/request-part.js';
import { createSpeech, type Speech } from './i18n/speech.js';
import { loadLanguage } from './load-language.js';
import { loadMore } from './load-more.js';

/** The parts of one form that are loaded when they are needed. */
export interface Parts {
  readonly request?: RequestPart;
  readonly more?: MorePart;
  loadRequest(): Promise<RequestPart>;
  loadMore(): Promise<MorePart>;
}

/** Speaks whichever language there is, from wherever its sentences are. */
export const createVoice = (ready: () => void, failed: (code: 'chunk-missing') => void): Speech =>
  createSpeech(loadLanguage, ready, failed);

/** `dress` is given the styles of all parts there are. */
export const createParts = (speech: Speech, dress: (styles: readonly CSSResult[]) => void): Parts => {
  let [request, more]: [RequestPart?, MorePart?] = [];
  const show = (): void => {
    dress([...(request?.styles ?? []), ...(more?.styles ?? [])]);
  };
  return {
    get request() {
      return request;
    },
    get more() {
      return more;
    },
    loadRequest: async () => {
      const [{ requestPart }] = await Promise.all([import('./request-part.js'), speech.wantRequest()]);
      request = requestPart;
      show();
      return requestPart;
    },
    loadMore: async () => {
      if (more) return more;
      const loaded = await loadMore();
      await speech.wantMore(loaded.texts);
      more = loaded;
      show();
      return more;
    },
  };
};
