import { fetchRequest } from '../../api/earlier-client.js';
import type { Receipt, ReceiptFile, SignedTerm, Submission } from '../../contract/index.js';
import { chooseText } from '../../i18n/translate.js';
import { digest, sha256 } from '../../rules/digest.js';
import type { Core } from '../core.js';

/** What may have been stored: what was sent, and what is there now in each language it may have been sent in. */
const candidates = (core: Core): Submission[] => {
  const { sent, config } = core.state();
  const { submission } = core.view();
  const locales = new Set([core.host.locale(), ...(config?.portal.locales ?? [])]);
  return [...sent, ...(submission ? [...locales].map((locale) => ({ ...submission, locale })) : [])];
};

/** What the portal stored: the submission that the digest was taken of. Rejects when it cannot be found. */
const storedSubmission = async (core: Core, { id, digest: wanted }: Receipt): Promise<Submission> => {
  for (const one of candidates(core)) if ((await digest(one)) === wanted) return one;
  const { submission } = await fetchRequest(core.outside().http, id);
  if ((await digest(submission)) === wanted) return submission;
  throw new Error('the portal gives another digest than its submission has');
};

/** The text with this hash, in whichever language it was read, or the address of a term that is only a page. */
const readOf = async (core: Core, { id, sha256: hash }: SignedTerm): Promise<{ text?: string; url?: string }> => {
  const { text, url } = core.view().type?.terms.find((term) => term.id === id) ?? {};
  for (const one of typeof text === 'string' ? [text] : Object.values(text ?? {})) {
    if ((await sha256(one)) === hash) return { text: one };
  }
  return url !== undefined && (await sha256(url)) === hash ? { url } : {};
};

const fileOf = async (core: Core, receipt: Receipt): Promise<ReceiptFile> => {
  const { config } = core.state();
  const terms: ReceiptFile['terms'] = [];
  for (const term of receipt.proof?.terms ?? []) terms.push({ ...term, ...(await readOf(core, term)) });
  return {
    format: 'portal-request-receipt',
    version: 1,
    endpoint: core.outside().endpoint,
    portal: chooseText(config?.portal.name, core.host.locale(), config?.portal.locale ?? ''),
    submission: await storedSubmission(core, receipt),
    terms,
    receipt,
  };
};

/** How long a browser may take to begin with a download, in milliseconds. */
const BEGINNING = 60_000;

const download = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, BEGINNING);
};

/** Saves a file that proves what was sent, and gives its name. Rejects when it cannot be made. */
export const saveReceipt = async (core: Core): Promise<string> => {
  const { receipt } = core.state();
  if (!receipt) throw new Error('there is no receipt');
  const name = `receipt-${receipt.reference.replace(/[^\w.-]+/g, '-')}.json`;
  download(name, `${JSON.stringify(await fileOf(core, receipt), undefined, 2)}\n`);
  return name;
};
