/** How a call goes wrong. */
export type Fault = {
  /** Which call: `POST /requests`, `GET /config`, `PATCH /attachments`; any when left out. */
  readonly call?: string;
  /** How often in a row; once when left out. */
  readonly times?: number;
} & (
  | {
      /** The server never sees the call; a problem is answered for it. */
      readonly kind: 'problem';
      readonly status: number;
      readonly code: string;
      readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      /** A captive portal's page, status 200. */
      readonly kind: 'html';
    }
  | {
      /** The server's answer, its body ending in the middle although the answer is complete. */
      readonly kind: 'truncated';
    }
  | {
      /** The server's answer, the connection closed in the middle of its body. */
      readonly kind: 'broken-off';
    }
  | {
      /** The connection is closed before the server sees the call. */
      readonly kind: 'cut';
    }
  | {
      /** The server does what it was asked; its answer never arrives. */
      readonly kind: 'lost';
    }
  | {
      /** The server's answer, kept back until it is released. */
      readonly kind: 'held';
    }
  | {
      /** The server's answer, so many milliseconds later. */
      readonly kind: 'late';
      readonly milliseconds: number;
    }
  | {
      /** The server's answer, without what lets another origin read it. */
      readonly kind: 'no-cors';
    }
);

/** A call that a portal was asked. */
export interface Call {
  readonly method: string;
  /** Below the endpoint, with its query: `/requests?cursor=…`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
