/** All orders of the numbers below `count`, the rising one first. */
export function listOrders(count: number): number[][] {
  return extend(
    [],
    Array.from({ length: count }, (_, index) => index),
  );
}

function extend(done: readonly number[], left: readonly number[]): number[][] {
  if (left.length === 0) return [[...done]];
  return left.flatMap((next) =>
    extend(
      [...done, next],
      left.filter((other) => other !== next),
    ),
  );
}

/** Two pieces: `first` stands before `second` in every order of a list. */
export type Precedence = { first: number; second: number };

/** Whether an order has a pair the other way round. */
export function breaks(order: readonly number[], { first, second }: Precedence): boolean {
  return order.indexOf(second) < order.indexOf(first);
}

/** The pairs that all orders keep, without those that follow from two others: an order that breaks any of all breaks one of these. */
export function findPrecedences(orders: readonly number[][]): Precedence[] {
  const pieces = (orders[0] ?? []).toSorted((a, b) => a - b);
  const all = pieces.flatMap((first) =>
    pieces
      .map((second): Precedence => ({ first, second }))
      .filter((pair) => pair.second !== first && !orders.some((order) => breaks(order, pair))),
  );
  const has = (first: number, second: number) => all.some((pair) => pair.first === first && pair.second === second);
  return all.filter(({ first, second }) => !pieces.some((middle) => has(first, middle) && has(middle, second)));
}

/** How many pairs of an order stand otherwise than in another. */
export function countInversions(order: readonly number[], other: readonly number[]): number {
  return order.reduce((sum, piece, at) => {
    const later = order.slice(at + 1);
    return sum + later.filter((next) => other.indexOf(next) < other.indexOf(piece)).length;
  }, 0);
}
