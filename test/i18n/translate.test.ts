import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ar as arEntry } from '../../src/i18n/ar.js';
import { arMore } from '../../src/i18n/ar-more.js';
import { arRequest } from '../../src/i18n/ar-request.js';
import { de as deEntry } from '../../src/i18n/de.js';
import { deMore } from '../../src/i18n/de-more.js';
import { deRequest } from '../../src/i18n/de-request.js';
import { en as enEntry } from '../../src/i18n/en.js';
import { enMore } from '../../src/i18n/en-more.js';
import { enRequest } from '../../src/i18n/en-request.js';
import { fr as frEntry } from '../../src/i18n/fr.js';
import { frMore } from '../../src/i18n/fr-more.js';
import { frRequest } from '../../src/i18n/fr-request.js';
import { languageOf } from '../../src/i18n/languages.js';
import type { Plural } from '../../src/i18n/messages.js';
import { nl as nlEntry } from '../../src/i18n/nl.js';
import { nlMore } from '../../src/i18n/nl-more.js';
import { nlRequest } from '../../src/i18n/nl-request.js';
import { chooseText, createTranslator } from '../../src/i18n/translate.js';

const nl = { ...nlEntry, ...nlRequest, ...nlMore };
const en = { ...enEntry, ...enRequest, ...enMore };
const de = { ...deEntry, ...deRequest, ...deMore };
const fr = { ...frEntry, ...frRequest, ...frMore };
const ar = { ...arEntry, ...arRequest, ...arMore };
const words = createTranslator(nl, 'nl', 'nl');
const sentences = (entry: string | Plural): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const params = (entry: string | Plural) =>
  [...new Set(sentences(entry).flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort();

describe('the languages', () => {
  for (const [language, messages] of Object.entries({ nl, de, fr, ar })) {
    it(`have the same keys with the same parameters, and nothing empty: ${language}`, () => {
      const other: Readonly<Record<string, string | Plural>> = messages;
      assert.deepEqual(Object.keys(other).sort(), Object.keys(en).sort());
      for (const [key, text] of Object.entries<string | Plural>(en)) {
        const theirs = other[key] ?? '';
        assert.deepEqual(params(theirs), params(text), key);
        assert.ok(
          sentences(theirs).every((one) => one.trim() !== ''),
          key,
        );
      }
    });
  }

  it('use the words that documentation and support rely on', () => {
    assert.equal(nl['submit.send'], 'Aanvraag indienen');
    assert.equal(en['submit.send'], 'Submit request');
    assert.equal(nl['summary.title'], 'Er ontbreekt nog iets');
    assert.equal(nl.guest, 'Verder als gast');
  });
});

describe('createTranslator', () => {
  it('chooses the plural by the count', () => {
    assert.equal(words.message('checklist.open', { count: 1 }), 'Er staat nog 1 punt open:');
    assert.equal(words.message('checklist.open', { count: 3 }), 'Er staan nog 3 punten open:');
    assert.equal(words.message('checklist.open', { count: 0 }), 'Alle verplichte punten zijn klaar.');
  });

  it('writes numbers, sizes and dates as the language does', () => {
    assert.equal(words.plain(2.5), '2,5');
    assert.equal(words.number(1234.5), '1.234,5');
    assert.equal(words.bytes(20971520), '20 MB');
    assert.equal(words.date('2026-02-28'), '28 februari 2026');
    assert.equal(words.date('not a date'), 'not a date');
  });

  it('finds no sentence for keys from outside', () => {
    assert.equal(words.find('issue.constructor'), undefined);
    assert.equal(words.find('toString'), undefined);
  });
});

describe('Arabic', () => {
  const arabic = createTranslator(ar, 'ar', 'nl', 'ar-SA-u-ca-islamic-nu-arab');

  it('has a form for each of its six plurals', () => {
    const counts = [0, 1, 2, 3, 11, 100];
    assert.equal(new Set(counts.map((count) => arabic.message('file.count', { count: count }))).size, 6);
    const plurals = Object.entries<string | Plural>(ar).filter(([, entry]) => typeof entry !== 'string');
    assert.deepEqual(
      plurals.filter(([, entry]) => Object.keys(entry).length !== 6).map(([key]) => key),
      [],
    );
  });

  it('writes the digits and days of the inputs they are typed in, whatever the browser prefers', () => {
    assert.equal(arabic.plain(12.5), '12.5');
    assert.equal(arabic.date('2026-02-28'), '28 فبراير 2026');
    assert.match(arabic.time('2026-02-28T12:00:00Z'), /\d{1,2}:00/);
  });

  it('keeps what is filled in apart from the sentence', () => {
    assert.match(arabic.message('request.heading', { reference: 'PR-2026-000123' }), /\u2068PR-2026-000123\u2069$/);
  });
});

describe('chooseText', () => {
  it('falls back to the primary language, the portal, and the first there is', () => {
    const text = { nl: 'Ketel', en: 'Boiler' };
    assert.equal(chooseText(text, 'en-GB', 'nl'), 'Boiler');
    assert.equal(chooseText(text, 'de', 'nl'), 'Ketel');
    assert.equal(chooseText({ fr: 'Chaudière' }, 'de', 'nl'), 'Chaudière');
    assert.equal(chooseText(undefined, 'de', 'nl'), '');
  });
});

describe('otherLanguage', () => {
  it('names the language of a text that is in another one', () => {
    const german = createTranslator(de, 'de', 'nl-BE', 'de');
    assert.equal(german.otherLanguage({ nl: 'Ketel', en: 'Boiler' }), 'nl');
    assert.equal(german.otherLanguage({ 'de-CH': 'Heizkessel' }), undefined);
    assert.equal(german.otherLanguage({ fr: 'Chaudière' }), 'fr');
    assert.equal(german.otherLanguage('Ketel'), undefined);
    assert.equal(createTranslator(de, 'de', 'nl-BE', 'de', 'nl-BE').otherLanguage('Ketel'), 'nl-BE');
  });
});

describe('languageOf', () => {
  it('knows the languages by any of their tags, and no others', () => {
    assert.equal(languageOf('NL-be'), 'nl');
    assert.equal(languageOf('xx'), undefined);
    assert.equal(languageOf('constructor'), undefined);
  });
});
