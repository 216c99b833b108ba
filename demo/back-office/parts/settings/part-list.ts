import { html, nothing, svg, type TemplateResult } from 'lit';
import { copyOf, takenIds } from '../../settings/make.js';
import { FIELD_NAMES, nameOf, PARTS } from '../../settings/parts.js';
import { isWithin, listAt, type Path } from '../../settings/path.js';
import type { PartKind, Property } from '../../settings/properties.js';
import { formText } from '../../form-text.js';
import { dragStarter } from './drag.js';
import { aroundControl, idOf, languagesIn, type Editing } from './editing.js';

type Form = (editing: Editing, path: Path, properties: readonly Property[]) => TemplateResult;

/** One list of parts: where it is, what it consists of, and how one of them is edited. */
interface PartList {
  readonly editing: Editing;
  readonly path: Path;
  readonly kind: PartKind;
  readonly count: number;
  readonly form: Form;
}

type Part = Readonly<Record<string, unknown>>;

const move = ({ editing, path, count }: PartList, from: number, to: number): void => {
  if (to < 0 || to >= count) return;
  editing.send({ is: 'moved', path, from, to });
  editing.focus(`${idOf([...path, to])}-name`);
};

const remove = ({ editing, path }: PartList, index: number): void => {
  editing.send({ is: 'removed', path, index });
  editing.focus(`${idOf(path)}-list`);
};

const duplicate = ({ editing, path }: PartList, index: number, part: Part): void => {
  const value = copyOf(part, takenIds(editing.content, path));
  editing.send({ is: 'inserted', path, index: index + 1, value });
  editing.focus(`${idOf([...path, index + 1])}-name`);
};

const SIGNS = {
  up: svg`<path d="M8 13V3M4 7l4-4 4 4" />`,
  down: svg`<path d="M8 3v10M4 9l4 4 4-4" />`,
  copy: svg`<path d="M6 6h7v7H6zM10 6V3H3v7h3" />`,
  remove: svg`<path d="M4 4l8 8M12 4l-8 8" />`,
} as const;

const action = (
  label: string,
  name: string,
  sign: keyof typeof SIGNS,
  act: () => void,
  isOff = false,
): TemplateResult => html`
  <button
    type="button"
    class="icon-button"
    title=${label}
    aria-label="${label}: ${name}"
    aria-disabled=${isOff ? 'true' : nothing}
    @click=${act}
  >
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">${SIGNS[sign]}</svg>
  </button>
`;

const actions = (list: PartList, index: number, part: Part, name: string): TemplateResult => {
  const { words } = list.editing;
  const last = list.count - 1;
  return html`<div class="part-actions">
    ${action(
      words.say('settings.up'),
      name,
      'up',
      () => {
        move(list, index, index - 1);
      },
      index === 0,
    )}
    ${action(
      words.say('settings.down'),
      name,
      'down',
      () => {
        move(list, index, index + 1);
      },
      index === last,
    )}
    ${action(words.say('settings.duplicate'), name, 'copy', () => {
      duplicate(list, index, part);
    })}
    ${action(words.say('settings.remove'), name, 'remove', () => {
      remove(list, index);
    })}
  </div>`;
};

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Alt with an arrow moves the part whose name has focus. */
const walk = (list: PartList, index: number) => (event: KeyboardEvent) => {
  const step = STEPS[event.key];
  if (!event.altKey || step === undefined) return;
  event.preventDefault();
  move(list, index, index + step);
};

const issueMark = ({ editing }: PartList, path: Path): TemplateResult | typeof nothing => {
  const inside = editing.issues.filter((issue) => isWithin(issue.path, path));
  if (inside.length === 0) return nothing;
  const isError = inside.some(({ severity }) => severity === 'error');
  const label = editing.words.say(isError ? 'settings.has-error' : 'settings.has-warning');
  return html`<span class=${isError ? 'mark mark-error' : 'mark'} role="img" aria-label=${label} title=${label}
    >!</span
  >`;
};

const badges = ({ editing, kind }: PartList, part: Part): TemplateResult => {
  const badge = PARTS[kind].badge?.(part);
  const { words } = editing;
  return html`
    ${badge ? html`<span class="part-kind">${words.say(badge)}</span>` : nothing}
    ${part['required'] === true ? html`<span class="part-kind">${words.say('settings.is-required')}</span>` : nothing}
    ${part['visibleWhen'] === undefined ? nothing : html`<span class="part-kind">${words.say('settings.is-conditional')}</span>`}
  `;
};

