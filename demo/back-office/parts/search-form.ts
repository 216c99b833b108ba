import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { formText } from '../form-text.js';
import type { Words } from '../words.js';

const PAUSE = 300;

/** Waits for a pause in the typing, in milliseconds {@link PAUSE}; `now` goes at once. */
export interface Typing {
  soon(search: () => void): void;
  now(search: () => void): void;
}

export const createTyping = (host: ReactiveControllerHost): Typing => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
  };
  const controller: ReactiveController = { hostDisconnected: stop };
  host.addController(controller);
  return {
    soon: (search) => {
      stop();
      timer = setTimeout(search, PAUSE);
    },
    now: (search) => {
      stop();
      search();
    },
  };
};

export interface SearchForm {
  query: string;
  hint?: string;
  /** Called with what is typed; `replace` while somebody is still typing. */
  search(query: string, options: { replace: boolean }): void;
  /** More ways to narrow the list. */
  filters?: TemplateResult;
}

/** The search box of a list, which searches as one types and when one sends it. */
export const searchForm = (
  words: Words,
  typing: Typing,
  { query, hint, search, filters }: SearchForm,
): TemplateResult => {
  const onInput = (event: InputEvent) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.target.value;
    typing.soon(() => {
      search(text, { replace: true });
    });
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const text = formText(event.currentTarget as HTMLFormElement, 'query');
    typing.now(() => {
      search(text, { replace: false });
    });
  };
  return html`
    <form class="search" role="search" @input=${onInput} @submit=${onSubmit}>
      <div class="control">
        <label for="search">${words.say('search')}</label>
        <input
          id="search"
          name="query"
          type="search"
          .value=${query}
          maxlength="200"
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${hint ? 'search-hint' : nothing}
        />
        ${hint ? html`<p class="hint" id="search-hint">${hint}</p>` : nothing}
      </div>
      ${filters ?? nothing}
    </form>
  `;
};
