/**
 * For each byte of a row, each of its 256 values and each node, the sum of what the set bits' items carry there. A person's
 * sums over all items are then one look-up for each byte.
 *
 * @param carried `carried[item * size + node]`
 * @param width bytes to a row
 * @param size nodes; 1 if what an item carries is the same everywhere
 * @returns `table[(g * 256 + value) * size + node]`
 */
export function sumByByte(carried: Float64Array, width: number, size: number): Float64Array {
  const items = carried.length / size;
  const table = new Float64Array(width * 256 * size);
  for (let g = 0; g < width; g++) {
    for (let value = 1; value < 256; value++) {
      const lowest = value & -value;
      const item = g * 8 + 31 - Math.clz32(lowest);
      if (item >= items) continue;
      const to = (g * 256 + value) * size;
      const from = (g * 256 + (value ^ lowest)) * size;
      for (let q = 0; q < size; q++) {
        table[to + q] = (table[from + q] as number) + (carried[item * size + q] as number);
      }
    }
  }
  return table;
}

/**
 * The way back: from what was gathered for each value of each byte to what each item gathered.
 *
 * @param gathered `gathered[(g * 256 + value) * size + node]`
 * @returns `totals[item * size + node]`
 */
export function gatherByItem(gathered: Float64Array, items: number, size: number): Float64Array {
  const totals = new Float64Array(items * size);
  for (let j = 0; j < items; j++) {
    const bit = 1 << (j & 7);
    for (let value = bit; value < 256; value = (value + 1) | bit) {
      const start = ((j >> 3) * 256 + value) * size;
      for (let q = 0; q < size; q++) {
        totals[j * size + q] = (totals[j * size + q] as number) + (gathered[start + q] as number);
      }
    }
  }
  return totals;
}
