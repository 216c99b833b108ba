import type { Field, RequestType } from '../contract/index.js';
import { isRecord } from '../rules/index.js';

/** The key that a row of a repeat keeps while rows are moved and removed; it is never sent. */
export const ROW_KEY = '$key';

export type RowAnswers = Readonly<Record<string, unknown>>;

/** The rows of a repeat's answer. */
export const rowsOf = (answer: unknown): readonly RowAnswers[] =>
  Array.isArray(answer) ? answer.filter(isRecord) : [];

/** What a row is known by: its own key, or its place as long as it has none. */
export const rowKey = (row: RowAnswers, index: number): string => {
  const key = row[ROW_KEY];
  return typeof key === 'string' ? key : String(index);
};

/** The rows, each with a key of its own, and as many empty ones after them as are asked for. */
export const withKeys = (rows: readonly RowAnswers[], empty = 0): RowAnswers[] => {
  const used = rows.map((row) => Number(/^r(\d+)$/.exec(rowKey(row, -1))?.[1] ?? 0));
  let last = Math.max(0, ...used);
  const fresh = (): string => `r${String((last += 1))}`;
  return [...rows, ...Array.from({ length: empty }, () => ({}))].map((row) =>
    ROW_KEY in row ? row : { ...row, [ROW_KEY]: fresh() },
  );
};

/** A row as it is sent. */
export const withoutKey = (row: RowAnswers): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== ROW_KEY));

const repeatAt = (type: RequestType | undefined, id: string): Field | undefined =>
  type?.sections.flatMap((section) => section.fields).find((field) => field.id === id && field.type === 'repeat');

const moved = (pointer: string, type: RequestType | undefined, change: (id: string, row: string) => string): string => {
  const [, part, id = '', row, ...rest] = pointer.split('/');
  if (part !== 'answers' || row === undefined || !repeatAt(type, id)) return pointer;
  return ['', part, id, change(id, row), ...rest].join('/');
};

type Answers = ReadonlyMap<string, unknown>;

/** `/answers/rooms/0/area` as the widget names it: by the key of the row, which stays when rows are moved. */
export const toKeyed = (pointer: string, answers: Answers, type: RequestType | undefined): string =>
  moved(pointer, type, (id, row) => {
    const found = rowsOf(answers.get(id))[Number(row)];
    return found ? rowKey(found, Number(row)) : row;
  });

/** The pointer into the submission for one of the widget's own. */
export const toIndexed = (pointer: string, answers: Answers, type: RequestType | undefined): string =>
  moved(pointer, type, (id, row) => {
    const index = rowsOf(answers.get(id)).findIndex((one, at) => rowKey(one, at) === row);
    return index < 0 ? row : String(index);
  });
