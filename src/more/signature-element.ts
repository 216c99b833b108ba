import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FieldProps } from '../fields/field.js';
import { groupShell, shellOf, type ControlAria, type ShellProps } from '../fields/field-shell.js';
import { beforeNext } from './before-next.js';
import { drawingPointer, drawingsUnderWay, signatureOf } from './signature-answer.js';
import { createInk, loadPad, toPng, type Drawing, type Ink, type Pad } from './signature-ink.js';
import { missingPane, statusText, typedPane, uploadLines, wayChoice, type Way } from './signature-panes.js';
import { signature } from './signature.js';

/** How long after the last stroke a drawing counts as finished, in milliseconds. */
const SETTLES_AFTER = 1000;
const THEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** A `signature` field: a sheet to draw on, or a name that is typed instead. */
export class SignatureElement extends LitElement {
  @property({ attribute: false }) props?: FieldProps<'signature'>;

  /** Gives what draws; asked when the sheet is shown for the first time. */
  @property({ attribute: false }) load: () => Promise<Pad> = loadPad;

  #way?: Way;
  #pad: Pad | 'loading' | 'missing' | undefined;
  #ink?: Ink;
  #drawing?: Drawing;
  /** How far the drawing is on its way to the uploads. */
  #stage: 'none' | 'drawn' | 'leaving' = 'none';
  /** One drawing is handed over after the other. */
  #keeping = Promise.resolve();
  #drawsAgain = false;
  #settling?: ReturnType<typeof setTimeout>;
  #goesOn?: HTMLFormElement;

  readonly #sheetSize = new ResizeObserver(() => void this.#ink?.show(this.#drawing));
  readonly #themes = THEMES.map((query) => matchMedia(query));
  readonly #recolour = (): void => void this.#ink?.show(this.#drawing);

  constructor() {
    super();
    beforeNext(this, (form) => this.#keepBefore(form));
    this.addEventListener('focusout', () => void this.#keep());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const theme of this.#themes) theme.addEventListener('change', this.#recolour);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const theme of this.#themes) theme.removeEventListener('change', this.#recolour);
    this.#sheetSize.disconnect();
    this.#ink?.end();
    this.#ink = undefined;
    void this.#keep();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    return groupShell(this.#shell(props), (aria) =>
      props.field.readOnly
        ? html`<p id=${aria.id} tabindex="-1">${signature.summary(props.field, props.answer, props.words) || '–'}</p>`
        : this.#control(props, aria),
    );
  }

  protected override updated(): void {
    const canvas = this.querySelector('canvas');
    if (canvas) this.#prepare(canvas);
    else if (this.#pad === undefined && this.querySelector('[data-awaits]')) void this.#loadPad();
    const isUnderWay = this.props !== undefined && drawingsUnderWay(this.props).length > 0;
    if (this.#stage === 'leaving' && isUnderWay) this.#left();
  }

  #left(): void {
    this.#stage = 'none';
    const form = this.#goesOn;
    this.#goesOn = undefined;
    form?.requestSubmit();
  }

  /** A drawing that is on its way is not missing. */
  #shell(props: FieldProps<'signature'>): ShellProps {
    const shell = shellOf(props);
    const isComing = this.#canKeep() || drawingsUnderWay(props).length > 0;
    return props.issue?.code === 'required' && isComing ? { ...shell, error: undefined } : shell;
  }

  #control(props: FieldProps<'signature'>, aria: ControlAria): TemplateResult {
    const { typedName, attachment } = signatureOf(props.answer);
    const way = this.#way ?? (typedName ? 'type' : 'draw');
    const isStored = attachment !== undefined && !this.#drawing && !this.#drawsAgain;
    const awaitsStroke = this.#drawsAgain && !this.#drawing;
    const drawn = (): TemplateResult => (isStored ? this.#againButton(props) : this.#sheet(props, aria));
    return html`${wayChoice(props, aria, way, (chosen) => this.#choose(chosen))}
      <p class="signature-status" role="status">${statusText(props, way, awaitsStroke)}</p>
      ${way === 'draw' ? drawn() : typedPane(props, aria, (name) => void this.#type(name))} ${uploadLines(props)}`;
  }

  #againButton({ words }: FieldProps<'signature'>): TemplateResult {
    return html`<button type="button" class="button" part="button" @click=${() => void this.#drawAgain()}>
      ${words.message('signature.again')}
    </button>`;
  }

