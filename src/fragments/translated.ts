/**
 * Takes away what a translating browser wraps texts in, and keeps its words: a text is replaced by the next one only
 * where it stands itself.
 */
export const unwrapTranslation = (root: ParentNode): void => {
  for (const wrapper of root.querySelectorAll('font:not(font font)')) wrapper.replaceWith(wrapper.textContent);
};
