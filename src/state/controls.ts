import type { Field, RequestType } from '../contract/index.js';
import { planOf } from '../rules/order.js';

/** How many parts of the path below a field still lead to a control of their own. */
const depthIn = (field: Field | undefined, [row, id, ...rest]: readonly string[]): number => {
  if (field?.type === 'address') return 1;
  if (field?.type !== 'repeat' || row === undefined || id === undefined) return 0;
  const inner = field.fields.find((one) => one.id === id);
  return 2 + depthIn(inner, rest);
};

/**
 * The pointer of the control that shows an issue: `/answers/photos/0` is shown at `/answers/photos`, a part of an
 * address and a field in a row at their own.
 */
export const controlOf = (pointer: string, type: RequestType | undefined): string => {
  const parts = pointer.split('/');
  const [, group, id, ...path] = parts;
  if (group === 'checklist') return parts.slice(0, 4).join('/');
  const field = type && id !== undefined ? planOf(type).fields.get(id) : undefined;
  return parts.slice(0, 3 + (group === 'answers' ? depthIn(field, path) : 0)).join('/');
};
