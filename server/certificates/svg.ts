import type { Gradient, Paint, Shape } from './drawing.ts';

export type Picture = { size: number; title: string; description: string; shapes: readonly Shape[] };

/** A square picture as an SVG that stands alone: no script, no font, no address to fetch, and said in words. */
export function writeSvg({ size, title, description, shapes }: Picture): string {
  const gradients = shapes.flatMap(({ fill, stroke }) => [fill, stroke]).filter((paint) => typeof paint === 'object');
  const definitions = [...new Map(gradients.map((gradient) => [gradient.id, gradient])).values()];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    ...(definitions.length === 0 ? [] : [`<defs>${definitions.map(writeGradient).join('')}</defs>`]),
    ...shapes.map(writeShape),
    '</svg>',
    '',
  ].join('\n');
}

function writeGradient({ id, top, bottom, stops }: Gradient): string {
  const written = stops.map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`).join('');
  return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="${top}" y2="${bottom}">${written}</linearGradient>`;
}

function writeShape({ path, fill, stroke, strokeWidth }: Shape): string {
  const attributes = [`d="${path}"`, `fill="${fill === undefined ? 'none' : writePaint(fill)}"`];
  if (stroke !== undefined) {
    attributes.push(`stroke="${writePaint(stroke)}"`, `stroke-width="${strokeWidth ?? 1}"`);
    attributes.push('stroke-linecap="round"', 'stroke-linejoin="round"');
  }
  return `<path ${attributes.join(' ')}/>`;
}

function writePaint(paint: Paint): string {
  return typeof paint === 'string' ? paint : `url(#${paint.id})`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
