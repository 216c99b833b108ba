// The floors of the house, lowest first. Imports point to a lower floor, or stay on their own; the linter reads this to
// hold the walls, and the drawing in docs/architecture.md is made from it.

/** The floor of the files that stand in src/ itself. */
export const ROOF = 'element';

export const floors = [
  { name: 'F0', parts: { contract: 'the wire as schemas and types' } },
  { name: 'F1', parts: { rules: 'what is true of a request', i18n: 'the words people see' } },
  {
    name: 'F2',
    parts: { state: 'the widget’s state and its transitions', api: 'network and storage', cli: 'commands for Node' },
  },
  { name: 'F3', parts: { controller: 'holds the state, answers events with effects' } },
  {
    name: 'F4',
    parts: {
      fragments: 'what steps share',
      fields: 'one file a field type',
      more: 'the fields that few requests have',
      diagnose: 'why an embed does not work',
      dialog: 'the form in a dialog',
      styles: 'tokens and style sheets',
    },
  },
  { name: 'F5', parts: { steps: 'one small element a step' } },
  { name: 'F6', parts: { [ROOF]: 'the element, its events, its definition' } },
];

/** Walls within a floor: the first knows nothing of the second. */
const innerWalls = [
  ['rules', 'i18n'],
  ['i18n', 'rules'],
  ['state', 'api'],
  ['state', 'cli'],
  ['api', 'cli'],
  ['cli', 'state'],
  ['cli', 'api'],
  ['fields', 'more'],
  ['fragments', 'more'],
  ['styles', 'fields'],
  ['styles', 'more'],
  ['styles', 'fragments'],
];

/** Parts on lower floors that a part has no business with. */
const outerWalls = [['cli', 'i18n']];

const pattern = (part) => (part === ROOF ? './src/*.ts' : `./src/${part}/**`);

/** Zones for the lint rule `no-restricted-paths`. */
export const importZones = () => {
  const partsOf = ({ parts }) => Object.keys(parts);
  const upwards = floors.flatMap((floor, height) =>
    partsOf(floor).map((part) => ({
      target: pattern(part),
      from: floors
        .slice(height + 1)
        .flatMap(partsOf)
        .map(pattern),
      message: `${part} is ${floor.name}: it imports from its own floor or a lower one.`,
    })),
  );
  const walls = [...innerWalls, ...outerWalls].map(([part, other]) => ({
    target: pattern(part),
    from: pattern(other),
    message: `${part} knows nothing of ${other}.`,
  }));
  return [...upwards.filter(({ from }) => from.length > 0), ...walls];
};
