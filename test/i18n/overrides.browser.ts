import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { enMore } from '../../src/i18n/en-more.js';
import { enRequest } from '../../src/i18n/en-request.js';
import type { Messages, Plural } from '../../src/i18n/messages.js';
import { cleanUp, formOf, mount } from '../harness.js';

const MARK = '\u2020 ';
const remarks = { id: 'remarks', type: 'text', label: 'Remarks', required: true } as const;

const marked = (text: string | Plural): string | Plural =>
  typeof text === 'string'
    ? MARK + text
    : (Object.fromEntries(Object.entries(text).map(([form, one]) => [form, MARK + one])) as Plural);

const everything = Object.fromEntries(
  Object.entries<string | Plural>({ ...en, ...enRequest, ...enMore }).map(([key, text]) => [key, marked(text)]),
) as Partial<Messages>;

describe('the texts of a website', () => {
  let warnings: unknown[] = [];
  const { warn } = console;

  beforeEach(() => {
    warnings = [];
    console.warn = (...said: unknown[]) => warnings.push(said);
  });
  afterEach(() => {
    console.warn = warn;
    cleanUp();
  });

  it('may be in the place of every text there is', async () => {
    const visit = await mount(formOf([remarks]), { requestType: 'one', messages: everything });
    await visit.press(`${MARK}Next`);
    await visit.role('heading', `${MARK}Something is missing`);
    await visit.fill(/^Remarks/, 'x');
    await visit.press(`${MARK}Next`);
    await visit.role('button', `${MARK}Submit request`);
    const names = visit.roles('button').map((button) => button.textContent.trim());
    expect(names.filter((name) => !name.includes(MARK.trim()))).to.deep.equal([]);
    expect(JSON.stringify(warnings)).not.to.contain('no such texts');
  });

  it('are named when there are no such texts', async () => {
    const messages = { 'no-such-text': 'x' } as Partial<Messages>;
    await mount(formOf([remarks]), { requestType: 'one', messages });
    expect(JSON.stringify(warnings)).to.contain('no such texts: no-such-text');
  });
});
