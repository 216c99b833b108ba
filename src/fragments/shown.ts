import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Told = (element: Element) => void;

/** Hands its element over when that is rendered, and again when it is given another function. */
class ShownDirective extends Directive {
  #told?: Told;

  override render(told: Told): Told {
    return told;
  }

  override update({ element }: ElementPart, [told]: [Told]): void {
    if (told !== this.#told) told(element);
    this.#told = told;
  }
}

/** `ref` of Lit, without what it needs to tell when an element is gone. */
export const shown = directive(ShownDirective);
