import type { Attachment } from '../contract/index.js';
import { isRecord } from '../rules/index.js';
import type { ItemEntry } from './request-state.js';
import { rowKey, rowsOf } from './rows.js';

/** A signature's drawing stands alone at this place; anywhere else files are a list. */
const SINGLE = 'attachment';

const inside = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return value;
  const row = Array.isArray(value) ? rowsOf(value).find((one, index) => rowKey(one, index) === name) : undefined;
  const holder = row ?? value;
  if (row) return inside(row, rest);
  return isRecord(holder) && Object.hasOwn(holder, name) ? inside(holder[name], rest) : undefined;
};

const changed = (value: unknown, [name, ...rest]: readonly string[], files: unknown): unknown => {
  if (name === undefined) return files;
  if (name === SINGLE && rest.length === 0) return files === undefined ? {} : { [SINGLE]: files };
  if (Array.isArray(value)) {
    return rowsOf(value).map((row, index) => (rowKey(row, index) === name ? changed(row, rest, files) : row));
  }
  return { ...(isRecord(value) ? value : {}), [name]: changed(isRecord(value) ? value[name] : undefined, rest, files) };
};

interface Given {
  readonly answers: ReadonlyMap<string, unknown>;
  readonly checklist: ReadonlyMap<string, ItemEntry>;
}

const placeOf = (pointer: string) => {
  const [, part, id = '', ...path] = pointer.split('/');
  return { isAnswer: part === 'answers', id, path };
};

/**
 * The files that the server has for a control: at `/answers/photos`, `/answers/rooms/r1/photos` (a row by its key),
 * `/answers/sign/attachment` or `/checklist/power/photos`.
 */
export const filesIn = ({ answers, checklist }: Given, pointer: string): readonly Attachment[] => {
  const { isAnswer, id, path } = placeOf(pointer);
  const found = isAnswer ? inside(answers.get(id), path) : checklist.get(id)?.photos;
  if (Array.isArray(found)) return found as Attachment[];
  return path.at(-1) === SINGLE && isRecord(found) ? [found as unknown as Attachment] : [];
};

/** The answer or the item with these files in it. */
export const withFilesIn = ({ answers, checklist }: Given, pointer: string, files: readonly Attachment[]): Given => {
  const { isAnswer, id, path } = placeOf(pointer);
  if (!isAnswer) return { answers, checklist: new Map([...checklist, [id, { ...checklist.get(id), photos: files }]]) };
  const value = path.at(-1) === SINGLE ? files.at(-1) : files;
  return { answers: new Map([...answers, [id, changed(answers.get(id), path, value)]]), checklist };
};

/** A file that the server has, with the control that it stands at. */
interface PlacedFile {
  readonly pointer: string;
  readonly file: Attachment;
}

const isAttachment = (value: unknown): value is Attachment =>
  isRecord(value) && typeof value['id'] === 'string' && typeof value['size'] === 'number' && 'type' in value;

const placed = (value: unknown, pointer: string): PlacedFile[] => {
  if (isAttachment(value)) return [{ pointer, file: value }];
  if (Array.isArray(value)) {
    return value.every(isAttachment)
      ? value.map((file) => ({ pointer, file }))
      : rowsOf(value).flatMap((row, index) => placed(row, `${pointer}/${rowKey(row, index)}`));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => placed(inner, `${pointer}/${name}`));
};

/** Every file in the answers and the checklist, with its place as `filesIn` takes it. */
export const allFiles = ({ answers, checklist }: Given): PlacedFile[] => [
  ...[...answers].flatMap(([id, answer]) => placed(answer, `/answers/${id}`)),
  ...[...checklist].flatMap(([id, { photos = [] }]) => placed(photos, `/checklist/${id}/photos`)),
];
