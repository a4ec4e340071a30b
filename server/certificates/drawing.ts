/** A gradient from top to bottom; stops are a place in [0, 1] and a colour. */
export type Gradient = { id: string; top: number; bottom: number; stops: readonly (readonly [number, string])[] };

export type Paint = string | Gradient;

/** One shape: a path in SVG's notation, and how it is painted. The one form in which screen and paper draw. */
export type Shape = {
  path: string;
  fill?: Paint;
  stroke?: Paint;
  strokeWidth?: number;
};

/** A circle as a path. */
export function circle(x: number, y: number, radius: number): string {
  const r = round(radius);
  return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${round(2 * radius)} 0a${r} ${r} 0 1 0 ${round(-2 * radius)} 0Z`;
}

/** A rectangle with round corners as a path. */
export function roundedBox(x: number, y: number, width: number, height: number, radius: number): string {
  const [w, h] = [round(width - 2 * radius), round(height - 2 * radius)];
  const turn = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return (
    `M${round(x + radius)} ${round(y)}h${w}${turn(radius, radius)}v${h}${turn(-radius, radius)}` +
    `h${-w}${turn(-radius, -radius)}v${-h}${turn(radius, -radius)}Z`
  );
}

/** A number as drawings write it: two decimals are finer than any eye. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
