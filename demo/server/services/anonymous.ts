import type { Field, RequestType, Submission } from 'portal-request-form/contract';

/** Kinds of fields whose answers the office wrote itself, so that they say what was asked and not who asked. */
const CHOSEN: ReadonlySet<Field['type']> = new Set<Field['type']>(['select', 'radio', 'checkboxes', 'checkbox']);

type Answers = Submission['answers'];

const chosenIn = (fields: readonly Field[], answers: Answers): Answers =>
  Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      if (!Object.hasOwn(answers, field.id)) return [];
      const answer = answers[field.id];
      if (CHOSEN.has(field.type)) return [[field.id, answer]];
      if (field.type !== 'repeat') return [];
      return [[field.id, (answer as readonly Answers[]).map((row) => chosenIn(field.fields, row))]];
    }),
  );

/** What of a submission leads to nobody: choices, the checklist without notes and photos, and which terms were accepted. */
export const anonymousSubmission = (type: RequestType | undefined, submission: Submission): Submission => {
  const { requestType, configVersion, locale, answers, checklist, terms } = submission;
  return {
    ...{ requestType, configVersion, locale, terms },
    answers: chosenIn(type?.sections.flatMap(({ fields }) => fields) ?? [], answers),
    checklist: Object.fromEntries(Object.entries(checklist).map(([id, { answer }]) => [id, { answer }])),
  };
};
