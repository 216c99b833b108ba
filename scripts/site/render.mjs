import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { root } from '../root.mjs';
import { contents, DECISIONS, GROUPS, pageOf } from './contents.mjs';
import { renderDocument } from './document.mjs';
import { layOut } from './layout.mjs';

const HAS_SCHEME = /^[a-z][a-z+.-]*:|^\/\//i;

/** Width and height of a PNG, from its first bytes. */
const sizeOf = (png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) });

const pictureSizes = async (texts) => {
  const names = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/!\[[^\]]*\]\((?<href>[^)]+\.png)\)/g)].map(({ groups }) =>
      posix.join(dirname(file), groups.href),
    ),
  );
  const there = [...new Set(names)].filter((name) => existsSync(join(root, name)));
  return new Map(await Promise.all(there.map(async (name) => [name, sizeOf(await readFile(join(root, name)))])));
};

const firstHeading = (text) => /^# (?<heading>.+)$/m.exec(text)?.groups.heading.replaceAll('`', '') ?? '';

/** The list of decisions, which is a page although nobody writes it. */
const decisionsPage = (decisions, texts) =>
  [
    '# Decisions',
    'What was decided, and why it was decided so. None of these is changed; a later one says what holds instead.',
    decisions.map((file) => `- [${firstHeading(texts.get(file))}](${posix.basename(file)})`).join('\n'),
  ].join('\n\n');

const relative = (from, to) => posix.relative(posix.dirname(from), to) || posix.basename(to);

/** Says where the links of one document lead; a link to nothing is told to `miss`. */
const resolverOf = (file, { texts, sizes, exists, miss }) => {
  const page = pageOf(file);
  return (href) => {
    if (HAS_SCHEME.test(href) || href.startsWith('#')) return { address: href };
    const [path = '', hash] = href.split('#');
    const target = posix.normalize(posix.join(posix.dirname(file), decodeURI(path))).replace(/\/$/, '');
    const document = [target, `${target}/README.md`].find((name) => texts.has(name));
    const anchor = hash === undefined ? '' : `#${hash}`;
    if (document) {
      const title = anchor === '' ? firstHeading(texts.get(document)) : undefined;
      return { address: relative(page, pageOf(document)) + anchor, title };
    }
    if (sizes.has(target)) return { address: relative(page, pageOf(target)), size: sizes.get(target) };
    if (!exists(target)) miss(href);
    return { inRepository: target };
  };
};

const readAll = async () => {
  const { files, decisions, forgotten } = await contents();
  const written = files.filter((file) => file !== DECISIONS);
  const texts = new Map(
    await Promise.all(written.map(async (file) => [file, await readFile(join(root, file), 'utf8')])),
  );
  texts.set(DECISIONS, decisionsPage(decisions, texts));
  return { files, texts, forgotten };
};

const labels = new Map(GROUPS.flatMap(({ pages }) => pages));

/** The pages of the navigation, as one of them links to them. */
const groupsFor = (page, documents) =>
  GROUPS.map(({ name, pages }) => ({
    name,
    pages: pages.map(([file, label]) => ({
      href: relative(page, pageOf(file)),
      page: pageOf(file),
      label: label ?? documents.get(file).title,
    })),
  }));

/**
 * Renders every document. Gives `pages` (`rules.html` -> its HTML), their `texts`, the `pictures` that they show, as paths in the repository,
 * and `mistakes`: links to what is not there, and documents that the navigation lacks.
 */
export const renderSite = async () => {
  const { files, texts, forgotten } = await readAll();
  const sizes = await pictureSizes(texts);
  const mistakes = forgotten.map((file) => `${file} is in no group of scripts/site/contents.mjs`);
  const exists = (path) => !path.startsWith('..') && existsSync(join(root, path));
  const documents = new Map(
    files.map((file) => {
      const miss = (href) => mistakes.push(`${file}: “${href}” leads to nothing`);
      return [file, renderDocument(texts.get(file), resolverOf(file, { texts, sizes, exists, miss }))];
    }),
  );
  const neighbour = (page, file) =>
    file && { href: relative(page, pageOf(file)), label: labels.get(file) ?? documents.get(file).title };
  const pages = new Map(
    files.map((file, index) => {
      const page = pageOf(file);
      const html = layOut({
        ...documents.get(file),
        current: page.startsWith('decisions/') ? pageOf(DECISIONS) : page,
        up: '../'.repeat(page.split('/').length - 1),
        file: file === DECISIONS ? 'docs/decisions' : file,
        groups: groupsFor(page, documents),
        previous: neighbour(page, files[index - 1]),
        next: neighbour(page, files[index + 1]),
      });
      return [page, html];
    }),
  );
  return { pages, texts, pictures: [...sizes.keys()], mistakes };
};
