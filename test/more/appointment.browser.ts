import { expect } from '@open-wc/testing';
import type { FieldOf } from '../../src/contract/index.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';

/** From a Tuesday on, without weekends. */
const field: FieldOf<'appointment'> = {
  id: 'subject',
  type: 'appointment',
  label: 'Visit',
  help: 'A hint',
  required: true,
  min: '2040-05-01',
  max: '2040-06-30',
  excludeWeekdays: [6, 7],
  maxChoices: 2,
};
/** A date as this browser writes it in English, alone and with its weekday. */
const written = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(navigator.languages.find((tag) => tag.startsWith('en')) ?? 'en', {
    ...options,
    timeZone: 'UTC',
  });
const long = (date: string): string => written({ dateStyle: 'long' }).format(new Date(date));
const on = (date: string): string => `${written({ weekday: 'long' }).format(new Date(date))} ${long(date)}`;

const tuesday = `${on('2040-05-01')}, morning`;
const thursday = `${on('2040-05-03')}, evening`;

const preferences = (visit: Visit): string[] =>
  [...visit.root.querySelectorAll('.preference-name')].map((one) => one.textContent.trim());
const focused = (visit: Visit): string | null | undefined => visit.root.activeElement?.getAttribute('aria-label');
const offered = (visit: Visit): string[] =>
  [...visit.root.querySelectorAll('.day > span:first-child')].map((one) => one.textContent.trim());

/** Types a date where days can be offered from, and leaves it. */
const wish = (visit: Visit, date: string): Promise<void> => visit.fill('Or start from another date', date);

afterEach(cleanUp);

