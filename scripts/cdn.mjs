// Lays the built scripts out for a CDN: `node scripts/cdn.mjs FOLDER` writes FOLDER/<version>/, which never changes again, and
// FOLDER/<series>/, which follows: 1 for 1.4.2, and 0.1 for 0.1.3.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { layRelease } from './cdn-release.mjs';
import { root } from './root.mjs';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder that the CDN serves: npm run cdn -- FOLDER');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
for (const line of await layRelease({ from: join(root, 'dist'), to: folder, version })) console.log(line);
