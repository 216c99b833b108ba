import { expect, fixture, html } from '@open-wc/testing';
import { OfficeFailure } from '../../../demo/back-office/failure.js';
import { SettingsPage } from '../../../demo/back-office/pages/settings.js';
import { CopyButton } from '../../../demo/back-office/parts/settings/copy-button.js';
import { JsonValue } from '../../../demo/back-office/parts/settings/json-value.js';
import { SettingsPreview } from '../../../demo/back-office/parts/settings/preview.js';
import { PublishPanel } from '../../../demo/back-office/parts/settings/publish-panel.js';
import { SettingsVersions } from '../../../demo/back-office/parts/settings/versions.js';
import { sectionRoute } from '../../../demo/back-office/sections.js';
import { createWords } from '../../../demo/back-office/words.js';
import { until } from '../../harness.js';
import { content } from './contents.js';
import { openDesk, type Desk } from './office-in-memory.js';

customElements.define('office-settings', SettingsPage);
customElements.define('office-copy-button', CopyButton);
customElements.define('office-json-value', JsonValue);
customElements.define('office-settings-preview', SettingsPreview);
customElements.define('office-publish-panel', PublishPanel);
customElements.define('office-settings-versions', SettingsVersions);

const open = async (desk: Desk, ...rest: string[]): Promise<HTMLElement> => {
  const page = await fixture<HTMLElement>(
    html`<main>
      <office-settings .office=${desk.office} .route=${sectionRoute('settings', rest)}></office-settings>
    </main>`,
  );
  await until('the editor', () => page.querySelector('.settings-panel > *') !== null);
  return page;
};

const labelled = (page: HTMLElement, label: string): HTMLInputElement => {
  const found = [...page.querySelectorAll('label')].find((one) => one.innerText.trim() === label);
  const control = found?.control;
  if (!(control instanceof HTMLElement)) throw new Error(`Nothing is labelled ${label}`);
  return control as HTMLInputElement;
};

const one = (page: HTMLElement, selector: string): HTMLElement => {
  const found = page.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};

const button = (page: HTMLElement, name: string): HTMLElement => {
  const all = [...page.querySelectorAll<HTMLElement>('button')];
  const found = all.find((each) => (each.getAttribute('aria-label') ?? each.innerText.trim()) === name);
  if (!found) throw new Error(`There is no button ${name}`);
  return found;
};

const type = (control: HTMLInputElement | HTMLTextAreaElement, text: string): void => {
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
};

const names = (page: HTMLElement): string[] =>
  [...page.querySelectorAll<HTMLElement>('.part-field > .part-head .part-label')].map((one) => one.innerText);

