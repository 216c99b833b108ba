import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Field } from '../src/contract/index.js';
import { ask, cleanUp, mountFields, type Visit } from './harness.js';

const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const types = ['text', 'textarea', 'checkbox', 'select', 'radio'] as const;

const fieldsOf = (type: (typeof types)[number], count: number): Field[] =>
  Array.from({ length: count }, (_none, index) => {
    const common = { id: `field${index}`, label: `Field ${index}`, required: true };
    return type === 'select' || type === 'radio' ? { ...common, type, options: OPTIONS } : { ...common, type };
  });

/** Every node below the form, comments and texts too. */
const nodesIn = ({ root }: Visit): number => {
  const walker = document.createTreeWalker(root);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
};

/** How often an element renders from now on. */
const rendersOf = (element: LitElement): (() => number) => {
  let count = 0;
  element.addController({ hostUpdated: () => void (count += 1) });
  return () => count;
};

const mutationsIn = (elements: readonly Element[]): (() => number) => {
  const observer = new MutationObserver(() => undefined);
  for (const element of elements)
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
  return () => observer.takeRecords().length;
};

afterEach(cleanUp);

describe('what a form costs, in numbers that no machine changes', () => {
  const most = { text: 22, textarea: 21, checkbox: 18, select: 40, radio: 42 };
  for (const type of types) {
    it(`is at most ${most[type]} nodes for each ${type}`, async () => {
      const few = nodesIn(await mountFields(fieldsOf(type, 10)));
      cleanUp();
      const many = nodesIn(await mountFields(fieldsOf(type, 30)));
      expect((many - few) / 20).to.be.at.most(most[type]);
    });
  }

  it('is one render of the form and of its step for each key, and nothing of the other fields', async () => {
    const visit = await mountFields(fieldsOf('text', 100));
    const steps = visit.root.querySelectorAll<LitElement>('.body > .step');
    await visit.fill('Field 3', 'a');
    const renders = [visit.element, ...steps].map(rendersOf);
    const others = [...visit.root.querySelectorAll('[part=field]')].filter((_field, index) => index !== 3);
    const mutations = mutationsIn(others);
    await visit.fill('Field 3', 'ab');
    await visit.element.updateComplete;
    expect(renders.map((count) => count())).to.deep.equal([1, 1]);
    expect(mutations()).to.equal(0);
  });

  it('is one call of the portal until the first field of a guest', async () => {
    const visit = await mountFields(fieldsOf('text', 1));
    await visit.label('Field 0');
    const calls = await ask('calls', { id: visit.portal.id });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['GET /config']);
  });
});
