import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AppointmentChoice } from '../contract/index.js';
import type { FieldProps } from '../fields/field.js';
import { groupShell, shellOf, type ControlAria, type ShellProps } from '../fields/field-shell.js';
import { DEFAULT_CHOICES } from '../rules/index.js';
import {
  boundsOf,
  choiceName,
  choicesOf,
  dayName,
  daysFrom,
  firstDays,
  isSame,
  refusalOf,
  weekdayName,
  type Bounds,
} from './appointment-days.js';
import { issueIndex, preferenceKey, preferenceList } from './appointment-list.js';
import { dayGrid, otherDate } from './appointment-offer.js';
import { beforeNext } from './before-next.js';

/** How many days are offered at a time. */
const DAYS = 5;
/** Whoever is still typing a year has not meant one before this. */
const FIRST_DATE = '1000-01-01';

type Props = FieldProps<'appointment'>;

/** An `appointment` field: days and parts of them, in order of preference. */
export class AppointmentElement extends LitElement {
  @property({ attribute: false }) props?: Props;

  #count = DAYS;
  /** The date that was typed to see its parts; it is no choice yet. */
  #wished = '';
  /** The first day that is offered, where it is not the first of all. */
  #start?: string;
  #refusal?: string;
  #said = '';

  constructor() {
    super();
    beforeNext(this, () => this.#isHalfChosen());
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    const acts = {
      move: (choice: AppointmentChoice, by: 1 | -1) => void this.#move(choice, by),
      remove: (choice: AppointmentChoice) => void this.#remove(choice),
    };
    return groupShell(
      shellWithRank(props),
      (aria) =>
        html`${preferenceList(props, acts)}
          <p class="visually-hidden" role="status">${this.#said}</p>
          ${props.field.readOnly ? locked(props, aria.id) : this.#offer(props, aria)}`,
    );
  }

  #offer(props: Props, aria: ControlAria): TemplateResult {
    const { words, answer } = props;
    const most = mostOf(props);
    const sentence = (text: string): TemplateResult => html`<p class="hint" id=${aria.id} tabindex="-1">${text}</p>`;
    if (choicesOf(answer).length >= most) return sentence(words.message('appointment.full', { count: most }));
    const bounds = boundsOf(props);
    const days = this.#shownDays(props, bounds, this.#count + 1);
    if (days.length === 0 && !this.#wished) return sentence(words.message('appointment.none'));
    return html`<p class="hint">${words.message('appointment.rule', { count: most })}</p>
      ${dayGrid(props, days.slice(0, this.#count), aria.id, (choice) => void this.#toggle(choice))}
      <div class="day-more">
        ${days.length > this.#count ? this.#moreButton(props) : nothing}
        ${otherDate(props, aria, {
          bounds,
          wished: this.#wished,
          refusal: this.#refusal,
          wish: (date) => this.#wish(date),
          leave: () => this.#judge(),
          clear: () => void this.#clearDate(),
        })}
      </div>`;
  }

  #moreButton({ words }: Props): TemplateResult {
    return html`<button type="button" class="button" part="button" @click=${() => void this.#more()}>
      ${words.message('appointment.more')}
    </button>`;
  }

