import { gap } from './gap/gap.ts';
import { insert } from './insert/insert.ts';
import type { BuildableKind, Kind } from './kind.ts';
import { output } from './output/output.ts';

/** Every kind of item that can be built; a new kind is a folder of its own, its name in `BuildableKind`, and a line here. */
export const kinds: Record<BuildableKind, Kind> = { gap, insert, output };
