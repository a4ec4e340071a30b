/** A straight scale from values to pixels. */
export type Scale = { readonly low: number; readonly high: number; readonly from: number; readonly to: number };

/** Where a value stands. @returns pixels */
export function place({ low, high, from, to }: Scale, value: number): number {
  return from + ((value - low) / (high - low)) * (to - from);
}

/** A mark on an axis. */
export type Tick = { readonly value: number; readonly text: string };

/**
 * Round numbers between two values: steps of 1, 2 or 5 times a power of ten.
 *
 * @param most how many marks there is room for
 */
export function roundTicks(low: number, high: number, most: number): Tick[] {
  const step = roundStep(high - low, Math.max(1, most - 1));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, k) => {
    // A quotient of whole numbers, because a product with 0.1 would be off by a digit.
    const value = Number(((first + k) * step).toFixed(decimals));
    return { value, text: writeFigure(value, decimals) };
  });
}

/** The next round number from a value upwards, so that a scale can end on a mark. */
export function roundUp(value: number, most: number): number {
  const step = roundStep(value, Math.max(1, most - 1));
  return Number((Math.ceil(value / step - 1e-9) * step).toFixed(12));
}

/** 1, 2 or 5 times a power of ten, so that at most so many of them make up the span. */
export function roundStep(span: number, most: number): number {
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-9);
  const factor = [1, 2, 5].find((one) => one * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** A figure for people: so many decimals, a true minus sign, and no minus before zero. */
export function writeFigure(value: number, decimals = 2): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `\u2212${text}` : text;
}
