import { html, type TemplateResult } from 'lit';
import type { Attachment } from 'portal-request-form/contract';
import type { AnswerSection, AnswerView, LabelledAnswer } from '../answers.js';
import type { Office } from '../office.js';
import { mailLink, phoneLink } from './customer.js';
import { webLink } from './safe-link.js';

/** Files as downloads, each with its size. */
export const fileList = ({ api, words }: Office, files: readonly Attachment[]): TemplateResult => html`
  <ul class="files">
    ${files.map(
      ({ id, name, size }) =>
        html`<li>
          <a href=${api.attachmentAddress(id)} download=${name} dir="auto">${name}</a>
          <span class="secondary">${words.bytes(size)}</span>
        </li>`,
    )}
  </ul>
`;

const views: {
  [K in AnswerView['kind']]: (office: Office, answer: AnswerView & { kind: K }) => TemplateResult;
} = {
  words: (_office, { text }) => html`<span class="words" dir="auto">${text}</span>`,
  list: (_office, { texts }) =>
    html`<ul class="plain">
      ${texts.map((text) => html`<li dir="auto">${text}</li>`)}
    </ul>`,
  ordered: (_office, { texts }) =>
    html`<ol class="ordered">
      ${texts.map((text) => html`<li dir="auto">${text}</li>`)}
    </ol>`,
  lines: (_office, { texts }) =>
    html`<span class="words" dir="auto"
      >${texts.map((text, index) => html`${index > 0 ? html`<br />` : ''}${text}`)}</span
    >`,
  rows: (office, { rows }) =>
    html`<ol class="rows">
      ${rows.map(
        ({ title, answers }) =>
          html`<li>
            <strong dir="auto">${title}</strong>
            ${answerList(office, answers)}
          </li>`,
      )}
    </ol>`,
  email: (_office, { text }) => mailLink(text),
  tel: (_office, { text }) => phoneLink(text),
  url: (_office, { text }) => webLink(text),
  files: (office, { files }) => fileList(office, files),
};

const view = (office: Office, answer: AnswerView): TemplateResult => {
  const draw = views[answer.kind] as (office: Office, answer: AnswerView) => TemplateResult;
  return draw(office, answer);
};

const answerList = (office: Office, answers: readonly LabelledAnswer[]): TemplateResult => html`
  <dl class="facts">
    ${answers.map(
      ({ label, answer }) =>
        html`<div>
          <dt dir="auto">${label}</dt>
          <dd>${view(office, answer)}</dd>
        </div>`,
    )}
  </dl>
`;

/** Sections of answers; a section without a title only has its answers. */
export const answerSectionList = (office: Office, sections: readonly AnswerSection[]): TemplateResult[] =>
  sections.map(
    ({ title, answers }) => html`${title ? html`<h3 dir="auto">${title}</h3>` : ''}${answerList(office, answers)}`,
  );
