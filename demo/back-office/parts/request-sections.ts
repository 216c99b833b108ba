import { html, nothing, type TemplateResult } from 'lit';
import type { ChecklistItem, Term } from 'portal-request-form/contract';
import { markdown } from 'portal-request-form/markdown';
import type { OfficeRequest } from '../../office-contract/index.js';
import { answerSections, readingOf, strayAnswers, type Reading } from '../answers.js';
import type { Office } from '../office.js';
import { answerSectionList, fileList } from './answer-view.js';
import type { Words } from '../words.js';
import { webLink } from './safe-link.js';
import { moment, statusBadge } from './status-badge.js';

type Part = (office: Office, request: OfficeRequest) => TemplateResult | typeof nothing;

const card = (id: string, title: string, content: unknown): TemplateResult => html`
  <section class="card" aria-labelledby="${id}-heading">
    <h2 id="${id}-heading">${title}</h2>
    ${content}
  </section>
`;

/** What was answered, under the labels it was asked with. */
export const answersCard: Part = (office, request) => {
  const reading = readingOf(request, office.words);
  const stray = strayAnswers(request, reading);
  const sections = [...answerSections(request, reading), ...(stray.length > 0 ? [{ title: '', answers: stray }] : [])];
  if (sections.length === 0) return nothing;
  return card('answers', office.words.say('answers'), answerSectionList(office, sections));
};

const checklistRow = (office: Office, item: ChecklistItem, request: OfficeRequest, { text }: Reading) => {
  const given = request.submission.checklist[item.id];
  if (!given) return nothing;
  const { words } = office;
  return html`
    <div>
      <dt dir="auto">${text(item.label)}</dt>
      <dd>
        <span class="answer answer-${given.answer}">${words.say(given.answer)}</span>
        ${given.note ? html`<p class="words" dir="auto">${given.note}</p>` : nothing}
        ${given.photos && given.photos.length > 0 ? fileList(office, given.photos) : nothing}
      </dd>
    </div>
  `;
};

/** What the customer went through, with notes and photos. */
export const checklistCard: Part = (office, request) => {
  const items = request.definition.checklist.filter(({ id }) => Object.hasOwn(request.submission.checklist, id));
  if (items.length === 0) return nothing;
  const reading = readingOf(request, office.words);
  const rows = items.map((item) => checklistRow(office, item, request, reading));
  return card('checklist', office.words.say('checklist'), html`<dl class="facts">${rows}</dl>`);
};

const termText = (office: Office, term: Term, { text }: Reading) => html`
  ${
    term.text
      ? html`<details>
          <summary><h3>${office.words.say('term.text')}</h3></summary>
          <div class="written" dir="auto">${markdown(text(term.text))}</div>
        </details>`
      : nothing
  }
  ${term.url ? html`<p>${webLink(term.url, office.words.say('term.page'))}</p>` : nothing}
`;

const termRow = (office: Office, term: Term, request: OfficeRequest, reading: Reading) => {
  const given = request.submission.terms[term.id];
  if (!given) return nothing;
  const accepted = request.acceptedTerms.find(({ id }) => id === term.id);
  const at = office.words.moment(accepted?.at ?? request.submittedAt);
  const sentence = given.accepted
    ? office.words.say('term.accepted', { version: given.version, at })
    : office.words.say('term.declined', { version: given.version });
  return html`
    <div>
      <dt dir="auto">${reading.text(term.label)}</dt>
      <dd>${sentence} ${given.version === term.version ? termText(office, term, reading) : nothing}</dd>
    </div>
  `;
};

/** Which version of the terms was accepted, and when. */
export const termsCard: Part = (office, request) => {
  const terms = request.definition.terms.filter(({ id }) => Object.hasOwn(request.submission.terms, id));
  if (terms.length === 0) return nothing;
  const reading = readingOf(request, office.words);
  const rows = terms.map((term) => termRow(office, term, request, reading));
  return card('terms', office.words.say('terms'), html`<dl class="facts">${rows}</dl>`);
};

/** What an entry is called that no status names: a message, or that the request was opened again. */
const said = (words: Words, history: OfficeRequest['history'], index: number): TemplateResult | undefined => {
  const { by, note, status } = history[index] ?? {};
  const isSame = history[index - 1]?.status === status;
  const isReopened = by === 'office' && status === 'submitted' && !isSame;
  if (isReopened) return html`<strong>${words.say('event.request.reopened')}</strong>`;
  if (!note) return undefined;
  if (by === 'customer') return html`<strong>${words.say('history.message')}</strong>`;
  const isMessage = isSame && status !== 'needs-info' && status !== 'planned';
  return isMessage ? html`<strong>${words.say('history.office-message')}</strong>` : undefined;
};

/** What happened to the request, oldest first. */
export const historyCard: Part = ({ words }, { history }) =>
  card(
    'history',
    words.say('history'),
    html`<ol class="history">
      ${history.map(
        ({ at, status, by, note }, index) =>
          html`<li>
            ${said(words, history, index) ?? statusBadge(words, status)}
            <span class="secondary">${moment(words, at)}, ${words.say(`by.${by}`)}</span>
            ${note ? html`<p class="words" dir="auto">${note}</p>` : nothing}
          </li>`,
      )}
    </ol>`,
  );

/** What identifies the request. */
export const detailsCard: Part = ({ words }, request) =>
  card(
    'details',
    words.say('details'),
    html`<dl class="facts facts-narrow">
      <div>
        <dt>${words.say('submitted')}</dt>
        <dd>${moment(words, request.submittedAt)}</dd>
      </div>
      <div>
        <dt>${words.say('locale')}</dt>
        <dd>${words.languageName(request.submission.locale)}</dd>
      </div>
      <div>
        <dt>${words.say('version')}</dt>
        <dd>${request.configVersion}</dd>
      </div>
      <div>
        <dt>${words.say('digest')}</dt>
        <dd><code class="digest">${request.digest}</code></dd>
      </div>
    </dl>`,
  );
