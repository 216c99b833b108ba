import { begin } from './mount.js';
import { showErrors } from './show-errors.js';

/** The page has its form in its own HTML; this only answers when it is sent. */
document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (event.target instanceof HTMLFormElement) showErrors(event.target);
});

begin((place, html: string) => {
  const range = document.createRange();
  place.replaceChildren(range.createContextualFragment(html));
  return () => {
    place.replaceChildren();
  };
});
