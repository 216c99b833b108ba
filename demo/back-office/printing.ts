const CLOSED = 'details:not([open], .tool)';

/** Shows on paper what is folded away on the screen, and folds it away again afterwards. */
export const openForPrint = (): void => {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>(CLOSED)];
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
    opened = [];
  });
};
