import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The dark squares of a code as one path: a line of one square's height for each run of them. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        const width = (end < 0 ? row.length : end) - x;
        return [`M${x} ${y}h${width}v1h-${width}z`];
      }),
    )
    .join('');

/** A text as a QR code with this name. Rejects when the code that draws it cannot be loaded. */
export const drawQr = async (text: string, name: string): Promise<TemplateResult> => {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const squares: SVGTemplateResult = svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${pathOf(data)} fill="#000"></path>`;
  return html`<svg role="img" aria-label=${name} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    ${squares}
  </svg>`;
};
