import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { SettingsContent } from '../../../demo/office-contract/index.js';
import { differences } from '../../../demo/back-office/settings/difference.js';
import { describeChange } from '../../../demo/back-office/settings/difference-words.js';
import { newField, newType } from '../../../demo/back-office/settings/make.js';
import { inserted, moved, withList, withValue } from '../../../demo/back-office/settings/path.js';
import { createWords } from '../../../demo/back-office/words.js';
import { content, FIELDS } from './contents.js';

const said = (to: SettingsContent, language: 'nl' | 'en' = 'en', from = content): string[] =>
  differences(from, to).map((change) => describeChange(change, createWords(language), 'nl'));

const type = ['config', 'requestTypes', 0] as const;

it('says nothing when nothing differs, in whatever order the properties stand', () => {
  const { office, config } = content;
  assert.deepEqual(differences(content, structuredClone({ office, config })), []);
});

it('says what was added and removed, and where', () => {
  const added = withList(content, FIELDS, (list) => inserted(list, 3, newField('tel', 'Telefoon', [])));
  assert.deepEqual(said(added, 'nl'), ['Veld “Telefoon” toegevoegd in Storing › Wat']);
  assert.deepEqual(said(content, 'en', added), ['Field “Telefoon” removed in Fault › What']);
  const types = withList(content, ['config', 'requestTypes'], (list) => [...list, newType('Onderhoud', [])]);
  assert.deepEqual(said(types, 'nl'), ['Aanvraagsoort “Onderhoud” toegevoegd']);
});

it('says from what to what a property changed, in the words of the editor', () => {
  const version = withValue(content, [...type, 'terms', 0, 'version'], '3');
  assert.deepEqual(said(version, 'nl'), ['Voorwaarden “Algemeen” in Storing: Versie: 2 → 3']);
  const required = withValue(content, [...FIELDS, 1, 'required'], true);
  assert.deepEqual(said(required), ['Field “Text” in Fault › What: Required: nothing → Yes']);
  const label = withValue(content, [...FIELDS, 0, 'options', 1, 'label', 'en'], 'Gate');
  assert.deepEqual(said(label), ['Option “Gate” in Fault › What › Kind: Question or name: Door (en) → Gate (en)']);
});

it('says that an order changed once, and not as parts that go and come', () => {
  const reordered = withList(content, FIELDS, (list) => moved(list, 0, 2));
  assert.deepEqual(said(reordered), ['Order of the fields changed in Fault › What']);
});

it('says what changed for the portal and the office', () => {
  const office = { ...content.office, needsApproval: false, origins: [], retention: { days: 30, action: 'delete' } };
  assert.deepEqual(said({ ...content, office } as SettingsContent), [
    'Websites that may show the form: https://www.example.com → nothing',
    'The office approves requests first: Yes → No',
    'Finished requests: nothing → 30 days after they are finished, delete',
  ]);
});

it('every change of a property is said, also of one that the editor does not know', () => {
  const unknown = withValue(content, [...FIELDS, 1, 'colour'], 'red');
  assert.deepEqual(said(unknown), ['Field “Text” in Fault › What: colour: nothing → red']);
});
