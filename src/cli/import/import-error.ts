/** Why a file could not be imported at all; the message says how to mend it. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
