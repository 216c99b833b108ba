import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { Address } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import { singleShell, type ControlAria, type ShellProps } from '../fields/field-shell.js';
import { issueText } from '../fields/issue-text.js';
import { countriesOf, countryName, countryOf, foundWith, isDutch, partsOf } from './address-answer.js';

type Props = FieldProps<'address'>;
export type Part = keyof Address;
export type TextPart = Exclude<Part, 'country'>;

/** How a part of the address stands at this moment. */
export interface PartState {
  readonly isLocked: boolean;
  /** Instead of the issue of the part; an empty one hides it. */
  readonly error?: string;
  typed(part: Part, value: string): void;
  /** The part was left: it may be put in order now. */
  left(): void;
}

interface Traits {
  readonly autocomplete: string;
  readonly maxLength: number;
  readonly autocapitalize?: string;
}

const TRAITS: { readonly [P in TextPart]: Traits } = {
  postcode: { autocomplete: 'postal-code', maxLength: 20, autocapitalize: 'characters' },
  houseNumber: { autocomplete: 'off', maxLength: 20 },
  addition: { autocomplete: 'off', maxLength: 20 },
  street: { autocomplete: 'address-line1', maxLength: 200 },
  city: { autocomplete: 'address-level2', maxLength: 200 },
};

const shellOfPart = (props: Props, part: Part, error: string | undefined): ShellProps => {
  const { words, field, pointer, isRequired, issues } = props;
  const issue = issues.get(`${pointer}/${part}`);
  const own = error ?? (issue && issueText(issue, words, 'issue.required', field));
  const isOptional = part === 'addition';
  return {
    pointer: `${pointer}/${part}`,
    label: words.message(`address.${part}`),
    help: '',
    error: own || undefined,
    isRequired: isRequired && !isOptional,
    mark: isOptional && !field.readOnly ? words.message('optional') : undefined,
  };
};

const ariaAttributes = (aria: ControlAria) => ({
  required: aria.isRequired ? 'true' : nothing,
  invalid: aria.isInvalid ? 'true' : nothing,
  describedBy: aria.describedBy ?? nothing,
});

const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

const tokenOf = ({ field }: Props, token: string): string => (field.autocomplete === 'off' ? 'off' : token);

/** One part that is typed. */
export const textPart = (props: Props, part: TextPart, { isLocked, error, typed, left }: PartState): TemplateResult => {
  const { autocomplete, maxLength, autocapitalize } = TRAITS[part];
  const parts = partsOf(props.answer);
  const isNumeric = part === 'houseNumber' && isDutch(props.field, parts);
  return singleShell(shellOfPart(props, part, error), (aria) => {
    const { required, invalid, describedBy } = ariaAttributes(aria);
    return html`<input
      part="control"
      type="text"
      id=${aria.id}
      name=${`${props.field.id}.${part}`}
      autocomplete=${tokenOf(props, autocomplete)}
      autocapitalize=${ifDefined(autocapitalize)}
      inputmode=${isNumeric ? 'numeric' : nothing}
      maxlength=${maxLength}
      .value=${live(parts[part] ?? '')}
      ?readonly=${isLocked}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      @input=${(event: Event) => {
        typed(part, valueOf(event));
      }}
      @change=${left}
    />`;
  });
};

const option = (value: string, label: string, chosen: string): TemplateResult =>
  html`<option value=${value} ?selected=${value === chosen}>${label}</option>`;

const selectPart = (
  props: Props,
  part: Part,
  { isLocked, error, typed }: PartState,
  chosen: string,
  options: readonly TemplateResult[],
): TemplateResult =>
  singleShell(shellOfPart(props, part, error), (aria) => {
    const { required, invalid, describedBy } = ariaAttributes(aria);
    return html`<select
      part="control"
      id=${aria.id}
      name=${`${props.field.id}.${part}`}
      autocomplete=${part === 'country' ? tokenOf(props, 'country') : 'off'}
      .value=${live(chosen)}
      ?disabled=${isLocked}
      aria-required=${required}
      aria-invalid=${invalid}
      aria-describedby=${describedBy}
      @change=${(event: Event) => {
        typed(part, valueOf(event));
      }}
    >
      ${options}
    </select>`;
  });

/** The countries to choose from; nothing where there is only one. */
export const countryPart = (props: Props, state: PartState): TemplateResult | typeof nothing => {
  const { field, words, answer } = props;
  const countries = countriesOf(field);
  const country = countryOf(field, partsOf(answer));
  const isKnown = countries.includes(country);
  if (countries.length < 2 && isKnown) return nothing;
  const names = countries.map((code) => [code, countryName(code, words)] as const);
  const sorted = names.toSorted(([, one], [, other]) => one.localeCompare(other, words.locale));
  const options = sorted.map(([code, name]) => option(code, name, country));
  const unknown = isKnown ? [] : [option(country, words.message('choose'), country)];
  return selectPart(props, 'country', state, country, [...unknown, ...options]);
};

/** The additions that were found, `none` among them where there is such an address. */
export const additionList = (props: Props, found: readonly Address[], state: PartState): TemplateResult => {
  const { words, answer } = props;
  const chosen = partsOf(answer).addition ?? '';
  const additions = found.flatMap(({ addition }) => (addition ? [addition] : []));
  const hasNone = additions.length < found.length;
  const known = foundWith(found, chosen)?.addition ?? '';
  const own = chosen && chosen !== known && !additions.includes(chosen) ? [chosen] : [];
  return selectPart(props, 'addition', state, chosen, [
    option('', words.message(hasNone ? 'address.none' : 'choose'), chosen),
    ...[...additions, ...own].map((addition) => option(addition, addition, chosen)),
  ]);
};
