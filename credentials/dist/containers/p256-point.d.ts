/**
 * The y of the point of P-256 with this x whose parity is `isOdd`: 32 bytes, or null if no point has this x.
 *
 * @see SEC 1, section 2.3.4; the curve is y² = x³ − 3x + b, and its prime leaves 3 when divided by 4
 */
export declare function findY(x: Uint8Array, isOdd: boolean): Uint8Array | null;
