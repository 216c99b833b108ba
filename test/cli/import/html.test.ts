import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdown, plainText } from '../../../src/cli/import/html.js';

const PLAIN: readonly [string, string][] = [
  ['Name &amp; address', 'Name & address'],
  ['<p>One</p><p>two&nbsp;<b>three</b></p>', 'One two three'],
  ['a < b', 'a < b'],
  ['x<script>alert(1)</script><!-- y -->z', 'xz'],
  ['<script>never closed', ''],
  ['&#x41;&#66;&#0;&unknown;', 'AB&#0;&unknown;'],
];

for (const [html, text] of PLAIN) {
  void test(`${html} is shown as ${text}`, () => assert.equal(plainText(html), text));
}

const MARKDOWN: readonly [string, string][] = [
  ['<h2>Title</h2><p>One <strong> two </strong> three</p>', '### Title\n\nOne **two** three'],
  ['<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>', '- a\n- b\n\n1. c'],
  [
    '<a href="https://example.com/x">here</a> or <a href="javascript:alert(1)">there</a>',
    '[here](https://example.com/x) or there',
  ],
  ['2 * 3 [a](b) <i></i>', '2 \\* 3 \\[a\\](b)'],
  ['one<br>two', 'one  \ntwo'],
  ['<img src="data:image/png;base64,AAAA" alt="A map">', 'A map'],
];

for (const [html, text] of MARKDOWN) {
  void test(`${html} is written as ${JSON.stringify(text)}`, () => assert.equal(markdown(html), text));
}

void test('a text of any length is read at once, and no tag is cut in two', () => {
  const start = performance.now();
  const text = plainText(`${'<'.repeat(50_000)}<!--${'<!--'.repeat(50_000)}`);
  assert.ok(performance.now() - start < 2_000);
  assert.ok(text.length <= 20_000);
  assert.equal(markdown(`${'a'.repeat(19_995)}<p class="x">b</p>`), 'a'.repeat(19_995));
});
