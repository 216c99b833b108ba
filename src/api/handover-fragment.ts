/** What the address of a page begins its fragment with when it hands over a draft of this portal, and no other's. */
export const handoverFragment = (endpoint: string): string => `#portal-handover=${encodeURIComponent(endpoint)},`;
