/** How a call goes wrong. */
export type Fault = {
  /** Which call: `POST /requests`, `GET /config`, `PATCH /attachments`, `OPTIONS /requests`; any but a preflight or a copy of a draft, which go by themselves, when left out. */
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
      /** The server never sees the call; this is answered in its place. */
      readonly kind: 'instead';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      /** The server's answer, its body ending early although the answer is complete. */
      readonly kind: 'truncated';
      /** How much of it arrives, from 0 to 1; half when left out. */
      readonly at?: number;
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
      /** The connection is closed when the server has so much of the call's body, from 0 to 1. */
      readonly kind: 'half-sent';
      readonly at: number;
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
      /** The server's answer, after that of the next call: the two change places. */
      readonly kind: 'overtaken';
    }
  | {
      /** The server's answer, so many milliseconds later. */
      readonly kind: 'late';
      readonly milliseconds: number;
    }
  | {
      /** The server's answer, one byte at a time. */
      readonly kind: 'throttled';
      /** Between two bytes, in milliseconds. */
      readonly milliseconds: number;
    }
  | {
      /** The server's answer, without what lets another origin read it. */
      readonly kind: 'no-cors';
    }
  | {
      /** The call is sent on to another address. */
      readonly kind: 'redirect';
      readonly location: string;
    }
);

/** A call that a portal was asked. */
export interface Call {
  readonly method: string;
  /** Below the endpoint, with its query: `/requests?cursor=…`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
