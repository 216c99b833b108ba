const select = (element: Element): void => {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
};

/** Copies a text; where the browser does not allow it, selects it in `shown`, ready to be copied by hand. */
export const copyText = async (text: string, shown: Element): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select(shown); // pages without TLS or with a policy have no clipboard
    return false;
  }
};
