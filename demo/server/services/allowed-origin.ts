const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether an origin is one of these; a pattern may end in `:*` for any port or none. */
export const isAllowedOrigin = (origin: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => {
    if (!pattern.endsWith(':*')) return origin === pattern;
    return new RegExp(`^${escaped(pattern.slice(0, -2))}(?::\\d{1,5})?$`).test(origin);
  });
