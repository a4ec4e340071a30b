/**
 * For each byte of a row and each of its 256 values, the sum of what the set bits' items carry. A person's sum over all
 * items is then one look-up for each byte.
 *
 * @param carried one number per item
 * @returns `table[g * 256 + value]`
 */
export function sumByByte(carried: Float64Array, width: number): Float64Array {
  const table = new Float64Array(width * 256);
  for (let g = 0; g < width; g++) {
    for (let value = 1; value < 256; value++) {
      const lowest = value & -value;
      const item = g * 8 + 31 - Math.clz32(lowest);
      table[g * 256 + value] = (table[g * 256 + (value ^ lowest)] ?? 0) + (carried[item] ?? 0);
    }
  }
  return table;
}

/**
 * The way back: from what was gathered for each value of each byte to what each item gathered.
 *
 * @param gathered `gathered[g * 256 + value]`
 * @returns one number per item
 */
export function gatherByItem(gathered: Float64Array, items: number): Float64Array {
  const totals = new Float64Array(items);
  for (let j = 0; j < items; j++) {
    const bit = 1 << (j & 7);
    const start = (j >> 3) * 256;
    let total = 0;
    for (let value = bit; value < 256; value = (value + 1) | bit) total += gathered[start + value] ?? 0;
    totals[j] = total;
  }
  return totals;
}
