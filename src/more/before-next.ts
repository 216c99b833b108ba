import type { LitElement } from 'lit';

/** Lets a field hold "next" back while something in it is not an answer yet; `isHeld` is asked at each try. */
export const beforeNext = (host: LitElement, isHeld: (form: HTMLFormElement) => boolean): void => {
  let form: HTMLFormElement | null = null;
  const hold = (event: Event): void => {
    if (!form || !isHeld(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  host.addController({
    hostConnected: () => {
      form = host.closest('form');
      form?.addEventListener('submit', hold, { capture: true }); // before the step's own listener on the same form
    },
    hostDisconnected: () => {
      form?.removeEventListener('submit', hold, { capture: true });
      form = null;
    },
  });
};
