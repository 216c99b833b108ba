// Says whether a tarball of `npm pack` holds what it should and nothing else, is not too large, and has the hashes of its scripts.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { packageMistakes } from './package-contents.mjs';

const [tarball] = process.argv.slice(2);
if (!tarball) throw new Error('Name the tarball: node scripts/package.mjs portal-request-form-….tgz');

const folder = await mkdtemp(join(tmpdir(), 'contents-'));
execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const files = new Map(await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path)])));
const { size } = await stat(tarball);
await rm(folder, { recursive: true });

const mistakes = packageMistakes(files, size);
for (const mistake of mistakes) console.error(mistake);
console.log(`${files.size} files, ${Math.round(size / 1000)} kB packed`);
process.exit(mistakes.length > 0 ? 1 : 0);
