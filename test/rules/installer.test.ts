import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Issue, PortalConfig, Submission } from 'portal-request-form/contract';
import { normaliseSubmission, parseConfig, validateRequest } from 'portal-request-form/rules';

const json: unknown = JSON.parse(
  readFileSync(new URL('../../demo/seed/installer.config.json', import.meta.url), 'utf8'),
);

const installer = (): PortalConfig => {
  const { config, issues } = parseConfig(json);
  assert.deepEqual(issues, []);
  assert.ok(config);
  return config;
};
const config = installer();
const context = { now: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/Amsterdam', signedIn: true };

const fault: Submission = {
  requestType: 'fault',
  configVersion: '1',
  locale: 'nl',
  answers: {
    installation: 'boiler',
    description: 'De ketel slaat af na vijf minuten.',
    'error-code': 'F22',
    impact: ['no-heating', 'noise'],
    vulnerable: true,
    photos: [{ id: 'p1', name: 'display.jpg', type: 'image/jpeg', size: 20_971_520 }],
    postcode: '9712 AB',
    'house-number': '12-2',
    'contact-name': 'J. de Vries',
    phone: '0501234567',
    email: 'jan@example.com',
    'preferred-date': '2026-11-23',
    'day-part': 'any',
    reference: 'INK-1',
  },
  checklist: {
    'gas-smell': { answer: 'no' },
    power: { answer: 'no', note: 'De groep is uitgevallen' },
    pressure: { answer: 'na' },
    access: { answer: 'done' },
    pets: { answer: 'done' },
  },
  terms: {
    general: { version: '2026-01', accepted: true },
    privacy: { version: '3', accepted: true },
    news: { version: '1', accepted: false },
  },
};
const maintenance: Submission = {
  ...fault,
  requestType: 'maintenance',
  answers: { installation: 'airco', units: 2, date: '2026-11-26', remarks: 'Graag in de ochtend' },
  checklist: {},
  terms: {},
};

const check = (submission: Submission, when: object = {}): Issue[] =>
  validateRequest(config, submission.requestType, submission, { ...context, ...when });
const without = (part: object, key: string) => Object.fromEntries(Object.entries(part).filter(([one]) => one !== key));
const pointers = (issues: Issue[]) => issues.map(({ pointer, code }) => `${pointer} ${code}`);

/** What leaving out one answer, item or term has to give; nothing when it was not required. */
const REQUIRED: Record<'answers' | 'checklist' | 'terms', Record<string, readonly string[]>> = {
  answers: {
    installation: [
      '/answers/error-code not-visible',
      '/checklist/pressure/answer not-visible',
      '/answers/installation required',
    ],
    description: ['/answers/description required'],
    impact: ['/answers/vulnerable not-visible'],
    postcode: ['/answers/postcode required'],
    'house-number': ['/answers/house-number required'],
    'contact-name': ['/answers/contact-name required'],
    phone: ['/answers/phone required'],
    'preferred-date': ['/answers/day-part not-visible'],
    'day-part': ['/answers/day-part required'],
  },
  checklist: {
    'gas-smell': ['/checklist/gas-smell/answer required'],
    power: ['/checklist/power/answer required'],
    pressure: ['/checklist/pressure/answer required'],
    access: ['/checklist/access/answer required'],
  },
  terms: { general: ['/terms/general required'], privacy: ['/terms/privacy required'] },
};

describe("the installer's portal", () => {
  it('accepts complete requests, signed in and as a guest', () => {
    assert.deepEqual(check(fault), []);
    assert.deepEqual(check(maintenance), []);
    const guest = { name: 'Jan', email: 'jan@example.com' };
    assert.deepEqual(check({ ...fault, guest }, { signedIn: false }), []);
  });

  it('accepts what is complete in its canonical form too', () => {
    assert.deepEqual(normaliseSubmission(config, fault), fault);
    const typed = {
      ...fault,
      answers: { ...fault.answers, postcode: ' 9712ab', phone: '050-123 45 67', reference: ' ' },
    };
    const { reference: _reference, ...answers } = fault.answers;
    assert.deepEqual(normaliseSubmission(config, typed), { ...fault, answers });
  });

  for (const part of ['answers', 'checklist', 'terms'] as const) {
    for (const key of Object.keys(fault[part])) {
      it(`names what is wrong without /${part}/${key}`, () => {
        const issues = check({ ...fault, [part]: without(fault[part], key) });
        assert.deepEqual(pointers(issues).sort(), [...(REQUIRED[part][key] ?? [])].sort());
      });
    }
  }

  for (const key of ['installation', 'units', 'date', 'remarks']) {
    it(`names what is wrong without ${key} of maintenance`, () => {
      const issues = check({ ...maintenance, answers: without(maintenance.answers, key) });
      assert.deepEqual(pointers(issues), key === 'remarks' ? [] : [`/answers/${key} required`]);
    });
  }

  it('stops at the smell of gas and asks why there is no power', () => {
    const checklist = { ...fault.checklist, 'gas-smell': { answer: 'yes' as const }, power: { answer: 'no' as const } };
    assert.deepEqual(pointers(check({ ...fault, checklist })), [
      '/checklist/gas-smell/answer stopped',
      '/checklist/power/note required',
    ]);
  });

  it('asks for maintenance three days ahead in its own time zone', () => {
    const late = { now: new Date('2026-11-23T23:30:00Z') };
    const issues = check(maintenance, late);
    assert.deepEqual(issues, [{ pointer: '/answers/date', code: 'min', params: { min: '2026-11-27' } }]);
  });
});
