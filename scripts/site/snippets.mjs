// What is wrong with the snippets of a document, as far as it can be said without a browser or a compiler.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lexer, walkTokens } from 'marked';
import { tsImport } from 'tsx/esm/api';
import { root } from '../root.mjs';

/**
 * The blocks of code in a document.
 *
 * @param {string} markdown
 * @returns {{ language: string, text: string }[]}
 */
export const snippetsIn = (markdown) => {
  const found = [];
  walkTokens(lexer(markdown), (token) => {
    if (token.type === 'code') found.push({ language: token.lang ?? '', text: token.text });
  });
  return found;
};

/** What snippets may name: scripts of npm, commands of the package, and the names of the element. */
export const readNames = async () => {
  const read = async (file) => readFile(join(root, file), 'utf8');
  const { scripts } = JSON.parse(await read('package.json'));
  const element = JSON.parse(await read('custom-elements.json')).modules[0].declarations[0];
  const namesOf = (list) => new Set(list.map(({ name }) => name));
  const { lintJson } = await tsImport('../../src/rules/index.ts', import.meta.url);
  return {
    scripts: new Set(Object.keys(scripts)),
    commands: new Set(
      [...(await read('src/cli/main.ts')).matchAll(/\['(\w+)', \w+Command\]/g)].map(([, name]) => name),
    ),
    attributes: namesOf(element.attributes),
    tokens: namesOf(element.cssProperties),
    parts: namesOf(element.cssParts),
    isFile: (path) => existsSync(join(root, path)),
    lint: lintJson,
  };
};

const unknown = (text, pattern, isKnown, what) =>
  [...text.matchAll(pattern)].filter(([, name]) => !isKnown(name)).map(([, name]) => `there is no ${what} “${name}”`);

const inJson = (text, { lint }) => {
  try {
    const value = JSON.parse(text);
    const isConfiguration = Array.isArray(value.requestTypes) && 'portal' in value;
    const errors = isConfiguration ? lint(value).filter(({ severity }) => severity === 'error') : [];
    return errors.map(({ pointer, code }) => `${pointer}: ${code}`);
  } catch (error) {
    return [`this is no JSON: ${error.message}`];
  }
};

const inCss = (text, { tokens, parts }) => [
  ...unknown(text, /(--portal-[a-z-]+)/g, (name) => tokens.has(name), 'token'),
  ...unknown(text, /::part\(([a-z-]+)\)/g, (name) => parts.has(name), 'part'),
];

/** Attributes that every element has. */
const EVERYWHERE = /^(?:id|class|slot|dir|hidden|data-[a-z-]+)$/;

const inHtml = (text, names) => {
  const tags = [...text.matchAll(/<portal-request-form\b([^>]*)>/g)].map(([, attributes]) => attributes);
  const isKnown = (name) => names.attributes.has(name) || EVERYWHERE.test(name);
  return [
    ...tags.flatMap((tag) => unknown(tag, /(?:^|\s)([a-z-]+)(?==|\s|$)/g, isKnown, 'attribute')),
    ...inCss(text, names),
  ];
};

const BY_LANGUAGE = { json: inJson, css: inCss, html: inHtml };

/** Commands wherever a document names them, in blocks and in sentences. */
const namedCommands = (markdown, { scripts, commands, isFile }) => [
  ...unknown(markdown, /npm run ([\w:-]+)/g, (name) => scripts.has(name), 'script of npm'),
  ...unknown(markdown, /npm (test|start)\b/g, (name) => scripts.has(name), 'script of npm'),
  ...unknown(markdown, /npx portal-request-form ([a-z]+)/g, (name) => commands.has(name), 'command'),
  ...unknown(
    markdown,
    /(?:node|tsx) (?:--[\w-]+(?:=\S+| \.\S+)? )*((?:scripts|demo|test)\/[\w./-]+\w)/g,
    isFile,
    'file',
  ),
];

/**
 * What is wrong in one document; `names` are those of `readNames()`.
 *
 * @returns {string[]}
 */
export const snippetMistakes = (markdown, names) => [
  ...snippetsIn(markdown).flatMap(({ language, text }) => BY_LANGUAGE[language]?.(text, names) ?? []),
  ...namedCommands(markdown, names),
];
