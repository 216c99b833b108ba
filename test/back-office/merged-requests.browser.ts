import { expect, fixture, html } from '@open-wc/testing';
import { mergedRequests } from '../../demo/back-office/parts/merged-requests.js';
import { createWords } from '../../demo/back-office/words.js';
import type { MergedRequests } from '../../demo/office-contract/index.js';

const draw = async (merged: MergedRequests) => {
  const undone: unknown[] = [];
  const undo = () => void undone.push(true);
  const root = await fixture<HTMLElement>(html`<div>${mergedRequests(createWords('en'), merged, undo)}</div>`);
  const links = [...root.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
  return { root, undone, links };
};

describe('requests that were merged', () => {
  it('lead from the merged one to the one it is handled in, with a way to undo that', async () => {
    const { root, undone, links } = await draw({
      duplicates: [],
      duplicateOf: { id: 'r1', reference: 'PR-2026-000001', canUndo: true },
    });
    expect(links).to.deep.equal([['PR-2026-000001', '/back-office/requests/r1']]);
    root.querySelector('button')?.click();
    expect(undone.length).to.equal(1);
    await expect(root).to.be.accessible();
  });

  it('are not taken apart any more once that one was accepted', async () => {
    const { root } = await draw({
      duplicates: [],
      duplicateOf: { id: 'r1', reference: 'PR-2026-000001', canUndo: false },
    });
    expect(root.querySelector('button')).to.equal(null);
  });

  it('lead from the one that is gone on with to each that was merged into it, with what they hold', async () => {
    const { root, links } = await draw({
      duplicates: [
        { id: 'r2', reference: 'PR-2026-000002', submittedAt: '2026-11-27T10:00:00Z', files: 2, messages: 1 },
      ],
    });
    expect(links).to.deep.equal([['PR-2026-000002', '/back-office/requests/r2']]);
    expect(root.textContent.replace(/\s+/g, ' ')).to.contain('messages: 1, files: 2');
    await expect(root).to.be.accessible();
  });
});
