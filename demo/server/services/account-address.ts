/** The address as accounts know it. */
export const accountAddress = (email: string): string => email.trim().toLowerCase();
