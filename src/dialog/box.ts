const SVG = 'http://www.w3.org/2000/svg';

const make = <N extends keyof HTMLElementTagNameMap>(name: N, className = ''): HTMLElementTagNameMap[N] => {
  const made = document.createElement(name);
  made.className = className;
  return made;
};

const cross = (): SVGElement => {
  const icon = document.createElementNS(SVG, 'svg');
  const lines = document.createElementNS(SVG, 'path');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  lines.setAttribute('d', 'M6 6l12 12M18 6L6 18');
  icon.append(lines);
  return icon;
};

/** A dialog with a title, a button that closes it, and room for a form. */
export interface Box {
  readonly dialog: HTMLDialogElement;
  readonly content: HTMLElement;
  say(words: { readonly title: string; readonly close: string }): void;
}

export const createBox = (): Box => {
  const [dialog, bar, content] = [make('dialog'), make('div', 'dialog-bar'), make('div', 'dialog-content')];
  const [title, close, label] = [make('p', 'dialog-title'), make('button', 'dialog-close'), make('span')];
  title.id = 'dialog-title';
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute('aria-labelledby', title.id);
  close.type = 'button';
  close.setAttribute('part', 'dialog-close');
  close.append(label, cross());
  close.addEventListener('click', () => {
    dialog.close();
  });
  bar.append(title, close);
  dialog.append(bar, content);
  return {
    dialog,
    content,
    say: (words) => {
      title.textContent = words.title;
      label.textContent = words.close;
    },
  };
};
