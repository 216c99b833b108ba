import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.mjs';

const place = join(root, 'demo/embeds/wordpress/.wordpress');

/** The files of WordPress that the plugin is tried with. */
export const WORDPRESS = join(place, 'usr/share/wordpress');

const isRoot = process.getuid?.() === 0;
const hasPhp = () => spawnSync('php', ['-r', 'exit(class_exists("DOMDocument") ? 0 : 1);']).status === 0;

const quietly = (command, argv, cwd = root) => execFileSync(command, argv, { cwd, stdio: 'pipe' });

/** Brings PHP and, without installing it, Debian's WordPress; throws with what to install where that is not possible. */
export const ensureWordPress = async () => {
  if (!hasPhp() && isRoot) quietly('apt-get', ['install', '-y', '-qq', 'php-cli', 'php-xml']);
  if (!hasPhp()) throw new Error('PHP with its xml extension is not there: apt-get install php-cli php-xml');
  if (existsSync(WORDPRESS)) return;
  const folder = await mkdtemp(join(tmpdir(), 'wordpress-'));
  quietly('apt-get', ['download', '-qq', 'wordpress'], folder);
  await mkdir(place, { recursive: true });
  const [archive] = await readdir(folder);
  quietly('dpkg', ['-x', join(folder, archive), place]);
  await rm(folder, { recursive: true });
};
