import type { Field, FieldType } from '../contract/index.js';
import type { Snapshot } from '../controller/contexts.js';
import { summariseField } from '../fields/registry.js';
import { isAnswered } from '../rules/answered.js';
import { sentAnswer } from '../state/view.js';

/** The most that one message may say, in characters. */
export const LONGEST = 5000;

const FILES: ReadonlySet<FieldType> = new Set<FieldType>(['file', 'signature']);

/** A label before what was answered: a question has its mark already. */
const lead = (label: string): string => (/[?!:]$/.test(label) ? label : `${label}:`);

const shown = ({ view }: Snapshot): Field[] =>
  (view.type?.sections ?? [])
    .flatMap((section): Field[] => section.fields)
    .filter(({ id, type }) => type !== 'note' && view.visible.fields.has(id) && isAnswered(sentAnswer(view, id)));

const answerLines = (snapshot: Snapshot): string[] => {
  const { view, words, more } = snapshot;
  return shown(snapshot)
    .filter(({ type }) => !FILES.has(type))
    .map((field) => {
      const text = summariseField(field, sentAnswer(view, field.id), words, more);
      return `${lead(words.text(field.label))}${text.includes('\n') ? '\n' : ' '}${text}`;
    });
};

const itemLines = ({ state, view, words }: Snapshot): string[] =>
  (view.type?.checklist ?? []).flatMap(({ id, label }) => {
    const { answer, note } = (view.visible.items.has(id) ? state.checklist.get(id) : undefined) ?? {};
    if (!answer) return [];
    return [
      `${lead(words.text(label))} ${[words.message(`checklist.${answer}`), note?.trim()].filter(Boolean).join(' · ')}`,
    ];
  });

/** What was entered, a line each, to add to another request. */
export const summaryText = (snapshot: Snapshot): string =>
  [...answerLines(snapshot), ...itemLines(snapshot)].join('\n').slice(0, LONGEST);

/** Whether something was entered that a text cannot say. */
export const hasFiles = (snapshot: Snapshot): boolean =>
  shown(snapshot).some(({ type }) => FILES.has(type)) ||
  [...snapshot.state.checklist.values()].some(({ photos }) => photos?.length);
