import type { Page } from '@playwright/test';
import type { DrawnForm } from './form.js';
import type { Place } from './world.js';

/** What a person sees of the form. */
interface Sight {
  readonly step: string;
  /** The names of the buttons that can be pressed. */
  readonly buttons: readonly string[];
  /** What the controls hold, by their labels. */
  readonly held: Readonly<Record<string, string | boolean>>;
}

const look = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const element = document.querySelector('portal-request-form');
    const root = element?.shadowRoot;
    const shown = <E extends Element>(found: Iterable<E> | undefined) =>
      [...(found ?? [])].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const nameOf = (one: Element) => one.textContent.replace(/\s+/g, ' ').trim();
    const valueOf = (control: HTMLElement | null): string | boolean => {
      if (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)) return control.checked;
      return (control as HTMLInputElement | null)?.value ?? '';
    };
    return {
      step: element?.getAttribute('step') ?? 'loading',
      buttons: shown(root?.querySelectorAll('button')).map(nameOf),
      held: Object.fromEntries(
        shown(root?.querySelectorAll('label')).map((label) => [nameOf(label), valueOf(label.control)]),
      ),
    };
  });

/** One thing to do with a control or a button. */
export type Deed =
  | { readonly kind: 'press'; readonly name: string }
  | { readonly kind: 'enter'; readonly label: string; readonly typed: string | boolean };

const press = (name: string): Deed => ({ kind: 'press', name });

/** The control with this label does not yet hold what it should. */
const open = ({ held }: Sight, label: string, typed: string | boolean): Deed | undefined => {
  const shown = Object.keys(held).find((one) => one.startsWith(label));
  return shown !== undefined && held[shown] !== typed ? { kind: 'enter', label: shown, typed } : undefined;
};

const firstOf = (...deeds: (Deed | undefined)[]): Deed | undefined => deeds.find((deed) => deed !== undefined);
const offered = ({ buttons }: Sight, ...names: string[]): Deed | undefined => {
  const name = names.find((one) => buttons.includes(one));
  return name === undefined ? undefined : press(name);
};

/** What a person who wants to get this form sent does next; nothing when there is only waiting. */
const nextDeed = (sight: Sight, form: DrawnForm, place: Place): Deed | undefined => {
  if ('Password' in sight.held && !(form.isGuest && sight.buttons.includes('Continue as guest')))
    return firstOf(
      open(sight, 'E-mail address', place.email),
      open(sight, 'Password', place.password),
      offered(sight, 'Sign in'),
    );
  const onward = offered(sight, 'Go on here', 'Try again', 'Continue as guest', 'Continue');
  if (onward || sight.step === 'sign-in') return onward;
  const questions = form.questions.map(({ label, typed }) => open(sight, label, typed));
  return firstOf(
    ...questions,
    sight.step === 'checklist' ? open(sight, 'Yes', true) : undefined,
    open(sight, 'I agree', true),
    form.isGuest ? open(sight, 'Name', 'Gerda') : undefined,
    form.isGuest ? open(sight, 'E-mail address', place.guest) : undefined,
    offered(sight, 'Next', 'Submit request', 'New request'),
  );
};

/** How long one deed may take, in milliseconds; a page that goes away in between takes the control with it. */
const DEED_TIME = 2_000;

const act = async (page: Page, deed: Deed, isTwice: boolean): Promise<void> => {
  const form = page.locator('portal-request-form');
  const timeout = DEED_TIME;
  if (deed.kind === 'press') {
    const button = form.getByRole('button', { name: deed.name, exact: true }).first();
    return isTwice ? button.dblclick({ timeout, noWaitAfter: true }) : button.click({ timeout, noWaitAfter: true });
  }
  const control = form.getByLabel(deed.label, { exact: true }).first();
  if (typeof deed.typed === 'boolean') return control.setChecked(deed.typed, { timeout });
  const isChoice = await control.evaluate((one) => one instanceof HTMLSelectElement, undefined, { timeout });
  if (isChoice) await control.selectOption(deed.typed, { timeout });
  else await control.fill(deed.typed, { timeout });
};

/** What one look led to. */
export interface Moment {
  readonly step: string;
  readonly deed?: Deed;
}

/** How somebody does things: by double clicks, and not again what they did just now. */
export interface Manner {
  readonly isTwice: boolean;
  readonly justDone?: Deed;
}

const isSame = (one: Deed | undefined, other: Deed | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Looks at the page and does the next thing; a page that is loading or gone shows nothing to do. */
export const goOn = async (page: Page, form: DrawnForm, place: Place, manner: Manner): Promise<Moment> => {
  try {
    const sight = await look(page);
    const deed = sight.step === 'confirmation' ? undefined : nextDeed(sight, form, place);
    if (!deed || isSame(deed, manner.justDone)) return { step: sight.step };
    await act(page, deed, manner.isTwice);
    return { step: sight.step, deed };
  } catch {
    return { step: 'gone' };
  }
};
