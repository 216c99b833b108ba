import type { Field, PortalConfig } from '../../../src/contract/index.js';
import type { Dice } from './dice.js';

/** A question of a drawn form: what the customer types, and what has to arrive. */
export interface Question {
  readonly field: Field;
  readonly label: string;
  /** As the control shows it when it is answered. */
  readonly typed: string | boolean;
  readonly answer: unknown;
}

export interface DrawnForm {
  readonly config: PortalConfig;
  readonly questions: readonly Question[];
  readonly isGuest: boolean;
  readonly hasChecklist: boolean;
  readonly hasTerms: boolean;
}

type Draw = (base: { id: string; label: string; required: boolean }, dice: Dice) => Omit<Question, 'label'>;

const WORDS = ['boiler', 'café', 'naïve', '漏水', 'œuvre', '3 × 4', '"quoted"', '<b>bold</b>'] as const;
const words = (dice: Dice): string => Array.from({ length: 1 + dice.below(4) }, () => dice.pick(WORDS)).join(' ');

const draws: readonly [Draw, ...Draw[]] = [
  (base, dice) => {
    const typed = words(dice);
    return { field: { ...base, type: 'text' }, typed, answer: typed };
  },
  (base, dice) => {
    const typed = `${words(dice)}\n${words(dice)}`;
    return { field: { ...base, type: 'textarea' }, typed, answer: typed };
  },
  (base, dice) => {
    const number = dice.below(100_000) / 4;
    return { field: { ...base, type: 'number', step: 0.01 }, typed: String(number), answer: number };
  },
  (base, dice) => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, label: `Option ${id}` }));
    const typed = dice.pick(['a', 'b', 'c']);
    return { field: { ...base, type: 'select', options }, typed, answer: typed };
  },
  (base, dice) => {
    const typed = `20${30 + dice.below(60)}-0${1 + dice.below(9)}-2${dice.below(9)}`;
    return { field: { ...base, type: 'date' }, typed, answer: typed };
  },
  (base) => ({ field: { ...base, type: 'checkbox' }, typed: true, answer: true }),
  (base, dice) => {
    const typed = `who${dice.below(1_000)}@example.com`;
    return { field: { ...base, type: 'email' }, typed, answer: typed };
  },
];

/** A small form with everything that is asked in it answered. */
export const drawForm = (dice: Dice): DrawnForm => {
  const questions = Array.from({ length: 2 + dice.below(4) }, (_, index) => {
    const label = `Question ${index}`;
    return { label, ...dice.pick(draws)({ id: `field-${index}`, label, required: dice.isHeads() }, dice) };
  });
  const [isGuest, hasChecklist, hasTerms] = [dice.isHeads(), dice.isHeads(), dice.isHeads()];
  return {
    ...{ questions, isGuest, hasChecklist, hasTerms },
    config: {
      version: '1',
      portal: { name: 'Portal', locale: 'en', locales: ['en'], timeZone: 'Europe/Amsterdam' },
      access: { signIn: ['password'], guests: true },
      requestTypes: [
        {
          id: 'one',
          label: 'One',
          sections: [{ id: 'all', fields: questions.map(({ field }) => field) }],
          checklist: hasChecklist ? [{ id: 'safe', label: 'Is it safe?', kind: 'yes-no', required: true }] : [],
          terms: hasTerms ? [{ id: 'general', version: '1', label: 'I agree', required: true }] : [],
        },
      ],
    },
  };
};
