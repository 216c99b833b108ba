// Says which texts of a language are missing, superfluous, empty or wrongly filled in, compared with the English ones.
import { tsImport } from 'tsx/esm/api';

const load = (path) => tsImport(path, import.meta.url);

/** The languages of the form: `whole-….ts` has each but those that go along with the script. */
const LANGUAGES = ['nl', 'de', 'fr', 'ar'];

const wholeOf = async (language) => {
  const [[entry], [request], [more]] = await Promise.all(
    ['', '-request', '-more'].map(async (part) => Object.values(await load(`../src/i18n/${language}${part}.ts`))),
  );
  return { ...entry, ...request, ...more };
};

/** Every set of texts: its name, the English ones, and those of the other languages. */
const sets = async () => {
  const { diagnosisTexts } = await load('../src/i18n/diagnosis.ts');
  const { dialogTexts } = await load('../src/i18n/dialog.ts');
  const { LANGUAGES: spoken, loadTexts } = await load('../demo/back-office/texts/index.ts');
  const office = Object.fromEntries(await Promise.all(spoken.map(async (one) => [one, await loadTexts(one)])));
  const form = await Promise.all(LANGUAGES.map(async (language) => [language, await wholeOf(language)]));
  const others = ({ en: _en, ...rest }) => Object.entries(rest);
  return [
    ['form', await wholeOf('en'), form],
    ['dialog', dialogTexts.en, others(dialogTexts)],
    ['diagnosis', diagnosisTexts.en, others(diagnosisTexts)],
    ['office', office.en, others(office)],
  ];
};

const sentencesOf = (text) => (typeof text === 'string' ? [text] : Object.values(text));
const paramsOf = (text) =>
  [...new Set(sentencesOf(text).flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))]
    .sort()
    .join();

/** The plural forms that a language has for whole numbers. */
const formsOf = (language) => {
  const rules = new Intl.PluralRules(language);
  return [...new Set([0, 1, 2, 3, 11, 100].map((count) => rules.select(count)))];
};

const mistakeOf = (text, english, language) => {
  if (text === undefined) return 'is missing';
  if (typeof text !== typeof english) return typeof english === 'string' ? 'has plural forms' : 'has no plural forms';
  if (sentencesOf(text).some((one) => one.trim() === '')) return 'is empty';
  if (paramsOf(text) !== paramsOf(english)) return `fills in {${paramsOf(text)}}, English {${paramsOf(english)}}`;
  const left = typeof text === 'string' ? [] : formsOf(language).filter((form) => !(form in text));
  return left.length > 0 ? `lacks the plural ${left.join(', ')}` : undefined;
};

/** What is wrong with the texts of one language, one sentence each. */
export const mistakesIn = (texts, english, language) => [
  ...Object.entries(english).flatMap(([key, text]) => {
    const mistake = mistakeOf(Object.hasOwn(texts, key) ? texts[key] : undefined, text, language);
    return mistake ? [`"${key}" ${mistake}`] : [];
  }),
  ...Object.keys(texts)
    .filter((key) => !Object.hasOwn(english, key))
    .map((key) => `"${key}" is superfluous`),
];

if (process.argv[1] === import.meta.filename) {
  const found = [];
  for (const [name, english, others] of await sets()) {
    const counts = others.map(([language, texts]) => `${language} ${Object.keys(texts).length}`);
    console.log(`${name}: en ${Object.keys(english).length}, ${counts.join(', ')}`);
    for (const [language, texts] of [...others, ['en', english]])
      found.push(...mistakesIn(texts, english, language).map((mistake) => `${name}, ${language}: ${mistake}`));
  }
  for (const one of found) console.error(one);
  process.exitCode = found.length > 0 ? 1 : 0;
}
