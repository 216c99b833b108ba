import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lintConfig, parseConfig } from 'portal-request-form/rules';
import { portal } from './arbitraries.js';

const FIELDS = '/requestTypes/0/sections/0/fields';

/** What is said of the fields of a portal in these languages, as `place code`. */
const said = (fields: readonly unknown[], locales: readonly string[] = ['nl', 'en']): string[] => {
  const base = portal(fields);
  const json = { ...base, portal: { ...base.portal, locale: locales[0], locales } };
  const { config, issues } = parseConfig(json);
  const found = config ? lintConfig(config) : issues;
  return found.map(
    ({ pointer, code, params }) => `${pointer.replace(FIELDS, '')} ${code} ${String(Object.values(params ?? {}))}`,
  );
};

const field = (id: string, label: unknown, more: object = {}) => ({ id, type: 'text', label, ...more });

describe('texts', () => {
  it('that lack languages are named once, with all of them', () => {
    assert.deepEqual(said([field('a', { nl: 'Naam' })], ['nl', 'en', 'de']), ['/0/label missing-translation en, de']);
    assert.deepEqual(said([field('a', { nl: 'Naam', en: ' ' })]), ['/0/label missing-translation en']);
  });

  it('are found by the first part of a language, as they are when they are shown', () => {
    assert.deepEqual(said([field('a', { nl: 'Naam', en: 'Name' })], ['nl-NL', 'en-GB']), []);
    assert.deepEqual(said([field('a', { 'nl-NL': 'Naam', en: 'Name' })]), ['/0/label missing-translation nl']);
  });

  it('of one language in a portal of several are doubtful when they have words', () => {
    const help = { help: 'Vul uw naam in.' };
    assert.deepEqual(said([field('a', 'Naam', help)]), ['/0/label untranslated nl, en', '/0/help untranslated nl, en']);
    assert.deepEqual(said([field('a', 'A4', { type: 'number', unit: 'meter' })]), []);
    assert.deepEqual(said([field('a', 'Naam', help)], ['nl']), []);
  });

  it('that name what can be chosen are the same in every language', () => {
    const options = [{ id: 'x', label: 'Remeha Tzerra' }];
    assert.deepEqual(said([field('a', 'A', { type: 'select', options })]), []);
  });

  it('that nobody sees are no labels', () => {
    assert.deepEqual(said([field('a', ' '), field('b', { nl: '' })], ['nl']), [
      '/0/label label-blank ',
      '/1/label label-blank ',
    ]);
  });
});

describe('labels', () => {
  it('that differ only in case or spaces are doubtful, and the very same ones are not', () => {
    assert.deepEqual(said([field('a', 'Tel. no'), field('b', 'tel.  No ')], ['en']), [
      '/1/label labels-alike tel.  No ',
    ]);
    assert.deepEqual(said([field('a', 'Other'), field('b', 'Other')], ['en']), []);
  });

  it('are compared within one language', () => {
    const [a, b] = [field('a', { nl: 'Order', en: 'Command' }), field('b', { nl: 'Bestelling', en: 'order' })];
    assert.deepEqual(said([a, b]), []);
    assert.deepEqual(said([a, field('b', { nl: 'order', en: 'Order' })]), ['/1/label labels-alike order']);
  });

  it('of one list of options have to differ', () => {
    const options = [
      { id: 'x', label: 'Yes' },
      { id: 'y', label: 'No' },
      { id: 'z', label: 'yes' },
      { id: 'w', label: 'No' },
    ];
    assert.deepEqual(said([field('a', 'A', { type: 'radio', options })], ['en']), [
      '/0/options/2/label labels-alike yes',
      '/0/options/3/label labels-alike No',
    ]);
  });

  it('in rows are compared with those of the same rows', () => {
    const rows = (id: string, labels: readonly string[]) =>
      field(id, id, { type: 'repeat', fields: labels.map((label, index) => field(`${id}${String(index)}`, label)) });
    assert.deepEqual(said([rows('r', ['Room', 'Size']), rows('s', ['room'])], ['en']), []);
    assert.deepEqual(said([rows('r', ['Room', 'room'])], ['en']), ['/0/fields/1/label labels-alike room']);
  });
});
