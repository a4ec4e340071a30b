import { concept } from './concept/concept.ts';
import { error } from './error/error.ts';
import { gap } from './gap/gap.ts';
import { insert } from './insert/insert.ts';
import type { BuildableKind, Kind } from './kind.ts';
import { match } from './match/match.ts';
import { order } from './order/order.ts';
import { output } from './output/output.ts';
import { scenarioOf } from './scenario/scenario.ts';
import { selectMany } from './select-many/select-many.ts';
import { trace } from './trace/trace.ts';

/** The kinds whose templates give one item a variant. */
const singles = { output, error, gap, insert, order, 'select-many': selectMany, match, trace, concept };

/** Every kind of item that can be built; a new kind is a folder of its own, its name in `BuildableKind`, and a line here. */
export const kinds: Record<BuildableKind, Kind> = { ...singles, scenario: scenarioOf(singles) };
