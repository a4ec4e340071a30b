import type { ItemView } from '@pyladder/contract';
import type { Response } from '@pyladder/exam';

/** The lines as they stand: in the order answered, or as they were given while there is no answer. */
export function orderIn({ options }: Pick<ItemView, 'options'>, response: Response | null): readonly string[] {
  return response?.type === 'order' && response.options.length > 0 ? response.options : options.map(({ id }) => id);
}

/** The order after what stands at `from` was taken out and put back at `to`, which is kept within the order. */
export function moveWithin(order: readonly string[], from: number, to: number): readonly string[] {
  const moved = order[from];
  if (moved === undefined) return order;
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, moved);
}