  #shownDays({ resolveDate }: Props, bounds: Bounds, count: number): readonly string[] {
    const days = this.#start === undefined ? [] : daysFrom(this.#start, bounds, count);
    return days.length > 0 ? days : firstDays(resolveDate('today'), bounds, count);
  }

  async #more(): Promise<void> {
    const shown = this.#count;
    this.#count += DAYS;
    await this.#redraw();
    this.#focus(`.day:nth-child(${String(shown + 1)}) button`);
  }

  #wish(date: string): void {
    this.#wished = date;
    this.#count = DAYS;
    this.#refusal = undefined;
    this.#start = date >= FIRST_DATE ? date : undefined;
    if (this.#start) this.#judge();
    this.requestUpdate();
  }

  /** Says why the typed date cannot be had, if it cannot. */
  #judge(): void {
    if (!this.props || !this.#wished) return;
    const { words } = this.props;
    const bounds = boundsOf(this.props);
    const sentences = {
      date: () => words.message('issue.date'),
      min: () => words.message('issue.date.min', { min: words.date(bounds.min ?? '') }),
      max: () => words.message('issue.date.max', { max: words.date(bounds.max ?? '') }),
      weekday: () => words.message('appointment.not-on', { weekday: weekdayName(this.#wished, words) }),
    };
    const refusal = refusalOf(this.#wished, bounds);
    this.#refusal = refusal && sentences[refusal]();
    this.requestUpdate();
  }

  /** A date without a part is no choice: whoever goes on is told so, rather than losing it. */
  #isHalfChosen(): boolean {
    const input = this.querySelector<HTMLInputElement>('input[type=date]');
    if (!this.props || !input || (!this.#wished && !input.validity.badInput)) return false;
    const { words } = this.props;
    this.#judge();
    this.#refusal ??= this.#wished
      ? words.message('appointment.no-part', { day: dayName(this.#wished, words) })
      : words.message('appointment.no-date');
    this.requestUpdate();
    input.focus();
    return true;
  }

  async #clearDate(): Promise<void> {
    const input = this.querySelector<HTMLInputElement>('input[type=date]');
    if (input) input.value = ''; // a date that is half typed counts as empty, and would stay
    this.#wish('');
    await this.updateComplete;
    input?.focus();
  }

  async #toggle(choice: AppointmentChoice): Promise<void> {
    if (!this.props) return;
    const choices = choicesOf(this.props.answer);
    const others = choices.filter((one) => !isSame(one, choice));
    const isAdded = others.length === choices.length;
    [this.#wished, this.#refusal] = ['', undefined]; // the days stay where they are
    await this.#give(isAdded ? [...choices, choice] : others);
    this.#say(isAdded ? 'added' : 'removed', choice, choices.length + 1);
    await this.#redraw();
    if (isAdded && choices.length + 1 >= mostOf(this.props)) this.#focus('[tabindex="-1"]');
  }

  async #move(choice: AppointmentChoice, by: 1 | -1): Promise<void> {
    const choices = choicesOf(this.props?.answer);
    const from = choices.findIndex((one) => isSame(one, choice));
    if (from < 0) return;
    await this.#give(choices.toSpliced(from, 1).toSpliced(from + by, 0, choice));
    this.#say('added', choice, from + by + 1);
    await this.#redraw();
    const acts = by < 0 ? ['up', 'down'] : ['down', 'up'];
    const item = `[data-choice="${preferenceKey(choice)}"]`;
    const act = acts.find((one) => this.querySelector(`${item} [data-act=${one}]`));
    if (act) this.#focus(`${item} [data-act=${act}]`);
  }

  async #remove(choice: AppointmentChoice): Promise<void> {
    if (!this.props) return;
    const choices = choicesOf(this.props.answer);
    const index = choices.findIndex((one) => isSame(one, choice));
    const left = choices.toSpliced(index, 1);
    await this.#give(left);
    this.#say('removed', choice, 0);
    await this.#redraw();
    const next = left[Math.min(index, left.length - 1)];
    this.#focus(next ? `[data-choice="${preferenceKey(next)}"] [data-act=remove]` : '.day button');
  }

  async #give(choices: readonly AppointmentChoice[]): Promise<void> {
    await this.props?.give(choices);
  }

  #say(what: 'added' | 'removed', choice: AppointmentChoice, rank: number): void {
    const words = this.props?.words;
    if (words) this.#said = words.message(`appointment.${what}`, { choice: choiceName(choice, words), rank });
  }

  async #redraw(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
  }

  #focus(selector: string): void {
    this.querySelector<HTMLElement>(selector)?.focus();
  }
}

const mostOf = ({ field }: Props): number => field.maxChoices ?? DEFAULT_CHOICES;

/** The shell, with an error that says which preference it is about. */
const shellWithRank = (props: Props): ShellProps => {
  const shell = shellOf(props);
  const index = issueIndex(props);
  if (index === undefined || !shell.error) return shell;
  return { ...shell, error: props.words.message('appointment.at', { rank: index + 1, text: shell.error }) };
};

/** What stands in place of the days when nothing can be chosen. */
const locked = ({ answer, words }: Props, id: string): TemplateResult =>
  html`<p class="hint" id=${id} tabindex="-1">
    ${choicesOf(answer).length === 0 ? words.message('submit.nothing') : nothing}
  </p>`;
