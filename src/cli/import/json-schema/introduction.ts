import type { Draft } from '../draft.js';
import { textNote } from '../draft.js';
import { markdown } from '../html.js';
import { get, type JsonObject } from '../json.js';
import { textOf } from '../texts.js';
import type { Place } from './place.js';

/** What an object says about itself, above its fields. */
export const introduction = (schema: JsonObject, where: string, key: string, place: Place): Draft[] => {
  const text = textOf(get(schema, 'description'), place.desk, markdown);
  return text === undefined ? [] : [textNote(where, `${key}-text`, text, place.visibleWhen)];
};
