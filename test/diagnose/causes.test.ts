import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCauses, type Facts } from '../../src/diagnose/causes.js';
import { diagnosisTexts } from '../../src/i18n/diagnosis.js';

const endpoint = 'https://portal.example.com/api/portals/acme';
const portal = { kind: 'read', status: 200, isPortal: true, fieldTypes: ['text'] } as const;
const well: Facts = {
  endpoint,
  origin: 'https://www.example.com',
  answer: portal,
  violations: [],
  keeps: true,
  scripts: ['https://cdn.example.com/portal-request-form.js'],
  missingChunks: [],
  known: new Set(['text']),
};
const unreadable = { kind: 'unreadable' } as const;
const none = { kind: 'none' } as const;

const cases: [string, Partial<Facts>, string, string | undefined][] = [
  ['no address', { endpoint: '' }, 'address-missing', 'api/portals/NAME'],
  ['an address that is no page', { endpoint: 'mailto:a@b.nl' }, 'address-missing', 'api/portals/NAME'],
  [
    'an address without a portal',
    { answer: { ...portal, status: 404, isPortal: false } },
    'address-wrong',
    'https://portal.example.com/api/portals/NAME',
  ],
  [
    'http on an https page',
    { endpoint: endpoint.replace('https', 'http'), answer: none },
    'mixed-content',
    `endpoint="${endpoint}"`,
  ],
  [
    'a policy against the call',
    { answer: none, violations: [{ directive: 'connect-src', blocked: `${endpoint}/config` }] },
    'policy',
    'connect-src https://portal.example.com',
  ],
  [
    'a policy against a part of the script',
    { violations: [{ directive: 'script-src-elem', blocked: 'https://cdn.example.com/chunks/a.js' }] },
    'policy',
    'script-src https://cdn.example.com',
  ],
  [
    'a policy against Trusted Types',
    { violations: [{ directive: 'trusted-types', blocked: 'trusted-types-policy' }] },
    'policy',
    'trusted-types lit-html',
  ],
  ['a portal that does not allow the website', { answer: unreadable }, 'cross-origin', 'https://www.example.com'],
  ['a page from the disk', { answer: unreadable, origin: 'null' }, 'no-origin', 'allow-same-origin'],
  ['a server that is off', { answer: none }, 'unreachable', endpoint],
  ['storage that is blocked', { keeps: false }, 'storage', undefined],
  ['a frame without storage', { keeps: false, origin: 'null' }, 'storage', 'allow-same-origin'],
  ['the script twice', { scripts: ['/a.js', '/b.js'] }, 'loaded-twice', '<script src="/b.js">'],
  ['a clock a day off', { ahead: -86_400 }, 'clock', undefined],
  ['a chunk of another release', { missingChunks: ['/chunks/nl-1.js'] }, 'version-chunk', '/chunks/nl-1.js'],
  ['a field of a later release', { answer: { ...portal, fieldTypes: ['text', 'map'] } }, 'version-fields', undefined],
];

describe('the diagnosis', () => {
  for (const [what, facts, cause, line] of cases) {
    it(`of ${what} is one cause, with the line to change`, () => {
      const [first, ...others] = findCauses({ ...well, ...facts });
      assert.equal(first?.cause, cause);
      assert.deepEqual(others, []);
      if (line === undefined) assert.equal(first.line, undefined);
      else assert.ok(first.line?.includes(line), first.line);
    });
  }

  it('of a page where all is well is nothing, and a clock may be a minute off', () => {
    assert.deepEqual(findCauses({ ...well, ahead: 60 }), []);
  });

  it('has a sentence for each cause in each language, with the same parameters', () => {
    const parameters = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(diagnosisTexts.en))
      assert.deepEqual(parameters(diagnosisTexts.nl[key as keyof typeof diagnosisTexts.en]), parameters(text), key);
  });
});
