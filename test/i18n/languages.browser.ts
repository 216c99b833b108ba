import { expect } from '@open-wc/testing';
import { cleanUp, formOf, mount, until } from '../harness.js';

const remarks = { id: 'remarks', type: 'text', label: 'Remarks', required: true } as const;
const address = { id: 'where', type: 'address', label: 'Where' } as const;

const LANGUAGES = [
  { lang: 'de', next: 'Weiter', missing: 'Es fehlt noch etwas', postcode: 'Postleitzahl' },
  { lang: 'fr', next: 'Suivant', missing: 'Il manque encore quelque chose', postcode: 'Code postal' },
];

afterEach(cleanUp);

describe('a language that does not go along with the script', () => {
  for (const { lang, next, missing, postcode } of LANGUAGES) {
    it(`is spoken in every part of the form: ${lang}`, async () => {
      const visit = await mount(formOf([remarks, address]), { requestType: 'one', lang });
      await visit.press(next);
      await visit.role('heading', missing);
      await until('the words of the address', () => visit.text().includes(postcode));
      expect(await visit.violations()).to.deep.equal([]);
    });
  }

  it('keeps the answers when it is chosen halfway', async () => {
    const visit = await mount(formOf([remarks]), { requestType: 'one' });
    await visit.fill('Remarks', 'kept');
    visit.element.lang = 'de-AT';
    await visit.role('button', 'Weiter');
    expect((await visit.label('Remarks')).value).to.equal('kept');
  });
});
