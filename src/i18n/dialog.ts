import type { Language } from './languages.js';

/** The words around a form in a dialog. */
export interface DialogMessages {
  readonly 'dialog.title': string;
  readonly 'dialog.close': string;
}

/** They come along with the dialog, in every language. */
export const dialogTexts: Readonly<Record<Language, DialogMessages>> = {
  nl: { 'dialog.title': 'Aanvraag', 'dialog.close': 'Sluiten' },
  en: { 'dialog.title': 'Request', 'dialog.close': 'Close' },
  de: { 'dialog.title': 'Anfrage', 'dialog.close': 'Schließen' },
  ar: { 'dialog.title': 'طلب', 'dialog.close': 'إغلاق' },
  fr: { 'dialog.title': 'Demande', 'dialog.close': 'Fermer' },
};
