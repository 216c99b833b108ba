import type { Field, Issue } from '../contract/index.js';
import type { MessageKey } from '../i18n/messages.js';
import type { Params, Translator } from '../i18n/translate.js';

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const BY_TYPE: Record<string, Record<string, MessageKey>> = {
  number: { type: 'issue.number' },
  date: { type: 'issue.date', date: 'issue.date', min: 'issue.date.min', max: 'issue.date.max' },
  time: { type: 'issue.time', time: 'issue.time' },
  signature: { attachment: 'signature.gone', 'upload-failed': 'signature.failed' },
  appointment: {
    date: 'issue.date',
    min: 'issue.date.min',
    max: 'issue.date.max',
    weekday: 'appointment.weekday',
    duplicate: 'appointment.duplicate',
  },
};

/** Numbers, dates and sizes in the issue's parameters, as people write them. */
const readable = (issue: Issue, words: Translator): Params =>
  Object.fromEntries(
    Object.entries(issue.params ?? {}).map(([name, value]) => {
      if (isDate(value)) return [name, words.date(value)];
      if (typeof value !== 'number') return [name, value];
      return [name, issue.code === 'file-size' ? words.bytes(value) : words.number(value)];
    }),
  );

/** Finer words than those of the code alone: by the field's type, its own message, or the format that was expected. */
const finerText = (issue: Issue, words: Translator, params: Params, field: Field | undefined): string | undefined => {
  if (issue.code === 'format') {
    const format = `format.${String(issue.params?.format)}`;
    return words.find(`issue.${format}`) ?? words.find(`address.${format}`);
  }
  if (issue.code === 'pattern' && field?.type === 'text') return words.text(field.patternMessage) || undefined;
  const key = field && BY_TYPE[field.type]?.[issue.code];
  return key && words.message(key, params);
};

/** The sentence for an issue: how to mend it. `field` chooses finer words where it is known. */
export const issueText = (issue: Issue, words: Translator, missing: MessageKey, field?: Field): string => {
  if (issue.code === 'required') return words.message(missing);
  const params = readable(issue, words);
  return (
    finerText(issue, words, params, field) ??
    words.find(`issue.${issue.code}`, params) ??
    words.message('issue.unknown')
  );
};
