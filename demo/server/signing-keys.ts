import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './error-code.js';
import { createSigning, type Signing } from './services/signing.js';

/** A key that cannot be used; the message says where it is and what to do. */
export class SigningKeyError extends Error {}

/** The key that signs now; every other key in the folder signed before. */
const CURRENT = 'current.pem';

const keyIn = (pem: string, where: string, needsPrivate: boolean): KeyObject => {
  try {
    const key = needsPrivate ? createPrivateKey(pem) : createPublicKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    throw new SigningKeyError(wrongKey(where, needsPrivate)); // what OpenSSL says may quote the key
  }
  throw new SigningKeyError(wrongKey(where, needsPrivate));
};

const wrongKey = (where: string, isPrivate: boolean): string =>
  `${where} is no ${isPrivate ? 'private ' : ''}Ed25519 key in PEM. ` +
  'Make one with "openssl genpkey -algorithm ed25519", or take it away to have one made.';

/** Writes a new key where there is none yet, whole or not at all, for the owner's eyes only. */
const makeKey = async (folder: string): Promise<void> => {
  const own = join(folder, `new.${process.pid}.${randomBytes(4).toString('hex')}`);
  const file = await open(own, 'wx', 0o600);
  try {
    await file.writeFile(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
    await link(own, join(folder, CURRENT));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error; // another process was first: its key counts
  } finally {
    await file.close();
    await rm(own, { force: true });
  }
};

const readCurrent = async (folder: string): Promise<string> => {
  const path = join(folder, CURRENT);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await makeKey(folder);
    return readFile(path, 'utf8');
  }
};

/**
 * Signs with the key that is given (PEM), else with the one kept in the folder, which is made once. Any other `.pem` in
 * the folder is a retired key: receipts that it signed can still be checked. Throws a `SigningKeyError`.
 */
export const openSigning = async (folder: string, given?: string): Promise<Signing> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const current =
    given === undefined
      ? keyIn(await readCurrent(folder), join(folder, CURRENT), true)
      : keyIn(given, 'SIGNING_KEY', true);
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith('.pem') && (given !== undefined || name !== CURRENT),
  );
  const retired: KeyObject[] = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    retired.push(keyIn(await readFile(path, 'utf8'), path, false));
  }
  return createSigning(current, retired);
};
