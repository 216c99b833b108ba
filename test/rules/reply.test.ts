import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PortalConfig, Submission } from 'portal-request-form/contract';
import { amendRequest, type Amended } from 'portal-request-form/rules';

const isBoiler = { '==': [{ var: 'boiler' }, true] };

const config: PortalConfig = {
  version: '1',
  portal: { name: 'P', locale: 'en', locales: ['en'] },
  access: { signIn: [], guests: true },
  requestTypes: [
    {
      id: 'fault',
      label: 'F',
      sections: [
        {
          id: 'all',
          fields: [
            { id: 'what', type: 'text', label: 'W', required: true },
            { id: 'day', type: 'date', label: 'D', min: 'today' },
            { id: 'boiler', type: 'checkbox', label: 'B' },
            { id: 'kind', type: 'text', label: 'K', required: true, visibleWhen: isBoiler },
          ],
        },
      ],
      checklist: [{ id: 'power', label: 'P', kind: 'yes-no', required: true, noteWhen: ['no'] }],
      terms: [],
    },
  ],
};

const earlier: Submission = {
  ...{ requestType: 'fault', configVersion: '1', locale: 'en', terms: {} },
  answers: { what: 'Cold', day: '2020-01-02', boiler: true, kind: 'HR' },
  checklist: { power: { answer: 'yes' } },
};

const amend = (fields: string[], answers: object, items: string[] = [], checklist: object = {}): Amended => {
  const context = { now: new Date('2026-11-27T12:00:00Z'), timeZone: 'Europe/Amsterdam' };
  return amendRequest(config, earlier, { fields, items }, { asked: 'a', answers, checklist }, context);
};

const refused = ({ issues }: Amended): string[] => issues.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a reply to what is asked back', () => {
  it('takes the place of the earlier answer in its canonical form, and nothing else is held against it', () => {
    const { submission, issues } = amend(['what'], { what: ' Warm ' });
    assert.deepEqual([issues, submission.answers], [[], { ...earlier.answers, what: 'Warm' }]);
  });

  it('takes away an earlier answer that it hides', () => {
    const { submission, issues } = amend(['boiler'], { boiler: false });
    assert.deepEqual([issues, Object.hasOwn(submission.answers, 'kind')], [[], false]);
  });

  it('answers only what was asked', () => {
    assert.deepEqual(refused(amend(['what'], { what: 'Warm', kind: 'VR' })), ['/answers/kind unknown-key']);
    assert.deepEqual(refused(amend(['what'], { what: 'Warm', nothing: 1 })), ['/answers/nothing unknown-key']);
  });

  it('is held against the rules of what was asked', () => {
    assert.deepEqual(refused(amend(['day'], { day: '2020-01-03' })), ['/answers/day min']);
    assert.deepEqual(refused(amend([], {}, ['power'], { power: { answer: 'no' } })), [
      '/checklist/power/note required',
    ]);
    assert.deepEqual(refused(amend(['day'], {}, ['power'])), ['/checklist/power/answer required']);
  });

  it('says something, and has the shape of a reply', () => {
    assert.deepEqual(refused(amend(['day'], {})), ['/answers/day required']);
    const context = { now: new Date(), timeZone: 'Europe/Amsterdam' };
    for (const wrong of [null, [], { asked: 1 }, { asked: 'a', answers: [], checklist: {} }]) {
      assert.notDeepEqual(amendRequest(config, earlier, { fields: ['what'], items: [] }, wrong, context).issues, []);
    }
  });
});
