import type { Failure } from '../api/failure.js';
import type { Translator } from '../i18n/translate.js';

/** What went wrong with something that is not tried again by itself, in words. */
export const failureText = ({ code }: Failure, words: Translator): string =>
  words.find(`failure.${code}.load`) ?? words.find(`failure.${code}`) ?? words.message('failure.unavailable');
