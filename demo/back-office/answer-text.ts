import type { AnswerView, LabelledAnswer } from './answers.js';

const line = ({ label, answer }: LabelledAnswer): string => `${label}: ${answerText(answer)}`;

/** An answer as plain text, as it stands in a cell; files count with their names. */
export const answerText = (view: AnswerView): string => {
  switch (view.kind) {
    case 'list':
      return view.texts.join(', ');
    case 'ordered':
    case 'lines':
      return view.texts.join('\n');
    case 'files':
      return view.files.map(({ name }) => name).join(', ');
    case 'rows':
      return view.rows.map(({ title, answers }) => [title, ...answers.map(line)].join('\n')).join('\n');
    case 'words':
    case 'email':
    case 'tel':
    case 'url':
      return view.text;
  }
};

/** Several answers as plain text, each on a line of its own. */
export const answerLines = (answers: readonly LabelledAnswer[]): string => answers.map(line).join('\n');
