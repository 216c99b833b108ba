/** A refusal, as the contract wants it: RFC 9457 with a code that the form has a screen for. */
export class Problem extends Error {
  constructor(status, code, title, { errors, retryAfter } = {}) {
    super(title);
    Object.assign(this, { status, code, errors, retryAfter });
  }

  get answer() {
    const { status, code, message: title, errors, retryAfter } = this;
    return {
      status,
      type: 'application/problem+json',
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
      body: { type: `urn:portal-request:problem:${code}`, title, status, code, ...(errors ? { errors } : {}) },
    };
  }
}

export const notFound = () => new Problem(404, 'not-found', 'There is nothing here');
export const sessionExpired = () => new Problem(401, 'session-expired', 'Sign in first');
export const invalid = (title, errors) => new Problem(errors ? 422 : 400, 'invalid-request', title, { errors });
