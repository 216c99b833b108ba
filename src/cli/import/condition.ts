/** How a condition compares an answer. */
export type Comparison =
  | 'equal'
  | 'different'
  | 'below'
  | 'at-most'
  | 'above'
  | 'at-least'
  | 'has'
  | 'lacks'
  | 'any-of'
  | 'all-of'
  | 'truthy'
  | 'answered'
  | 'unanswered';

/** A condition in the words of the form it comes from: its names of questions, its values of choices. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly name: string; readonly is: Comparison; readonly value?: unknown };

/** A condition and where it stands; without a condition it was there but could not be understood. */
export interface Clause {
  readonly where: string;
  readonly source: string;
  readonly condition: Condition | undefined;
}

/** One condition for several that all have to hold. */
export const allOf = (conditions: readonly Condition[]): Condition => {
  const [first, ...others] = conditions;
  return first !== undefined && others.length === 0 ? first : { all: conditions };
};

/** Every condition, or undefined when one of them is not understood. */
export const understood = (conditions: readonly (Condition | undefined)[]): readonly Condition[] | undefined => {
  const all = conditions.filter((condition) => condition !== undefined);
  return all.length === conditions.length && all.length > 0 ? all : undefined;
};
