import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { renderDocument } from '../../scripts/site/document.mjs';
import { deadLinks } from '../../scripts/site/links.mjs';
import { renderSite } from '../../scripts/site/render.mjs';
import { readNames, snippetMistakes, snippetsIn } from '../../scripts/site/snippets.mjs';
import { typeMistakes } from '../../scripts/site/types.mjs';

interface Named {
  readonly title: string;
  readonly description: string;
}

const html = (markdown: string): string => renderDocument(markdown, (href: string) => ({ address: href })).html;

describe('A document as a page', () => {
  it('gives headings the ids that GitHub gives them', () => {
    const ids = [
      ...html('# `a_b` & C\n\n## What? Élan!\n\n## What? Élan!\n\n## [x](y) - z').matchAll(/ id="([^"]*)"/g),
    ];
    assert.deepEqual(
      ids.map(([, id]) => id),
      ['a_b--c', 'what-élan', 'what-élan-1', 'x---z'],
    );
  });

  it('shows HTML as text, in a block, in a line and in code', () => {
    const shown = html('<script>alert(1)</script>\n\nAn <img src=x onerror=y> and `<b>`\n\n```html\n<i>x</i>\n```\n');
    assert.doesNotMatch(shown, /<(?:script|img|b|i)\b/);
    assert.match(shown, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  });

  it('escapes what stands in attributes and in code of no language', () => {
    assert.match(html('[x](<a"b>)'), /href="a&quot;b"/);
    assert.match(html('![a "b"](c.png)'), /alt="a &quot;b&quot;"/);
    assert.match(html('```text\na < b && "c"\n```'), /a &lt; b &amp;&amp; &quot;c&quot;/);
  });

  it('leaves comments out, and knows the place of what is live', () => {
    assert.equal(html('<!-- generated: x -->\n\n<!-- end -->\n'), '');
    assert.match(html('<!-- live: events -->\n'), /<div data-live="events">/);
    const example = html('<!-- properties: select radio -->\n\n| a |\n| - |\n\n```json\n{}\n```\n\n```json\n[]\n```\n');
    assert.equal(example.match(/data-properties="select radio"/g)?.length, 1);
  });

  it('draws the floors of a house, and leaves another drawing as it is written', () => {
    const room = (name: string) => `    ${name}["<b>${name}</b><br/>what <i>it</i> is"]`;
    const lines = [
      'flowchart TB',
      '  subgraph F1',
      room('a'),
      '  end',
      '  subgraph F0',
      room('b'),
      '  end',
      '  a --> b',
    ];
    const drawn = html(`\`\`\`mermaid\n${lines.join('\n')}\n\`\`\``);
    assert.match(
      drawn,
      /<span>F1<\/span>.*<strong>a<\/strong> what &lt;i&gt;it&lt;\/i&gt; is <small>imports b<\/small>.*F0/,
    );
    assert.match(html('```mermaid\npie\n```'), /<pre/);
  });

  it('is described by its first paragraph, in whole sentences', () => {
    const page: Named = renderDocument('# Rules\n\nWhat is `true` of a **request**.\n\nMore.', () => ({}));
    assert.deepEqual([page.title, page.description], ['Rules', 'What is true of a request.']);
  });
});

