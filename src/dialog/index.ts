import type { OnPage, PagePart } from '../controller/page-part.js';
import { dialogTexts, type DialogMessages } from '../i18n/dialog.js';
import { createBox, type Box } from './box.js';
import { holdPage } from './hold-page.js';
import { openerOf } from './opener.js';
import { dialogStyles } from './styles.js';

/** Opens and closes the dialog; the attribute `open` of the form says which, and does it. */
const createDoor = ({ form, announce, focusHeading }: OnPage, { dialog }: Box) => {
  let opener: HTMLElement | SVGElement | undefined;
  let letGo: (() => void) | undefined;
  let isLed = false;

  /** The heading gets the focus as soon as there is one: while the words are loaded, there is none. */
  const lead = (): void => {
    if (isLed || !dialog.open) return;
    focusHeading();
    isLed = form.shadowRoot?.activeElement?.matches('[part~=heading]') ?? false;
  };

  const open = (by?: HTMLElement | SVGElement): void => {
    if (dialog.open || !dialog.isConnected) return;
    dialog.showModal();
    if (!dialog.checkVisibility({ visibilityProperty: true })) {
      dialog.close();
      form.removeAttribute('open');
      console.warn(
        'portal-request-form: the dialog cannot be opened, because the element or what it stands in is hidden.',
      );
      return;
    }
    opener = by;
    letGo = holdPage();
    form.toggleAttribute('open', true);
    isLed = false;
    lead();
    announce('portal-opened', {});
  };

  dialog.addEventListener('close', () => {
    if (!letGo) return;
    letGo();
    letGo = undefined;
    form.removeAttribute('open');
    if (opener?.isConnected) opener.focus();
    announce('portal-closed', {});
  });

  const watch = new MutationObserver(() => {
    if (form.hasAttribute('open')) open();
    else dialog.close();
  });
  watch.observe(form, { attributeFilter: ['open'] });
  return { open, lead };
};

/** Puts what the element shows into the dialog, or back where it stands. */
const arrange = ({ form }: OnPage, { dialog, content }: Box): void => {
  const shown = form.renderRoot.querySelector('.form');
  const isInDialog = form.renderRoot.contains(dialog); // also while the form stands in no page
  if (!shown || (form.appearance === 'dialog') === isInDialog) return;
  if (isInDialog) {
    dialog.close();
    dialog.replaceWith(shown);
  } else {
    shown.replaceWith(dialog);
    content.append(shown);
  }
};

const say = ({ form, state, language }: OnPage, { dialog, say: write }: Box): void => {
  const { 'dialog.title': title, 'dialog.close': close }: DialogMessages = {
    ...dialogTexts[language()],
    ...form.messages,
  };
  dialog.lang = language();
  dialog.dir = form.renderRoot.querySelector<HTMLElement>('.form')?.dir ?? '';
  const name = state().config && form.renderRoot.querySelector('.portal-name')?.textContent.trim();
  write({ title: name || title, close });
};

/** Styles of other parts come and go by replacing all there are. */
const createWardrobe = (root: ShadowRoot): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(dialogStyles);
  return () => {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  };
};

/** Shows a form in a dialog for as long as its `appearance` says so. */
export const live: PagePart['live'] = (page) => {
  const { form, state } = page;
  const box = createBox();
  const { open, lead } = createDoor(page, box);
  const dress = createWardrobe(form.renderRoot as ShadowRoot);
  let isLedHere = false;

  const click = (event: MouseEvent): void => {
    const opener = form.appearance === 'dialog' ? openerOf(event, form) : undefined;
    if (!opener) return;
    event.preventDefault();
    open(opener);
  };

  /** A link in a mail, or a code that a phone took, leads to what the form shows. */
  const follow = (): void => {
    const { opened, handover } = state();
    const isLed = Boolean(opened?.byLink ?? handover);
    if (isLed && !isLedHere) open();
    isLedHere = isLed;
  };

  const update = (): void => {
    dress();
    arrange(page, box);
    say(page, box);
    follow();
    lead();
  };

  update();
  if (form.hasAttribute('open')) open();
  form.addController({
    hostConnected: () => {
      document.addEventListener('click', click, true);
    },
    hostDisconnected: () => {
      document.removeEventListener('click', click, true);
      box.dialog.close();
    },
    hostUpdated: update,
  });
};
