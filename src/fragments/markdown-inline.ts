/** A run of text, or text with a meaning. */
export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'strong' | 'emphasis'; readonly content: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly content: readonly Inline[] };

const TOKEN =
  /\\([!-/:-@[-`{-~])|`([^`]+)`|\[([^\][]{1,1000})\]\(([^()\s]{1,2000})\)|<?(https?:\/\/[^\s<>()]{1,2000}[^\s<>().,;:!?])>?|(\*{1,3}|_{1,3})|( {2,}\n|\n)/g;

interface Open {
  readonly mark: string;
  readonly content: Inline[];
}

const text = (value: string): Inline => ({ type: 'text', text: value });

const meaning = ({ mark, content }: Open): Inline => ({ type: mark.length === 2 ? 'strong' : 'emphasis', content });

/** Closes the innermost open mark of this kind; marks left open inside it were only characters. */
const close = (stack: Open[], mark: string): boolean => {
  const index = stack.findLastIndex((open) => open.mark === mark);
  if (index < 1) return false;
  const inner = stack.splice(index + 1).flatMap((open) => [text(open.mark), ...open.content]);
  const opened = stack.pop();
  if (opened) stack.at(-1)?.content.push(meaning({ mark, content: [...opened.content, ...inner] }));
  return true;
};

const isWordBefore = (source: string, at: number): boolean => /[\p{L}\p{N}]/u.test(source[at - 1] ?? '');
const isSpaceAt = (source: string, at: number): boolean => /\s|^$/.test(source[at] ?? '');

/** Whether a mark may open here: not before a space, and `_` not inside a word. */
const mayOpen = (source: string, at: number, mark: string): boolean =>
  !isSpaceAt(source, at + mark.length) && !(mark.startsWith('_') && isWordBefore(source, at));

const takeMark = (stack: Open[], source: string, at: number, mark: string): void => {
  if (!isSpaceAt(source, at - 1) && close(stack, mark)) return;
  if (mayOpen(source, at, mark)) stack.push({ mark, content: [] });
  else stack.at(-1)?.content.push(text(mark));
};

/** A run of three is two marks; the innermost that is open comes first. */
const marksOf = (run: string, stack: readonly Open[]): readonly string[] => {
  if (run.length < 3) return [run];
  const [one, two] = [run.slice(0, 1), run.slice(0, 2)];
  return stack.at(-1)?.mark === one ? [one, two] : [two, one];
};

const takeRun = (stack: Open[], source: string, at: number, run: string): void => {
  let from = at;
  for (const mark of marksOf(run, stack)) {
    takeMark(stack, source, from, mark);
    from += mark.length;
  }
};

/** What one match of the pattern stands for; a mark is handled by its stack. */
const inlineOf = (match: RegExpExecArray): Inline | undefined => {
  const [, escaped, code, label, href, address, , lineEnd] = match;
  if (escaped !== undefined) return text(escaped);
  if (code !== undefined) return { type: 'code', text: code };
  if (label !== undefined) return { type: 'link', href: href ?? '', content: parseInline(label) };
  if (address !== undefined) return { type: 'link', href: address, content: [text(address)] };
  if (lineEnd !== undefined) return lineEnd.length > 1 ? { type: 'break' } : text('\n');
  return undefined;
};

/** Reads what stands within a line: strong, emphasis, code, links. Runs once over the source. */
export const parseInline = (source: string): Inline[] => {
  const root: Open = { mark: '', content: [] };
  const stack: Open[] = [root];
  let at = 0;
  for (const match of source.matchAll(TOKEN)) {
    if (match.index > at) stack.at(-1)?.content.push(text(source.slice(at, match.index)));
    at = match.index + match[0].length;
    const inline = inlineOf(match);
    if (inline) stack.at(-1)?.content.push(inline);
    else takeRun(stack, source, match.index, match[6] ?? '');
  }
  if (at < source.length) stack.at(-1)?.content.push(text(source.slice(at)));
  return stack.flatMap((open) => (open === root ? open.content : [text(open.mark), ...open.content]));
};
