const NAME = '#portal-reply';

/** What stays in the address of a page while a request is open by its link, for when it is loaded again. */
export const keptReplyFragment = (fragment: string): string => fragment.slice(0, fragment.lastIndexOf(',') + 1) || NAME;

/**
 * Whether the fragment of a page's address opens a request of the portal at this endpoint: it names that by the end of the
 * endpoint's address, or names none.
 */
export const isReplyFragment = (fragment: string, endpoint: string): boolean => {
  const end = fragment.lastIndexOf(',');
  const isNamed = end < 0 || `/${endpoint}`.endsWith(`/${fragment.slice(NAME.length + 1, end)}`);
  return fragment.startsWith(NAME) && isNamed;
};
