import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseInline, type Inline } from '../../src/fragments/markdown-inline.js';
import { parseMarkdown, type Block } from '../../src/fragments/markdown-parse.js';
import { isSafeLink } from '../../src/fragments/safe-link.js';

const inlineText = (inline: Inline): string => {
  if ('text' in inline) return inline.text;
  return 'content' in inline ? inline.content.map(inlineText).join('') : '';
};

const blockText = (block: Block): string => {
  if (block.type === 'list') return block.items.flat().map(blockText).join(' ');
  if (block.type === 'quote') return block.content.map(blockText).join(' ');
  if (block.type === 'code') return block.text;
  return 'content' in block ? block.content.map(inlineText).join('') : '';
};

describe('parseMarkdown', () => {
  it('reads headings, paragraphs and ordered lists', () => {
    const blocks = parseMarkdown('## Terms\n\nFirst\nsecond\n\n1. one\n2. **two**\n3. three');
    assert.deepEqual(
      blocks.map((block) => block.type),
      ['heading', 'paragraph', 'list'],
    );
    const list = blocks[2];
    assert.ok(list?.type === 'list');
    assert.equal(list.items.length, 3);
    assert.equal(list.start, 1);
  });

  it('keeps nested lists and the paragraphs of an item together', () => {
    const [list] = parseMarkdown('- a\n  - b\n  - c\n- d\n\n  more of d');
    assert.ok(list?.type === 'list');
    assert.deepEqual(
      list.items.map((item) => item.map((block) => block.type)),
      [
        ['paragraph', 'list'],
        ['paragraph', 'paragraph'],
      ],
    );
  });

  it('leaves HTML as text', () => {
    assert.equal(parseMarkdown('<img src=x onerror=alert(1)>').map(blockText).join(), '<img src=x onerror=alert(1)>');
  });

  it('reads anything without failing, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'# -*_`[]()>1.\n a\\~'), maxLength: 300 }), (source) => {
        assert.ok(Array.isArray(parseMarkdown(source)));
      }),
      { numRuns: 2000 },
    );
    assert.equal(parseMarkdown('> '.repeat(5000) + 'deep').length, 1);
    assert.equal(parseMarkdown('*'.repeat(20_000)).length, 1);
    assert.equal(parseMarkdown('[a]('.repeat(20_000)).length, 1);
  });
});

describe('parseInline', () => {
  it('reads strong, emphasis, code and links, also within each other', () => {
    const types = parseInline('**a *b*** `c` [d](https://e.nl)').map((inline) => inline.type);
    assert.deepEqual(types, ['strong', 'text', 'code', 'text', 'link']);
  });

  it('keeps marks that are only characters', () => {
    for (const source of ['2 * 3 * 4', 'snake_case_name', '**open', 'a ** b']) {
      assert.equal(
        parseInline(source)
          .map((inline) => (inline.type === 'text' ? inline.text : '!'))
          .join(''),
        source,
      );
    }
  });
});

describe('isSafeLink', () => {
  it('follows only https, http, mailto and tel', () => {
    for (const href of ['https://a.nl', 'http://a.nl', 'mailto:a@b.nl', 'tel:+31501234567'])
      assert.ok(isSafeLink(href), href);
    for (const href of ['javascript:alert(1)', 'data:text/html,x', '//a.nl', '/a', 'JaVaScRiPt:x', ' vbscript:x', '']) {
      assert.ok(!isSafeLink(href), href);
    }
  });
});
