import { isAcceptedFile } from '../../rules/index.js';
import type { FileLimits } from '../pending-files.js';

const EXTENSION_TYPES: Record<string, string> = { heic: 'image/heic', heif: 'image/heif', pdf: 'application/pdf' };

const LONGEST_NAME = 300;

const endingOf = (name: string): string => name.toLowerCase().split('.').at(-1) ?? '';

/** A file with a name without control characters or path parts, and a type where the browser knows none. */
export const tidy = (file: File): File => {
  const name =
    file.name
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]/gu, '_')
      .slice(-LONGEST_NAME) || 'file';
  const type = file.type || EXTENSION_TYPES[endingOf(name)] || 'application/octet-stream';
  return name === file.name && type === file.type ? file : new File([file], name, { type });
};

/** Whether a file of this name and type may be added; anything may where nothing is said. */
export const accepts = ({ accept }: FileLimits, file: Pick<File, 'name' | 'type'>): boolean =>
  !accept?.length || isAcceptedFile(file, accept);

/** Why a file is refused before it is sent: an issue code, or nothing. */
export const refusalOf = (file: File, limits: FileLimits): string | undefined => {
  if (file.size === 0) return 'file-empty';
  if (!accepts(limits, file)) return 'file-type';
  return limits.maxBytes !== undefined && file.size > limits.maxBytes ? 'file-size' : undefined;
};

/** Pictures that may tell of a place, or be shown small; a drawing never is a photo. */
export const isPicture = ({ type }: File, pointer: string): boolean =>
  /^image\/(?!svg)/.test(type) && !pointer.endsWith('/attachment');
