import { error } from './error/error.ts';
import { gap } from './gap/gap.ts';
import { insert } from './insert/insert.ts';
import type { BuildableKind, Kind } from './kind.ts';
import { order } from './order/order.ts';
import { output } from './output/output.ts';
import { trace } from './trace/trace.ts';

/** Every kind of item that can be built; a new kind is a folder of its own, its name in `BuildableKind`, and a line here. */
export const kinds: Record<BuildableKind, Kind> = { error, gap, insert, order, output, trace };
