import { expect } from '@open-wc/testing';
import type { FieldType } from '../../src/contract/index.js';
import { ask, cleanUp, mountFields, until, type Visit } from '../harness.js';
import { fieldRows, type FieldRow } from './rows.js';

const CHOICES: ReadonlySet<FieldType> = new Set(['radio', 'checkboxes', 'checkbox']);

const give = (visit: Visit, type: FieldType, { typed = '', fill }: FieldRow) =>
  fill ? fill(visit) : CHOICES.has(type) ? visit.choose(typed) : visit.fill('Subject', typed);

const sendAsGuest = async (visit: Visit): Promise<void> => {
  await visit.press('Next');
  await visit.onStep('submit');
  await visit.fill('Name', 'Ann');
  await visit.fill('E-mail address', 'ann@example.com');
  await visit.press('Submit request');
  await visit.onStep('confirmation');
};

afterEach(cleanUp);

for (const [type, row] of Object.entries(fieldRows) as [FieldType, (typeof fieldRows)[FieldType]][]) {
  describe(`a ${type} field`, () => {
    it('is named by its label and passes axe', async () => {
      const visit = await mountFields([row.field]);
      await until('the field', () => visit.root.querySelector('.section')?.firstElementChild);
      if (type !== 'note') expect(visit.text()).to.contain('Subject').and.to.contain('A hint');
      expect(await visit.violations()).to.deep.equal([]);
    });

    const asks = row.asks ?? /^Subject: /;
    if (row.field.required) {
      it('asks for an answer in words when it is left open, and leads to it', async () => {
        const visit = await mountFields([row.field]);
        await until('the whole field', () => !visit.text().includes('One moment'));
        await visit.press('Next');
        expect(visit.missing()).to.have.length(1);
        expect(visit.missing()[0]).to.match(asks);
        visit.roles('link', asks)[0]?.click();
        await until('the focus', () => visit.root.activeElement?.id.startsWith('answers-subject'));
        expect(await visit.violations()).to.deep.equal([]);
      });
    }

    const { answer, summary, refused } = row;
    if (answer !== undefined) {
      it('is sent as its canonical answer and reads well in the review', async () => {
        const visit = await mountFields([row.field]);
        await give(visit, type, row);
        await sendAsGuest(visit);
        const [stored] = await ask('requests', { id: visit.portal.id });
        expect(stored?.submission.answers).to.deep.equal({ subject: answer });
        if (summary) expect(visit.root.querySelector('dd')?.textContent.trim()).to.equal(summary);
      });
    }

    if (refused) {
      it('says how to mend a wrong answer after it is left, not before', async () => {
        const visit = await mountFields([row.field]);
        await visit.fill('Subject', refused.typed);
        expect(visit.text()).not.to.match(refused.says);
        const control = await visit.label('Subject');
        control.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
        await until('the error', () => refused.says.test(visit.text()));
        expect(control.getAttribute('aria-invalid')).to.equal('true');
        expect(control.getAttribute('aria-describedby')).to.contain('-error');
      });
    }
  });
}
