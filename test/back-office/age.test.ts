import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ageInWords } from '../../demo/back-office/age.js';
import { createWords } from '../../demo/back-office/words.js';

const now = new Date('2026-11-27T12:00:00Z');

it('an age is said in the largest unit that still tells something', () => {
  const cases: [moment: string, nl: string, en: string][] = [
    ['2026-11-27T12:00:05Z', 'zojuist', 'just now'],
    ['2026-11-27T11:58:30Z', '1 minuut', '1 minute'],
    ['2026-11-27T09:00:00Z', '3 uur', '3 hours'],
    ['2026-11-25T13:00:00Z', '47 uur', '47 hours'],
    ['2026-11-24T12:00:00Z', '3 dagen', '3 days'],
    ['2026-08-01T12:00:00Z', '3 maanden', '3 months'],
    ['2023-11-01T12:00:00Z', '3 jaar', '3 years'],
  ];
  for (const [moment, nl, en] of cases) {
    assert.equal(ageInWords(createWords('nl'), moment, now), nl);
    assert.equal(ageInWords(createWords('en'), moment, now), en);
  }
});
