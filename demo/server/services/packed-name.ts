import { fileName } from './file-name.js';

/** In bytes: with the folders before it, a path stays below the 260 characters that Windows takes. */
const LONGEST = 150;
const LONGEST_EXTENSION = 20;

const EXTENSION = new RegExp(`\\.[^.\\s]{1,${LONGEST_EXTENSION}}$`, 'u');
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

const splitName = (name: string): [stem: string, extension: string] => {
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  return extension === name ? [name, ''] : [name.slice(0, name.length - extension.length), extension];
};

const shortened = (text: string, bytes: number): string => {
  let left = bytes;
  let short = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    short += character;
  }
  return short;
};

/**
 * A name under which a file can be unpacked anywhere: no folders, control or direction characters, nothing that Windows
 * refuses or takes for a device, at most 150 bytes long.
 */
export const packedName = (given: string): string => {
  const plain = fileName(given)
    .replace(/[<>:"|?*]/g, '_')
    .replace(/[. ]+$/, '');
  const [stem, extension] = splitName(plain);
  const short = `${shortened(stem, LONGEST - Buffer.byteLength(extension))}${extension}`;
  return short === '' ? 'file' : short.replace(DEVICE, '_$&');
};

/** Gives each path once, whatever the case: `photo.png`, `photo (2).png`. */
export const createPaths = (): ((folder: string, name: string) => string) => {
  const taken = new Set<string>();
  return (folder, name) => {
    const [stem, extension] = splitName(name);
    let path = `${folder}/${name}`;
    for (let count = 2; taken.has(path.toLowerCase()); count += 1) path = `${folder}/${stem} (${count})${extension}`;
    taken.add(path.toLowerCase());
    return path;
  };
};
