import { html, nothing, type TemplateResult } from 'lit';
import type { Delivery, DeliveryAttempt, DeliveryDetail, DeliveryState } from '../../office-contract/index.js';
import { isTextKey } from '../texts/index.js';
import type { Words } from '../words.js';
import { moment } from './status-badge.js';

interface Actions {
  readonly isOpen: boolean;
  toggle(): void;
  again(): void;
}

const BADGE: Record<DeliveryState, string> = {
  waiting: 'badge-submitted',
  sent: 'badge-accepted',
  'gave-up': 'badge-declined',
};

const aboutOf = (words: Words, { kind, about }: Delivery): string => {
  const key = `event.${about}`;
  return kind === 'webhook' && isTextKey(key) ? words.say(key) : about;
};

/** A delivery as a row, with what can be done with it. */
export const deliveryRow = (words: Words, delivery: Delivery, { isOpen, toggle, again }: Actions): TemplateResult => {
  const { id, kind, to, state, createdAt, nextTryAt, attempts: count, canSendAgain } = delivery;
  const about = aboutOf(words, delivery);
  const cell = (label: Parameters<Words['say']>[0], content: unknown) =>
    html`<td role="cell" data-label=${words.say(label)}>${content}</td>`;
  return html`
    <tr role="row">
      <th role="rowheader" scope="row" data-label=${words.say('delivery.to')}>
        <span class="address" dir="ltr">${to}</span>
        <span class="secondary">${words.say(`delivery.${kind}`)}</span>
      </th>
      ${cell('delivery.about', html`<span dir="auto">${about}</span>`)}
      ${cell('delivery.created', moment(words, createdAt))}
      ${cell(
        'delivery.state',
        html`<span class="badge ${BADGE[state]}">${words.say(`delivery.${state}`)}</span> ${
            nextTryAt && count > 0
              ? html`<span class="secondary">${words.say('delivery.next', { at: words.moment(nextTryAt) })}</span>`
              : nothing
          }`,
      )}
      ${cell(
        'delivery.attempts',
        html`<div class="actions">
          <button
            type="button"
            class="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls=${isOpen ? `attempts-${id}` : nothing}
            aria-label=${words.say('delivery.attempts.of', { count: words.number(count), about, to })}
            @click=${toggle}
          >
            ${words.say('delivery.attempts.count', { count: words.number(count) })}
          </button>
          ${
            canSendAgain
              ? html`<button
                  type="button"
                  class="button"
                  aria-label=${words.say('delivery.again.of', { about, to })}
                  @click=${again}
                >
                  ${words.say('delivery.again')}
                </button>`
              : nothing
          }
        </div>`,
      )}
    </tr>
  `;
};

const outcome = (words: Words, { failure, status }: DeliveryAttempt): string => {
  if (failure === undefined) return words.say('attempt.arrived');
  return words.say(`attempt.${failure}`, { status: status ?? '' });
};

const attempt = (words: Words, one: DeliveryAttempt): TemplateResult => html`
  <li>
    ${moment(words, one.at)}:
    ${outcome(words, one)}${one.status !== undefined && one.failure === undefined ? ` (${one.status})` : ''},
    ${words.say('attempt.took', { milliseconds: words.number(one.milliseconds) })}
    ${one.excerpt ? html`<p class="secondary">${words.say('delivery.answer')}: <q dir="auto">${one.excerpt}</q></p>` : nothing}
  </li>
`;

/** The attempts of a delivery, below its row. */
export const attempts = (words: Words, { id, tries, body }: DeliveryDetail, columns: number): TemplateResult => html`
  <tr role="row" id="attempts-${id}" class="attempts">
    <td role="cell" colspan=${columns}>
      ${
        tries.length === 0
          ? html`<p>${words.say('delivery.no-attempts')}</p>`
          : html`<ol class="ordered">
              ${tries.map((one) => attempt(words, one))}
            </ol>`
      }
      ${
        body === undefined
          ? nothing
          : html`<details>
              <summary>${words.say('delivery.body')}</summary>
              <code class="body" dir="ltr">${body}</code>
            </details>`
      }
    </td>
  </tr>
`;
