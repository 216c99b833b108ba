import type { Services } from './services.js';

/** Who follows the link of an invitation. */
export interface Invited {
  readonly portalId: string;
  readonly email: string;
  /** Whether a password is to be chosen; who has an account already goes on with the one they know. */
  readonly asksPassword: boolean;
}

/** What the links of one kind of invitation do. */
export interface Invitations {
  /** Whose link it is; undefined when there is no such link, it was used, or its time is over. */
  find(services: Services, token: string): Promise<Invited | undefined>;
  /** Uses the link up; false when there was nothing to use. */
  accept(services: Services, token: string, password: string | undefined): Promise<boolean>;
}
