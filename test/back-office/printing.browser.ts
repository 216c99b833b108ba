import { expect, fixture, html } from '@open-wc/testing';
import { openForPrint } from '../../demo/back-office/printing.js';

openForPrint();

const opened = (root: HTMLElement): boolean[] => [...root.querySelectorAll('details')].map(({ open }) => open);

describe('what is folded away in the back office', () => {
  it('is open on paper and folded away again afterwards, but for what only works on a screen', async () => {
    const root = await fixture<HTMLElement>(
      html`<div>
        <details>
          <summary>Terms</summary>
          Text
        </details>
        <details open>
          <summary>Open already</summary>
          Text
        </details>
        <details class="tool">
          <summary>Ask</summary>
          <input aria-label="What" />
        </details>
      </div>`,
    );
    dispatchEvent(new Event('beforeprint'));
    expect(opened(root)).to.deep.equal([true, true, false]);
    dispatchEvent(new Event('afterprint'));
    expect(opened(root)).to.deep.equal([false, true, false]);
  });
});