describe('The site', () => {
  let pages = new Map<string, string>();
  before(async () => {
    ({ pages } = await renderSite());
  });

  it('has every document, and leads from each to the next', () => {
    for (const page of ['index.html', 'configuration.html', 'changelog.html', 'decisions/index.html'])
      assert.ok(pages.has(page), page);
    let page: string | undefined = 'index.html';
    const walked: string[] = [];
    while (page !== undefined) {
      walked.push(page);
      const [, next]: readonly (string | undefined)[] =
        /<a rel="next" href="([^"]*)"/.exec(pages.get(page) ?? '') ?? [];
      page = next && new URL(next, `http://localhost/${page}`).pathname.slice(1);
    }
    assert.deepEqual(walked, [...pages.keys()]);
  });

  it('has a title, a description, one main heading and its source on each page, and nothing that runs inside', () => {
    for (const [page, text] of pages) {
      assert.match(text, /<title>[^<]{3,}<\/title>/, page);
      assert.match(text, /<meta name="description" content="[^"]{10,}">/, page);
      assert.equal(text.match(/<h1 /g)?.length, 1, page);
      assert.match(text, /made from <code>[\w/.-]+<\/code>/, page);
      assert.doesNotMatch(text, /<script(?![^>]* src=)|<style|\sstyle=|\son\w+="/, page);
    }
  });

  it('finds links to pages, anchors and files that are not there, and addresses that hold in one place only', () => {
    const broken = new Map([
      ['a.html', '<h2 id="there"> <a href="#there"> <a href="#gone"> <a href="b/c.html#x"> <a href="/a.html">'],
      [
        'b/c.html',
        '<i id="x"> <a href="../a.html#there"> <a href="../a.html#no"> <img src="../x.png"> <img src="y.png">',
      ],
    ]);
    assert.deepEqual(
      deadLinks(broken, (path: string) => path === 'x.png'),
      [
        'a.html: “#gone” leads to nothing',
        'a.html: “/a.html” leads to nothing',
        'b/c.html: “../a.html#no” leads to nothing',
        'b/c.html: “y.png” leads to nothing',
      ],
    );
  });
});

describe('The check of snippets', () => {
  let names: Awaited<ReturnType<typeof readNames>>;
  before(async () => {
    names = await readNames();
  });
  const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;

  const mistakes: readonly [string, string, RegExp][] = [
    ['JSON that is none', block('json', '{ "a": }'), /this is no JSON/],
    ['a configuration that is none', block('json', '{ "portal": {}, "requestTypes": [] }'), /^\/version: required$/],
    ['a token', block('css', 'portal-request-form { --portal-acent: red; }'), /no token “--portal-acent”/],
    ['a part', block('css', 'portal-request-form::part(buton) { color: red; }'), /no part “buton”/],
    ['an attribute', block('html', '<portal-request-form endpoint="x" no-draft></portal-request-form>'), /“no-draft”/],
    ['a script of npm in a sentence', 'Then `npm run bild`.', /no script of npm “bild”/],
    ['a command of the package', block('sh', 'npx portal-request-form lnit x.json'), /no command “lnit”/],
    ['a file', block('sh', 'node --import ./x.mjs demo/server/man.ts'), /no file “demo\/server\/man\.ts”/],
  ];
  for (const [what, markdown, pattern] of mistakes) {
    it(`finds ${what}`, () => {
      assert.ok(snippetMistakes(markdown, names).some((mistake) => pattern.test(mistake)));
    });
  }

  it('finds nothing in what is right', () => {
    const right = [
      block('json', '{ "anything": 1 }'),
      block('html', '<portal-request-form endpoint="x" no-drafts data-x>\n</portal-request-form>'),
      block('css', 'portal-request-form { --portal-accent: red; }'),
      'Then `npm run build`, `npm test` and `npx portal-request-form lint portal.json`.',
    ];
    assert.deepEqual(snippetMistakes(right.join('\n'), names), []);
  });

  it('compiles scripts against the package, and reads those of frameworks', () => {
    const snippets = [
      ['js', "form.addEventListener('portal-submitted', ({ detail }) => detail.receipt.reference);"],
      ['js', "form.addEventListener('portal-submitted', ({ detail }) => detail.reciept);"],
      ['ts', "import { validateRequst } from 'portal-request-form/rules';\nvalidateRequst;"],
      ['tsx', 'const a = <b>{c}</b>;'],
      ['tsx', 'const a = <b>{c</b>;'],
    ] as const;
    const found = typeMistakes(snippets.map(([language, text], index) => ({ file: String(index), language, text })));
    assert.deepEqual([...new Set(found.map(({ file }) => file))], ['1', '2', '4']);
  });

  it('sees blocks inside of lists, too', () => {
    assert.deepEqual(snippetsIn('- first\n\n  ```json\n  {}\n  ```\n'), [{ language: 'json', text: '{}' }]);
  });
});
