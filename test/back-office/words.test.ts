import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES } from '../../demo/back-office/texts/index.js';
import { loadWords, nearestLanguage } from '../../demo/back-office/words.js';

const COUNTED = {
  nl: ['0 werkbonnen', '1 werkbon', '2 werkbonnen', '1.000 werkbonnen'],
  en: ['0 work orders', '1 work order', '2 work orders', '1,000 work orders'],
  de: ['0 Aufträge', '1 Auftrag', '2 Aufträge', '1.000 Aufträge'],
  fr: ['0 bon de travail', '1 bon de travail', '2 bons de travail', '1\u202f000 bons de travail'],
};

describe('The words of the office', () => {
  for (const language of LANGUAGES) {
    it(`count as the language does: ${language}`, async () => {
      const words = await loadWords(language);
      const counted = [0, 1, 2, 1000].map((count) => words.count('work-orders', count));
      assert.deepEqual(counted, COUNTED[language]);
    });
  }

  it('are those of the browser’s language, in whatever country, else English', () => {
    const languages = ['nl-BE', 'de-AT', 'FR', 'en-US', 'pt', ''].map(nearestLanguage);
    assert.deepEqual(languages, ['nl', 'de', 'fr', 'en', 'en', 'en']);
  });
});