describe('the settings of a portal in the back office', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('keep what is typed by themselves', async () => {
    const desk = openDesk();
    const page = await open(desk);
    type(labelled(page, 'Telefoonnummer'), '030');
    await until('it is kept', () => desk.saved.at(-1)?.config.portal.phone === '030');
    await until('it says so', () => page.innerText.includes('Concept bewaard door Noor'));
  });

  it('say that there is no connection, and keep it once there is', async () => {
    const desk = openDesk();
    desk.next = new OfficeFailure('network');
    const page = await open(desk);
    type(labelled(page, 'Telefoonnummer'), '030');
    await until('it says so', () => page.innerText.includes('Geen verbinding met de server'));
    expect(labelled(page, 'Telefoonnummer').value).to.equal('030');
    dispatchEvent(new Event('online'));
    await until('it is kept', () => desk.saved.at(-1)?.config.portal.phone === '030');
  });

  it('go on with what was never kept when they are opened again', async () => {
    const desk = openDesk();
    const page = await open(desk);
    desk.next = new OfficeFailure('network');
    type(labelled(page, 'Telefoonnummer'), '030');
    await until('it says so', () => page.innerText.includes('Geen verbinding met de server'));
    desk.next = new OfficeFailure('network');
    page.remove();
    await until('the last attempt', () => desk.next === undefined);
    const again = await open(desk);
    expect(labelled(again, 'Telefoonnummer').value).to.equal('030');
    await until('it is kept', () => desk.saved.at(-1)?.config.portal.phone === '030');
  });

  it('show both versions when somebody else changed the draft too, and lose neither', async () => {
    const desk = openDesk();
    const page = await open(desk);
    desk.change({ ...content, office: { ...content.office, needsApproval: false } });
    type(labelled(page, 'Telefoonnummer'), '030');
    await until('the question', () => page.innerText.includes('Iemand anders heeft het concept ook gewijzigd'));
    expect(page.innerText).to.contain('050 → 030').and.to.contain('Kantoor keurt aanvragen eerst goed: Ja → Nee');
    await expect(page).to.be.accessible();
    button(page, 'Verder met mijn versie').click();
    await until('it is kept', () => desk.saved.at(-1)?.config.portal.phone === '030');
  });

  it('add a field, and move it by the keyboard, with focus on it and its new place said', async () => {
    const page = await open(openDesk(), 'types', '0');
    type(labelled(page, 'Nieuw veld'), 'Verdieping');
    button(one(page, '.part-section .add'), 'Toevoegen').click();
    await until('the field', () => names(page).at(-1) === 'Verdieping');
    await until('the focus', () => document.activeElement?.textContent.includes('Verdieping'));
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }),
    );
    await until('the move', () => names(page).at(-2) === 'Verdieping');
    await until('the focus', () => document.activeElement?.textContent.includes('Verdieping'));
    expect(page.textContent).to.contain('Verplaatst naar plaats 3 van 4');
    button(page, 'Ongedaan maken').click();
    await until('it is back', () => names(page).at(-1) === 'Verdieping');
  });

  it('move a dragged field to the place that it was dropped nearest to, also below its list', async () => {
    const page = await open(openDesk(), 'types', '0');
    const dragged = one(page, '.part-field .grip');
    const drag = (target: EventTarget, name: string, clientY = 0): void => {
      const dataTransfer = new DataTransfer();
      target.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, clientY, dataTransfer }));
    };
    drag(dragged, 'dragstart');
    drag(document.body, 'dragover', 100_000);
    expect(page.querySelectorAll('.part-field')[2]?.classList.contains('drop-after')).to.equal(true);
    drag(document.body, 'drop', 100_000);
    drag(dragged, 'dragend');
    await until('the other order', () => names(page).at(-1) === 'Soort');
    expect(page.querySelector('.drop-after')).to.equal(null);
    drag(document.body, 'drop');
    expect(names(page)).to.deep.equal(['Tekst', 'Spoed', 'Soort']);
  });

  it('keep what was typed as JSON though it is not right, and say where and why', async () => {
    const desk = openDesk();
    const page = await open(desk, 'json');
    const area = one(page, 'textarea') as HTMLTextAreaElement;
    type(area, '{\n  "config": 1');
    await until('the mistake', () => page.innerText.includes('Regel 2'));
    expect(area.value).to.equal('{\n  "config": 1');
    const phone = { ...content, config: { ...content.config, portal: { ...content.config.portal, phone: '1' } } };
    type(area, JSON.stringify(phone));
    await until('it is kept', () => desk.saved.at(-1)?.config.portal.phone === '1');
  });

  it('look at JSON once for each time that it is typed', async () => {
    const seen: unknown[] = [];
    const inspect = (value: unknown) => {
      seen.push(value);
      return { isUsable: true, remarks: [] };
    };
    const page = await fixture<JsonValue>(
      html`<office-json-value .value=${{ a: 1 }} .words=${createWords('nl')} .inspect=${inspect}></office-json-value>`,
    );
    type(one(page, 'textarea') as HTMLTextAreaElement, '{"a":2}');
    await page.updateComplete;
    expect(seen).to.deep.equal([{ a: 1 }, { a: 2 }]);
  });

  it('block publishing while something is wrong, with the way to it', async () => {
    const desk = openDesk();
    desk.change({ ...content, office: { ...content.office, origins: ['example.com'] } });
    const page = await open(desk, 'publish');
    await until('the changes', () => page.innerText.includes('Herstel dit voordat u publiceert'));
    expect(button(page, 'Nu publiceren').getAttribute('aria-disabled')).to.equal('true');
    expect(page.querySelector('.issues a')?.getAttribute('href')).to.equal('/back-office/settings');
    await expect(page).to.be.accessible();
  });

  for (const rest of [[], ['types'], ['types', '0'], ['embed'], ['json']]) {
    it(`can be read and used by everyone: ${rest.join('/') || 'general'}`, async () => {
      const page = await open(openDesk(), ...rest);
      page.querySelectorAll<HTMLElement>('.part-name[aria-expanded=false]')[0]?.click();
      for (const details of page.querySelectorAll('details')) details.open = true;
      await expect(page).to.be.accessible();
    });
  }
});
