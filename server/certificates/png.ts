import { Resvg } from '@resvg/resvg-js';

/** A square SVG as a PNG of `size` pixels a side. Takes tens of milliseconds of this thread. */
export function renderPng(svg: string, size = 1024): Uint8Array {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } });
  return picture.render().asPng();
}
