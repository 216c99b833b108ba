import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseConfig } from '../../src/rules/index.js';
import { allFields, controlsOf, formOf, missingOf, SIZES } from './form.js';
import { schemas } from './schemas/index.js';
import { portalOf } from './schemas/widget.js';

it('gives everybody the same questions', () => {
  const form = formOf(12);
  const labels = allFields(form).map(({ label }) => label);
  assert.equal(labels.length, 12 + 10 + 1);
  for (const [name, schemaOf] of Object.entries(schemas)) {
    const text = JSON.stringify(schemaOf(form));
    for (const label of labels) assert.ok(text.includes(label), `${name} asks "${label}"`);
  }
});

it('gives the widget configurations that are valid at each size', () => {
  for (const size of SIZES) assert.deepEqual(parseConfig(portalOf(formOf(size))).issues, []);
});

it('counts the controls that the plain page has, and its errors', () => {
  for (const size of SIZES) {
    const html = schemas.html(formOf(size));
    assert.equal(html.match(/<(?:input|select|textarea)/g)?.length, controlsOf(formOf(size)).ofAll);
    assert.equal(html.match(/class="error"/g)?.length, missingOf(formOf(size)).ofAll);
  }
});