  #sheet(props: FieldProps<'signature'>, aria: ControlAria): TemplateResult {
    const { words } = props;
    if (this.#pad === 'missing') return missingPane(props, () => void this.#loadPad());
    if (this.#pad === undefined || this.#pad === 'loading')
      return html`<p class="hint" data-awaits>${words.message('working')}</p>`;
    const hintId = `${aria.id}-sheet`;
    const label = words.message(this.#drawing ? 'signature.drawn' : 'signature.empty');
    return html`<div class="sheet" part="control">
        <canvas role="img" aria-label=${label} aria-describedby=${hintId}></canvas>
      </div>
      <div class="signature-foot">
        <p class="hint" id=${hintId}>${words.message('signature.hint')}</p>
        <button type="button" class="link" part="link" data-act="clear" @click=${() => void this.#clear()}>
          ${words.message('signature.clear')}
        </button>
      </div>`;
  }

  async #loadPad(): Promise<void> {
    this.#pad = 'loading';
    this.requestUpdate();
    try {
      this.#pad = await this.load();
      void this.#keep();
    } catch (error) {
      console.error('portal-request-form: what draws a signature could not be loaded', error);
      this.#pad = 'missing';
    }
    this.requestUpdate();
  }

  #prepare(canvas: HTMLCanvasElement): void {
    if (typeof this.#pad !== 'function' || this.#ink?.canvas === canvas) return;
    this.#ink?.end();
    this.#sheetSize.disconnect();
    this.#ink = createInk(this.#pad, canvas, {
      began: () => clearTimeout(this.#settling),
      ended: (drawing) => {
        this.#drawing = drawing;
        this.#stage = 'drawn';
        this.#settling = setTimeout(() => void this.#keep(), SETTLES_AFTER);
        this.requestUpdate();
      },
    });
    this.#sheetSize.observe(canvas);
  }

  #canKeep(): boolean {
    return this.#stage !== 'none' && typeof this.#pad === 'function';
  }

  #keepBefore(form: HTMLFormElement): boolean {
    if (!this.#canKeep()) return false;
    this.#goesOn = form;
    void this.#keep();
    return true;
  }

  /** Sends the drawing on its way, if it is not yet. */
  #keep(): Promise<void> {
    clearTimeout(this.#settling);
    this.#keeping = this.#keeping.then(() => this.#handOver());
    return this.#keeping;
  }

  async #handOver(): Promise<void> {
    const drawing = this.#drawing;
    if (!this.props || !drawing || this.#stage !== 'drawn' || typeof this.#pad !== 'function') return;
    try {
      const file = await toPng(this.#pad, drawing, this.props.words.message('signature.file-name'));
      await this.#forget(this.props);
      if (this.#drawing !== drawing) return;
      this.#stage = 'leaving';
      this.#drawsAgain = false;
      const sent = this.props.actions.addFiles(drawingPointer(this.props.pointer), [file], { accept: ['image/png'] });
      sent.catch((error: unknown) => this.#failed(error));
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    console.error('portal-request-form: a signature could not be kept', error);
    this.#stage = 'drawn';
    this.#goesOn = undefined;
    this.#pad = 'missing';
    this.requestUpdate();
  }

  /** Takes back what was drawn before and is stored or on its way. */
  async #forget(props: FieldProps<'signature'>): Promise<void> {
    const { attachment } = signatureOf(props.answer);
    await Promise.all(drawingsUnderWay(props).map(({ id }) => props.actions.removeUpload(id)));
    if (!attachment) return;
    await props.actions.removeFile(drawingPointer(props.pointer), attachment.id);
    await props.give(undefined); // an empty object would count as an answer
  }

  #dropStrokes(): void {
    clearTimeout(this.#settling);
    this.#drawing = undefined;
    this.#stage = 'none';
    this.#ink?.show(undefined);
    this.requestUpdate();
  }

  async #clear(): Promise<void> {
    this.#dropStrokes();
    this.#drawsAgain = false;
    if (!this.props) return;
    await this.#forget(this.props);
    await this.props.give(undefined);
  }

  async #drawAgain(): Promise<void> {
    this.#drawsAgain = true;
    if (!this.#pad) await this.#loadPad();
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-act=clear]')?.focus();
  }

  #choose(way: Way): void {
    void this.#keep();
    this.#way = way;
    this.requestUpdate();
  }

  async #type(name: string): Promise<void> {
    this.#way = 'type';
    this.#dropStrokes();
    const { props } = this;
    if (!props) return;
    await Promise.all(drawingsUnderWay(props).map(({ id }) => props.actions.removeUpload(id)));
    await props.give(name ? { typedName: name } : undefined);
  }
}
