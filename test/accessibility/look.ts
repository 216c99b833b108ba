import type { Locator, Page } from '@playwright/test';

/** What can be pressed or filled in and is smaller than 24 by 24 px; a choice is as large as its label. Links in a list have lines of that height. */
export const smallTargets = (form: Locator): Promise<string[]> =>
  form.evaluate(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary') ?? [])]
      .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, .file-picker'))
      .map((one) => one.closest('label') ?? one)
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ one, box }) => box.height < (one.closest('li, p') ? 18 : 24) || box.width < 24)
      .map(({ one, box }) => `${one.outerHTML.slice(0, 80)} is ${box.width} by ${box.height}`),
  );

/** Whatever shows a text but has a name that does not contain it: who says what they see would not reach it. */
export const otherwiseNamed = (form: Locator): Promise<string[]> =>
  form.evaluate(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLElement>('[aria-label]') ?? [])]
      .filter((one) => one.matches('a, button, summary') && one.innerText.trim() !== '')
      .map((one) => ({ says: one.innerText.trim().toLowerCase(), name: one.ariaLabel?.toLowerCase() ?? '' }))
      .filter(({ says, name }) => !name.includes(says))
      .map(({ says, name }) => `“${says}” is called “${name}”`),
  );

/** The text spacing of WCAG 1.4.12, as a reader's own style sheet would set it, inside the form too. */
export const spaceOut = (form: Locator): Promise<void> =>
  form.evaluate(({ shadowRoot }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    shadowRoot?.adoptedStyleSheets.push(sheet);
  });

/** Texts that are cut off, and how much wider than the screen the page is. */
export const cutOff = async (page: Page, form: Locator): Promise<string[]> => {
  const cut = await form.evaluate(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
      .filter(
        (one) =>
          one.checkVisibility() &&
          !one.matches('.visually-hidden, .step-name, input, select, textarea, .scroll, thead'),
      )
      .filter(
        (one) =>
          !['visible', 'auto'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1,
      )
      .map((one) => one.outerHTML.slice(0, 80)),
  );
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return tooWide > 0 ? [...cut, `${tooWide} px wider than the screen`] : cut;
};

/** Writes down what live regions and alerts say from now on. */
export const listen = (form: Locator): Promise<void> =>
  form.evaluate((element) => {
    const said: string[] = [];
    Object.assign(element, { said });
    const regionOf = (node: Node): Element | null | undefined =>
      (node instanceof Element ? node : node.parentElement)?.closest('[role=alert], [role=status], [aria-live]');
    const observer = new MutationObserver((records) => {
      const regions = new Set(records.flatMap(({ target, addedNodes }) => [target, ...addedNodes].map(regionOf)));
      for (const region of regions) if (region?.textContent.trim()) said.push(region.textContent.trim());
    });
    if (element.shadowRoot)
      observer.observe(element.shadowRoot, { subtree: true, childList: true, characterData: true });
  });

export const heard = (form: Locator): Promise<string[]> =>
  form.evaluate((element) => (element as unknown as { said: string[] }).said.splice(0));

/** Where the focus is: what has it, whether it can be seen there, and whether anything shows it. */
export const focusIn = (form: Locator): Promise<{ what: string; isSeen: boolean; isShown: boolean } | undefined> =>
  form.evaluate(({ shadowRoot }) => {
    const one = shadowRoot?.activeElement;
    if (!one) return undefined;
    const shown = one.closest('.file-picker') ?? one;
    const box = shown.getBoundingClientRect();
    const there = shadowRoot.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
    return {
      what: `${one.localName} ${one.id || one.textContent.trim().slice(0, 30)}`,
      isSeen: box.width > 0 && (shown.contains(there) || (there?.contains(shown) ?? false)),
      // the browser rings the part of a date or a time itself
      isShown: getComputedStyle(shown).outlineStyle !== 'none' || one.matches('input[type=date], input[type=time]'),
    };
  });
