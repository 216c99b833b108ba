/** Calls `leave` with the pointer of each control that loses the focus for good. */
export interface LeavingWatch {
  readonly focusLeft: (event: FocusEvent) => void;
  readonly pointerDown: () => void;
}

/** The pointer of the control that something is in. */
export const pointerOf = (target: EventTarget | null): string | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-pointer]')?.dataset.pointer ?? undefined) : undefined;

/**
 * Watches the controls of one form. While a mouse button or finger is down nothing is told, because an error that
 * appears then would move the button away from under it.
 */
export const watchLeaving = (leave: (pointer: string) => void): LeavingWatch => {
  const waiting = new Set<string>();
  let isDown = false;
  const release = () => {
    isDown = false;
    setTimeout(() => {
      waiting.forEach(leave);
      waiting.clear();
    });
  };
  return {
    focusLeft: ({ target, relatedTarget }) => {
      const pointer = pointerOf(target);
      if (pointer === undefined || pointer === pointerOf(relatedTarget) || !document.hasFocus()) return;
      if (isDown) waiting.add(pointer);
      else leave(pointer);
    },
    pointerDown: () => {
      isDown = true;
      addEventListener('pointerup', release, { once: true, capture: true });
      addEventListener('pointercancel', release, { once: true, capture: true });
    },
  };
};
