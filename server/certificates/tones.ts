/** The colours of the design tokens on paper, which a picture and a printed page take along. */
export const PAPER = '#fbfaf6';
export const INK = '#16202e';
export const INK_SOFT = '#3f4a57';
export const LINE = '#dcd6c8';
/** Hardly more than the paper: words over it stay legible. */
export const WATERMARK = '#efece4';
export const TONGUE = '#8e2d1b';

/** A rung's tone: `fill` for shapes, `ink` for words. */
export type Tone = { fill: string; ink: string };

/** From moss to indigo, lowest first. */
export const TONES: readonly Tone[] = [
  { fill: '#54772f', ink: '#3d5722' },
  { fill: '#17756b', ink: '#125a52' },
  { fill: '#2260a3', ink: '#1d518a' },
  { fill: '#4547a3', ink: '#43459f' },
  { fill: '#6a3d9a', ink: '#653a93' },
];

/** The tone of the rung at `place` (0 is the lowest) on a ladder of `count` rungs, spread evenly over all tones. */
export function toneOfRung(place: number, count: number): Tone {
  const share = count <= 1 ? 0 : place / (count - 1);
  const tone = TONES[Math.round(share * (TONES.length - 1))];
  if (tone === undefined) throw new RangeError(`rung ${place} of ${count}`);
  return tone;
}
