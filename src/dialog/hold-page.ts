/** Keeps the page behind from scrolling, without moving it; gives what lets it go. */
export const holdPage = (): (() => void) => {
  const root = document.documentElement;
  const { overflow, scrollbarGutter } = root.style;
  if (innerWidth > root.clientWidth) root.style.scrollbarGutter = 'stable';
  root.style.overflow = 'hidden';
  return () => {
    Object.assign(root.style, { overflow, scrollbarGutter });
  };
};