const heading = (list: PartList, part: Part, path: Path, isOpen: boolean): TemplateResult => {
  const { editing, kind } = list;
  const name = editing.words.text(nameOf(part), languagesIn(editing).locale);
  const index = Number(path.at(-1));
  const isFixed = PARTS[kind].isOpen === true;
  const toggle = () => {
    editing.send({ is: 'opened', path: isOpen ? list.path : path });
  };
  const shown = html`<span class="part-label" dir="auto">${name}</span> ${badges(list, part)} ${issueMark(list, path)}`;
  return html`<div class="part-head">
    <span class="grip" draggable="true" aria-hidden="true" title=${editing.words.say('settings.drag')}>⠿</span>
    ${
      isFixed
        ? html`<h3 class="part-name" id="${idOf(path)}-name" tabindex="-1">${shown}</h3>`
        : html`<button
            type="button"
            class="part-name"
            id="${idOf(path)}-name"
            aria-expanded=${isOpen ? 'true' : 'false'}
            @click=${toggle}
            @keydown=${walk(list, index)}
          >
            ${shown}
          </button>`
    }
    ${actions(list, index, part, name)}
  </div>`;
};

const item = (list: PartList, part: Part, index: number): TemplateResult => {
  const { editing, kind, form } = list;
  const path = [...list.path, index];
  const isOpen = PARTS[kind].isOpen === true || isWithin(editing.open, path);
  const drag = dragStarter((from, to) => {
    move(list, from, to);
  });
  return html`<li class="part part-${kind}" @dragstart=${drag}>
    ${heading(list, part, path, isOpen)}
    ${isOpen ? html`<div class="part-form">${form(editing, path, PARTS[kind].properties(part))}</div>` : nothing}
  </li>`;
};

const addForm = ({ editing, path, kind, count }: PartList): TemplateResult => {
  const { words } = editing;
  const id = `${idOf(path)}-add`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const label = formText(form, 'label').trim();
    if (label === '') {
      form.querySelector('input')?.focus();
      return;
    }
    const taken = takenIds(editing.content, path);
    const value = PARTS[kind].make(label, taken, formText(form, 'type'));
    editing.send({ is: 'inserted', path, index: count, value });
    form.reset();
    editing.focus(kind === 'option' || kind === 'reason' ? id : `${idOf([...path, count])}-name`);
  };
  return html`<form class="add" @submit=${submit} novalidate>
    <div>
      <label for=${id}>${words.say(`settings.add.${kind}`)}</label>
      <input id=${id} name="label" autocomplete="off" placeholder=${words.say('settings.add.placeholder')} />
    </div>
    ${
      kind === 'field'
        ? html`<div>
            <label for="${id}-type">${words.say('settings.field-type')}</label>
            <select id="${id}-type" name="type">
              ${[...FIELD_NAMES]
                .filter(([type]) => type !== 'repeat' || path.filter((step) => step === 'fields').length === 1)
                .map(([type, name]) => html`<option value=${type}>${words.say(name)}</option>`)}
            </select>
          </div>`
        : nothing
    }
    <button class="button">${words.say('settings.add')}</button>
  </form>`;
};

/** A list whose parts are added, changed, moved, copied and removed; by dragging, by buttons, and by Alt with an arrow. */
export const listEditor = (editing: Editing, path: Path, property: Property, form: Form): TemplateResult => {
  const parts = listAt(editing.content, path) as readonly Part[];
  const kind = property.list ?? 'field';
  const list: PartList = { editing, path, kind, count: parts.length, form };
  const { hint, errors } = aroundControl(editing, path, property);
  const id = `${idOf(path)}-list`;
  return html`<section class="parts" aria-labelledby=${id}>
    ${
      kind === 'request-type'
        ? html`<h2 id=${id} tabindex="-1">${editing.words.say(property.label)}</h2>`
        : html`<h3 id=${id} tabindex="-1">${editing.words.say(property.label)}</h3>`
    }
    ${hint} ${errors}
    <ol class="plain part-list">
      ${parts.map((part, index) => item(list, part, index))}
    </ol>
    ${addForm(list)}
  </section>`;
};
