import type { Responses } from '@pyladder/psychometrics';

export type TextbookLine = { a: number; d: number };

/**
 * One EM step of the 2PL as textbooks write it: for each person, node and item. It is here to be compared with, and its
 * steps are those of the library's EM without acceleration.
 */
export function stepByTextbook(
  { items, scores, counts }: Responses,
  nodes: Float64Array,
  lines: readonly TextbookLine[],
): TextbookLine[] {
  const size = nodes.length;
  const logRight = new Float64Array(items * size);
  const logWrong = new Float64Array(items * size);
  for (const [j, { a, d }] of lines.entries()) {
    for (let q = 0; q < size; q++) {
      const right = 1 / (1 + Math.exp(-a * (nodes[q] ?? 0) - d));
      logRight[j * size + q] = Math.log(right);
      logWrong[j * size + q] = Math.log(1 - right);
    }
  }
  const rightCounts = new Float64Array(items * size);
  const nodeCounts = new Float64Array(size);
  const posterior = new Float64Array(size);
  for (let i = 0; i < counts.length; i++) {
    for (let q = 0; q < size; q++) {
      let log = -0.5 * (nodes[q] as number) ** 2;
      for (let j = 0; j < items; j++) {
        log += (scores[i * items + j] === 1 ? logRight : logWrong)[j * size + q] as number;
      }
      posterior[q] = log;
    }
    const highest = posterior.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
    let total = 0;
    for (let q = 0; q < size; q++) {
      posterior[q] = Math.exp((posterior[q] as number) - highest);
      total += posterior[q] as number;
    }
    for (let q = 0; q < size; q++) {
      const share = (posterior[q] as number) / total;
      nodeCounts[q] = (nodeCounts[q] as number) + share;
      for (let j = 0; j < items; j++) {
        if (scores[i * items + j] === 1) rightCounts[j * size + q] = (rightCounts[j * size + q] as number) + share;
      }
    }
  }
  return lines.map((line, j) => maximiseLine(line, nodes, nodeCounts, rightCounts.subarray(j * size, (j + 1) * size)));
}

/** Newton's method on one item. */
function maximiseLine(
  line: TextbookLine,
  nodes: Float64Array,
  nodeCounts: Float64Array,
  rightCounts: Float64Array,
): TextbookLine {
  let { a, d } = line;
  for (let step = 0; step < 8; step++) {
    let [byA, byD, aa, ad, dd] = [0, 0, 0, 0, 0];
    for (const [q, node] of nodes.entries()) {
      const p = 1 / (1 + Math.exp(-a * node - d));
      const surprise = (rightCounts[q] ?? 0) - (nodeCounts[q] ?? 0) * p;
      const bend = (nodeCounts[q] ?? 0) * p * (1 - p);
      byA += surprise * node;
      byD += surprise;
      aa += bend * node * node;
      ad += bend * node;
      dd += bend;
    }
    const determinant = aa * dd - ad * ad;
    const moveA = (dd * byA - ad * byD) / determinant;
    const moveD = (aa * byD - ad * byA) / determinant;
    a += moveA;
    d += moveD;
    if (Math.abs(moveA) + Math.abs(moveD) < 1e-9) break;
  }
  return { a, d };
}
