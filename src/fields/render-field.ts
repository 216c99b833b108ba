import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Field, FieldOf, FieldType, Issue } from '../contract/index.js';
import { isRequired, resolveDate } from '../rules/index.js';
import { isMore } from '../state/more.js';
import { timeZoneOf } from '../state/request-view.js';
import type { Around, FieldProps } from './field.js';
import { descriptorOf } from './registry.js';

/** Where an answer stands, and how it is changed. */
export interface Place {
  readonly pointer: string;
  readonly answer: unknown;
  change(make: (answer: unknown) => unknown): Promise<void>;
}

const noUploads: FieldProps<'file'>['uploads'] = [];
const noIssues: ReadonlyMap<string, Issue> = new Map();

/** Field types that show files on their way. */
const withUploads: ReadonlySet<FieldType> = new Set<FieldType>(['file', 'signature', 'repeat']);

const below = (shown: ReadonlyMap<string, Issue>, pointer: string): ReadonlyMap<string, Issue> =>
  new Map([...shown].filter(([control]) => control.startsWith(`${pointer}/`)));

const propsOf = <T extends FieldType>(around: Around, field: FieldOf<T>, place: Place): FieldProps<T> => {
  const { snapshot, actions, mark, lookup } = around;
  const { state, view, words, more } = snapshot;
  const type: FieldType = field.type;
  return {
    field,
    ...place,
    give: (answer) => place.change(() => answer),
    issue: view.shown.get(place.pointer),
    issues: isMore(type) ? below(view.shown, place.pointer) : noIssues,
    missing: descriptorOf(field, more).missing,
    isRequired: isRequired(field, lookup),
    mark,
    origin: state.origins.get(field.id),
    uploads: withUploads.has(type) ? state.uploads : noUploads,
    isMoreMissing: state.isMoreMissing,
    words,
    actions,
    around,
    resolveDate: (bound) => resolveDate(bound, new Date(), timeZoneOf(state)),
  };
};

/** Everything a field shows depends on these; where none of them changed, the field is not touched. */
const inputsOf = (around: Around, field: Field, place: Place): unknown[] => {
  const { state, view, words } = around.snapshot;
  return [
    field,
    place.pointer,
    place.answer,
    view.shown.get(place.pointer)?.code,
    isRequired(field, around.lookup),
    around.mark,
    state.origins.get(field.id),
    withUploads.has(field.type) ? state.uploads : noUploads,
    words,
    ...(isMore(field.type) ? moreInputs(around, field, place) : []),
  ];
};

/** The rarer fields come later, show more than one issue, and rows depend on the answers around them. */
const moreInputs = ({ snapshot: { state, view, more } }: Around, { type }: Field, { pointer }: Place): unknown[] => {
  const issues = [...below(view.shown, pointer)].map(([control, { code }]) => `${control} ${code}`);
  return [state.isMoreMissing, more, type === 'repeat' ? state : issues.join()];
};

/** One field at its place. */
export const renderField = (around: Around, field: Field, place: Place): unknown =>
  guard(inputsOf(around, field, place), (): TemplateResult =>
    descriptorOf(field as { type: FieldType }, around.snapshot.more).render(propsOf<FieldType>(around, field, place)),
  );
