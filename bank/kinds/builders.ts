import type { BuildableKind, KindBuilder } from './kind.ts';
import { buildOutput } from './output/build-output.ts';

/** Every kind of item that can be built; a new kind is a folder of its own and a line here. */
export const kindBuilders: Record<BuildableKind, KindBuilder> = { output: buildOutput };
