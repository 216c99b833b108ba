/** Under which name it is kept. */
export const nameOfConfig = (endpoint: string): string => `portal-request-form:${endpoint}`;

/** The configuration that this device had last of an endpoint as a guest, as it came; nothing where it had none. */
export const recallConfig = (endpoint: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(nameOfConfig(endpoint)) ?? 'null') as unknown;
  } catch {
    return null; // blocked storage, or what somebody else wrote: the portal is asked in any case
  }
};
