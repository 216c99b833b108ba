import { expect } from '@open-wc/testing';
import { ask, cleanUp, formOf, mount, mountFields, signIn, until } from '../harness.js';
import { PNG } from '../sample-files.js';

const note = { id: 'remarks', type: 'text', label: 'Remarks' } as const;
const item = { id: 'power', kind: 'yes-no-na', label: 'Is there power?', required: true, noteWhen: ['no'] } as const;
const checklist = [
  { ...item, noteWhen: [...item.noteWhen] as ('yes' | 'no' | 'na')[] },
  {
    id: 'gas',
    kind: 'yes-no' as const,
    label: 'Do you smell gas?',
    required: true,
    stopWhen: 'yes' as const,
    stopMessage: 'Phone now',
  },
  { id: 'access', kind: 'done' as const, label: 'Access is free', required: true },
];
const pick = async (visit: Awaited<ReturnType<typeof mount>>, group: string, answer: string) => {
  const around = await visit.role('radiogroup', group);
  [...around.querySelectorAll('label')].find((one) => one.textContent.trim() === answer)?.click();
  await visit.element.updateComplete;
};

afterEach(cleanUp);

describe('the start step', () => {
  it('offers the request types with their descriptions, and passes axe', async () => {
    const visit = await mount();
    await signIn(visit);
    await visit.onStep('start');
    const choice = await visit.label('Report a fault');
    const description = visit.root.querySelector(`#${String(choice.getAttribute('aria-describedby'))}`);
    expect(description?.textContent).to.contain('does not work');
    await until('my requests', () => visit.text().includes('You have not sent a request yet.'));
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('offers to go on with what was left unfinished', async () => {
    const visit = await mount(formOf([note]));
    await visit.element.start('one');
    await visit.fill('Remarks', 'half done');
    await visit.element.goTo('start');
    await visit.press('Continue');
    await visit.onStep('details');
    expect((await visit.label('Remarks')).value).to.equal('half done');
  });
});

describe('the details step', () => {
  it('shows a field when its rule says so, and brings a hidden answer back', async () => {
    const other = {
      id: 'other',
      type: 'text',
      label: 'Which?',
      visibleWhen: { '==': [{ var: 'remarks' }, 'x'] },
    } as const;
    const visit = await mountFields([note, other]);
    expect(visit.text()).not.to.contain('Which?');
    await visit.fill('Remarks', 'x');
    await visit.fill('Which?', 'typed');
    await visit.fill('Remarks', 'y');
    expect(visit.text()).not.to.contain('Which?');
    await visit.fill('Remarks', 'x');
    expect((await visit.label('Which?')).value).to.equal('typed');
  });

  it('counts the characters that are left, and those that are too many', async () => {
    const visit = await mountFields([{ id: 'why', type: 'textarea', label: 'Why', maxLength: 10 }]);
    await visit.fill('Why', 'abcdefgh');
    expect(visit.root.querySelector('.counter')?.textContent.trim()).to.equal('2 characters left');
    await visit.fill('Why', 'abcdefghijklm');
    expect(visit.root.querySelector('.counter')?.textContent.trim()).to.equal('3 characters too many');
  });

  it('marks the minority in words', async () => {
    const required = (id: string) => ({ id, type: 'text', label: id, required: true }) as const;
    const mostlyRequired = await mountFields([required('a'), required('b'), note]);
    expect(mostlyRequired.root.querySelectorAll('.mark')).to.have.length(1);
    expect(mostlyRequired.text()).to.contain('unless it says “optional”');
    cleanUp();
    const mostlyOptional = await mountFields([required('a'), note, { ...note, id: 'more', label: 'More' }]);
    expect(mostlyOptional.root.querySelector('.mark')?.textContent).to.equal('required');
  });

  it('uploads a file with its size, refuses what does not fit, and removes it again', async () => {
    const photos = { id: 'photos', type: 'file', label: 'Photos', accept: ['image/*'], maxBytes: 5000 } as const;
    const visit = await mountFields([{ ...photos, accept: [...photos.accept] }]);
    const input = await until('the input', () => visit.root.querySelector<HTMLInputElement>('input[type=file]'));
    const choose = (file: File) => {
      const files = new DataTransfer();
      files.items.add(file);
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    };
    choose(new File(['GIF89a', new Uint8Array(6000)], 'large.gif', { type: 'image/gif' }));
    await until('the refusal', () => visit.text().includes('too large'));
    choose(new File([PNG], 'plate.png', { type: 'image/png' }));
    await visit.press('Remove plate.png');
    expect(visit.text()).not.to.contain('plate.png');
  });
});

describe('the checklist step', () => {
  const open = async () => {
    const visit = await mountFields([], { checklist });
    await visit.onStep('checklist');
    return visit;
  };

  it('counts what is still open, with a link to each', async () => {
    const visit = await open();
    expect(visit.text()).to.contain('3 items are still open');
    expect(visit.roles('link', 'Is there power?')).to.have.length(1);
    await visit.choose('Access is free');
    expect(visit.text()).to.contain('2 items are still open');
    expect(await visit.violations()).to.deep.equal([]);
  });

  it('asks for a note when the answer is no', async () => {
    const visit = await open();
    await pick(visit, 'Is there power?', 'No');
    await visit.choose('Access is free');
    await pick(visit, 'Do you smell gas?', 'No');
    await visit.press('Next');
    expect(visit.missing()).to.deep.equal(['Is there power? Explanation: Fill this in.']);
    await visit.fill('Explanation', 'The fuse is out');
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).to.contain('No · The fuse is out');
  });

  it('stops with its message when it is not safe', async () => {
    const visit = await open();
    await pick(visit, 'Do you smell gas?', 'Yes');
    await until('the message', () => visit.text().includes('Phone now'));
    await visit.press('Next');
    expect(visit.element.step).to.equal('checklist');
    expect(await visit.violations()).to.deep.equal([]);
  });
});

describe('the submit step', () => {
  const terms = [
    { id: 'general', version: '1', label: 'I accept the terms', required: true, text: '## Terms\n\n1. Be **kind**' },
    { id: 'news', version: '1', label: 'Send me news', required: false, url: 'https://example.com/news' },
  ];

  it('asks for terms only where the configuration has any', async () => {
    const visit = await mountFields([note]);
    await visit.press('Next');
    await visit.onStep('submit');
    expect(visit.text()).not.to.contain('Terms');
  });

  it('shows the text of terms, and refuses to send before they are accepted', async () => {
    const visit = await mountFields([note], { terms });
    await visit.press('Next');
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    expect(visit.root.querySelector('.markdown ol strong')?.textContent).to.equal('kind');
    await visit.press('Submit request');
    expect(visit.missing()).to.deep.equal(['I accept the terms: Accept this to send the request.']);
    expect(await visit.violations()).to.deep.equal([]);
    await visit.choose('I accept the terms');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    const [stored] = await ask('requests', { id: visit.portal.id });
    expect(stored?.submission.terms).to.deep.include({ general: { version: '1', accepted: true } });
  });

  it('makes one request of many clicks', async () => {
    const visit = await mountFields([note]);
    await visit.press('Next');
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    const button = await visit.role('button', 'Submit request');
    for (let i = 0; i < 10; i += 1) button.click();
    await visit.onStep('confirmation');
    expect(await ask('requests', { id: visit.portal.id })).to.have.length(1);
  });
});

describe('the confirmation step', () => {
  it('shows the reference, what was sent and the way to a next request', async () => {
    const visit = await mountFields([note]);
    await visit.fill('Remarks', 'All of it');
    await visit.press('Next');
    await visit.fill('Name', 'Ann');
    await visit.fill('E-mail address', 'ann@example.com');
    await visit.press('Submit request');
    await visit.onStep('confirmation');
    expect(visit.root.querySelector('output')?.textContent).to.match(/^PR-\d{4}-000001$/);
    expect(visit.text()).to.contain('All of it').and.to.contain('ann@example.com');
    expect(await visit.violations()).to.deep.equal([]);
    await visit.press('New request');
    await visit.onStep('details');
    expect((await visit.label('Remarks')).value).to.equal('');
  });
});
