import { html, nothing, type TemplateResult } from 'lit';
import type { OfficeReply, OfficeRequest } from '../../office-contract/index.js';
import { answerSections, readingOf } from '../answers.js';
import type { Office } from '../office.js';
import { answerSectionList } from './answer-view.js';

type Given = OfficeReply['before'];

const checklistLines = (office: Office, request: OfficeRequest, { checklist }: Given): TemplateResult[] => {
  const { text } = readingOf(request, office.words);
  return request.definition.checklist
    .filter(({ id }) => Object.hasOwn(checklist, id))
    .map(({ id, label }) => {
      const { answer, note = '' } = checklist[id] ?? {};
      return html`<div>
        <dt dir="auto">${text(label)}</dt>
        <dd dir="auto">${answer ? office.words.say(answer) : nothing} ${note}</dd>
      </div>`;
    });
};

/** Part of what a request says, under the labels it was asked with. */
const givenList = (office: Office, request: OfficeRequest, given: Given): TemplateResult => {
  const submission = { ...request.submission, answers: given.answers };
  const sections = answerSections({ ...request, submission }, readingOf(request, office.words));
  const items = checklistLines(office, request, given);
  const isEmpty = sections.length + items.length === 0;
  const untitled = sections.map(({ answers }) => ({ title: '', answers }));
  return html`${answerSectionList(office, untitled)}
  ${items.length > 0 ? html`<dl class="facts">${items}</dl>` : nothing}
  ${isEmpty ? html`<p class="secondary">${office.words.say('asking.nothing')}</p>` : nothing}`;
};

/** What the customer added, each with what the request said before. */
export const replyList = (office: Office, request: OfficeRequest): TemplateResult | typeof nothing => {
  const { words } = office;
  if (request.replies.length === 0) return nothing;
  return html`<h3>${words.say('asking.replies')}</h3>
    <ol class="replies">
      ${request.replies.map(
        (reply) =>
          html`<li>
            <p class="words" dir="auto">${reply.message}</p>
            <p class="secondary">${words.say('asking.replied', { at: words.moment(reply.at) })}</p>
            <h4>${words.say('asking.before')}</h4>
            ${givenList(office, request, reply.before)}
            <h4>${words.say('asking.after')}</h4>
            ${givenList(office, request, reply.after)}
          </li>`,
      )}
    </ol>`;
};
