import { html, nothing, type TemplateResult } from 'lit';
import type { Actions } from '../controller/actions.js';
import type { Snapshot } from '../controller/contexts.js';
import { copyText } from './copy.js';
import { printElement } from './print.js';

const REVIEW = '.review';

const textOf = (element: Element | null): string => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

/** What is shown for review, as lines of text. */
const asText = (sections: readonly Element[]): string =>
  sections
    .map((section) => {
      const rows = [...section.querySelectorAll('.given')].map(
        (row) => `${textOf(row.querySelector('dt'))}: ${textOf(row.querySelector('dd'))}`,
      );
      return [textOf(section.querySelector('h3')), ...rows].join('\n');
    })
    .join('\n\n');

/** The request was sent and waits for a connection or a server: it can be changed, copied and printed meanwhile. */
export const waitingPanel = ({ state, words }: Snapshot, actions: Actions): TemplateResult | typeof nothing => {
  if (!state.isWaiting || state.activity === 'submit') return nothing;
  const button = (text: string, act: (step: HTMLElement, said: Element) => void) => {
    const press = (event: Event) => {
      const panel = (event.currentTarget as HTMLElement).closest<HTMLElement>('.waiting');
      const step = panel?.closest('form');
      const said = panel?.querySelector('[role=status]');
      if (step && said) act(step, said);
    };
    return html`<button type="button" class="button" part="button" @click=${press}>${text}</button>`;
  };
  return html`<section class="notice waiting" aria-labelledby="waiting-title">
    <h3 id="waiting-title">${words.message('outbox.title')}</h3>
    <p>${words.message('outbox.text')}</p>
    <div class="actions">
      ${button(words.message('submit.change'), () => void actions.hold())}
      ${button(words.message('outbox.copy'), (step, said) => {
        const sections = [...step.querySelectorAll(REVIEW)];
        void copyText(asText(sections), sections[0] ?? step).then((isCopied) => {
          if (isCopied) said.textContent = words.message('confirmation.copied');
        });
      })}
      ${button(words.message('confirmation.print'), (step) => {
        printElement(step, words.text(state.config?.portal.name));
      })}
      <span role="status"></span>
    </div>
  </section>`;
};
