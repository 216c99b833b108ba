/** What a website hears of: ways out of what it opened, and whatever goes with a modifier. */
const THEIRS = /^(?:Tab|Escape|F\d+)$/;

/**
 * Keeps keys that are pressed in a shadow root from the website: outside it they seem to be pressed on no input, so that a
 * letter would be taken for a shortcut.
 */
export const keepKey = (event: Event): void => {
  const { key, ctrlKey, metaKey, altKey, target, currentTarget } = event as KeyboardEvent;
  if (ctrlKey || metaKey || altKey || THEIRS.test(key)) return;
  if ((target as Node).getRootNode() === currentTarget) event.stopPropagation(); // not what stands in a slot
};
