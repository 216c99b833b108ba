const SHEET = `
  body { font: 12pt/1.4 system-ui, sans-serif; margin: 2cm; color: #000; background: #fff; }
  dl { margin: 0 0 1em; } .given { display: flex; gap: 1em; padding: 0.2em 0; border-bottom: 1px solid #ccc; }
  dt { flex: 0 0 40%; } dd { flex: 1; margin: 0; font-weight: 600; white-space: pre-wrap; overflow-wrap: anywhere; }
  button { display: none; }
`;

/** Prints one element alone, from a frame of its own, so that the host page is not on the paper. */
export const printElement = (element: Element, title: string): void => {
  const frame = document.createElement('iframe');
  frame.className = 'visually-hidden';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  element.after(frame);
  const inside = frame.contentWindow;
  const page = frame.contentDocument;
  if (!inside || !page) {
    frame.remove();
    print();
    return;
  }
  const sheet = new (inside as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(SHEET);
  page.adoptedStyleSheets = [sheet];
  page.title = title;
  page.body.append(page.importNode(element, true));
  inside.addEventListener('afterprint', () => {
    frame.remove();
  });
  inside.print();
};
