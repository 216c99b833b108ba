const SHOWN_FOR = 2000;

const copyButton = (block: Element): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', () => {
    const say = (text: string) => {
      button.textContent = text;
      setTimeout(() => (button.textContent = 'Copy'), SHOWN_FOR);
    };
    navigator.clipboard.writeText(block.textContent).then(
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

/** Puts a button to copy it beside each block of code; pages without `https` have no clipboard. */
export const offerCopies = (): void => {
  if (!isSecureContext) return;
  for (const block of document.querySelectorAll('article pre')) {
    const frame = document.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    frame.append(block, copyButton(block));
  }
};
