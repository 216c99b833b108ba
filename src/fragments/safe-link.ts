const SCHEMES: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** Whether a link from a configuration may be followed: absolute, and with a scheme that only opens a page, a mail or a call. */
export const isSafeLink = (href: string): boolean => URL.canParse(href) && SCHEMES.has(new URL(href).protocol);