describe('an appointment', () => {
  it('offers the first days that can be had, and passes axe', async () => {
    const visit = await mountFields([field]);
    await visit.role('button', tuesday);
    expect(offered(visit)).to.deep.equal([
      on('2040-05-01'),
      on('2040-05-02'),
      on('2040-05-03'),
      on('2040-05-04'),
      on('2040-05-07'),
    ]);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('is chosen in order of preference, sent in that order and readable in the review', async () => {
    const visit = await mountFields([field]);
    await visit.press(thursday);
    expect(visit.root.querySelector('[aria-pressed=true]')?.getAttribute('aria-label')).to.equal(thursday);
    await visit.press(tuesday);
    await visit.press('Next');
    await visit.onStep('submit');
    const summary = visit.root.querySelector('dd')?.textContent.trim();
    expect(summary).to.equal(`1. ${thursday}; 2. ${tuesday}`);
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.answers['subject']).to.deep.equal([
      { date: '2040-05-03', part: 'evening' },
      { date: '2040-05-01', part: 'morning' },
    ]);
  });

  it('is asked for in words, and the list of what is missing leads to the first day', async () => {
    const visit = await mountFields([field]);
    await visit.role('button', tuesday);
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Visit: Choose at least one day and part of the day.']);
    visit.roles('link', /^Visit: /)[0]?.click();
    await until('the focus', () => focused(visit) === tuesday);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('takes no more than may be, says so, and takes others after one is removed', async () => {
    const visit = await mountFields([field]);
    await visit.press(tuesday);
    await visit.press(thursday);
    await until('the sentence', () => visit.text().includes('You chose 2 preferences. Remove one to choose another.'));
    await until('the focus', () => visit.root.activeElement?.textContent.includes('You chose 2 preferences'));
    expect(offered(visit)).to.deep.equal([]);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press(`Remove ${tuesday}`);
    expect(preferences(visit)).to.deep.equal([thursday]);
    await until('the focus', () => focused(visit) === `Remove ${thursday}`);
    expect(offered(visit)).to.have.length(5);
  });

  it('changes its order by buttons that keep the focus', async () => {
    const visit = await mountFields([{ ...field, maxChoices: 3 }]);
    const monday = `${on('2040-05-07')}, afternoon`;
    for (const name of [tuesday, thursday, monday]) await visit.press(name);
    await visit.press(`${monday}: earlier in the list`);
    expect(preferences(visit)).to.deep.equal([tuesday, monday, thursday]);
    await until('the focus', () => focused(visit) === `${monday}: earlier in the list`);
    await visit.press(`${monday}: earlier in the list`);
    await until('the focus', () => focused(visit) === `${monday}: later in the list`);
    expect(visit.text()).to.contain(`${monday} is your preference 1.`);
  });

  it('offers more days, and days from another date', async () => {
    const visit = await mountFields([field]);
    await visit.press('More days');
    await until('the focus', () => focused(visit) === `${on('2040-05-08')}, morning`);
    expect(offered(visit)).to.have.length(10);
    await wish(visit, '2040-06-28');
    await until('the days', () => offered(visit)[0] === on('2040-06-28'));
    expect(offered(visit)).to.deep.equal([on('2040-06-28'), on('2040-06-29')]);
    (await visit.role('button', `${on('2040-06-29')}, afternoon`)).focus();
    await visit.press(`${on('2040-06-29')}, afternoon`);
    expect(preferences(visit)).to.deep.equal([`${on('2040-06-29')}, afternoon`]);
    expect(focused(visit)).to.equal(`${on('2040-06-29')}, afternoon`);
  });

  for (const [date, sentence] of [
    ['2040-05-06', 'We do not come on a Sunday; choose another day.'],
    ['2040-04-30', `Choose ${long('2040-05-01')} or later.`],
    ['2040-07-01', `Choose ${long('2040-06-30')} or earlier.`],
  ] as const) {
    it(`refuses ${date} at once with a sentence`, async () => {
      const visit = await mountFields([field]);
      await wish(visit, date);
      const alert = await until('the refusal', () => visit.root.querySelector('.day-other .error'));
      expect(alert.textContent).to.equal(sentence);
      const input = await visit.label('Or start from another date');
      expect(input.getAttribute('aria-describedby')).to.equal(alert.id);
      expect(await visit.violations()).to.deep.equal([]);
    });
  }

  it('does not go on with a date whose part was left out, until it is chosen or cleared', async () => {
    const visit = await mountFields([{ ...field, required: false }]);
    await wish(visit, '2040-05-15');
    await visit.press('Next');
    await until('the complaint', () =>
      visit.text().includes(`Choose a part of ${on('2040-05-15')} too, or clear the date.`),
    );
    expect(visit.root.activeElement).to.equal(await visit.label('Or start from another date'));
    await visit.press('Clear the date');
    await visit.press('Next');
    await visit.onStep('submit');
  });

  it('says which preference can no longer be had', async () => {
    const initial = [
      { date: '2040-05-02', part: 'morning' },
      { date: '2040-04-02', part: 'morning' },
    ];
    const visit = await mountFields([{ ...field, initial }]);
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal([`Visit: Choose ${long('2040-05-01')} or later.`]);
    await until('the error', () => visit.text().includes(`Preference 2: Choose ${long('2040-05-01')} or later.`));
  });

  it('names one choice, and only the parts that there are', async () => {
    const visit = await mountFields([{ ...field, maxChoices: 1, parts: ['afternoon'] }]);
    await visit.press(`${on('2040-05-01')}, afternoon`);
    await until('the sentence', () => visit.text().includes('Remove your choice to make another.'));
    expect(visit.roles('button', /morning|evening/)).to.deep.equal([]);
  });

  it('is only shown when it cannot be changed', async () => {
    const visit = await mountFields([{ ...field, readOnly: true, initial: [{ date: '2040-05-02', part: 'morning' }] }]);
    await until('the preference', () => preferences(visit).length === 1);
    expect(visit.roles('button', /May/)).to.deep.equal([]);
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('says so when there is no day to choose from', async () => {
    const visit = await mountFields([{ ...field, max: '2040-05-01', excludeWeekdays: [2] }]);
    await until('the sentence', () => visit.text().includes('There is no day to choose from.'));
  });
});
