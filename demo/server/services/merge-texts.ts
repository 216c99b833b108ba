interface MergeTexts {
  /** Why a request is closed that another one repeats. */
  handledWith(reference: string): string;
  /** What the request says that is gone on with. */
  added(reference: string): string;
}

const en: MergeTexts = {
  handledWith: (reference) => `We handle this request together with your request ${reference}.`,
  added: (reference) => `We handle your request ${reference} together with this one.`,
};

const nl: MergeTexts = {
  handledWith: (reference) => `Wij behandelen deze aanvraag samen met uw aanvraag ${reference}.`,
  added: (reference) => `Wij behandelen uw aanvraag ${reference} samen met deze.`,
};

/** What customers read about requests that were put together; English for a language that has no texts of its own. */
export const mergeTexts = (locale: string): MergeTexts => (locale.toLowerCase().split('-')[0] === 'nl' ? nl : en);
