import { asFiles, type FieldDescriptor } from './field.js';
import { shellOf, singleShell } from './field-shell.js';
import { fileControl } from './file-list.js';

export const file: FieldDescriptor<'file'> = {
  missing: 'issue.required.file',
  render: (props) => {
    const { field, answer, pointer, uploads, words, actions } = props;
    const files = asFiles(answer);
    return singleShell(shellOf(props), (aria) =>
      fileControl(
        { pointer, files, uploads, limits: field, isReadOnly: field.readOnly ?? false, words, actions },
        aria,
      ),
    );
  },
  summary: (_field, answer, words) =>
    asFiles(answer)
      .map(({ name, size }) => `${name} (${words.bytes(size)})`)
      .join(', '),
};
