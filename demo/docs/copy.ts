const SHOWN_FOR = 2000;

const copyButton = (block: Element): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  const say = (text: string): void => {
    button.textContent = text;
    setTimeout(() => (button.textContent = 'Copy'), SHOWN_FOR);
  };
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(block.textContent.trimEnd()).then(
      () => {
        say('Copied');
      },
      () => {
        say('Not allowed');
      },
    );
  });
  return button;
};

/** A block of code with a button to copy it; pages without `https` have no clipboard, and no button. */
export const copyable = (block: Element): HTMLElement => {
  const frame = document.createElement('div');
  frame.className = 'code';
  frame.append(block, ...(isSecureContext ? [copyButton(block)] : []));
  return frame;
};

/** Puts that button beside each block of the page. */
export const offerCopies = (): void => {
  for (const block of document.querySelectorAll('article pre')) {
    const mark = document.createComment('');
    block.replaceWith(mark);
    mark.replaceWith(copyable(block));
  }
};
