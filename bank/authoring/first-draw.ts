import type { PythonPool } from '@pyladder/python/node';
import type { Problem } from '../problem.ts';
import { problemAt } from '../problem.ts';
import { deriveSeed, seededRandom } from '../random.ts';
import { drawParams } from '../templates/params.ts';
import { type Rendered, renderDraws } from '../templates/rendering.ts';
import type { Template } from '../templates/template.ts';

const mostDraws = 300;

/** The first program that a template gives from a pool's seed, in the order in which the bank builds them; nothing of it is run. */
export async function drawFirst(
  template: Template,
  poolSeed: string,
  { python, signal }: { python: PythonPool; signal?: AbortSignal | undefined },
): Promise<{ ok: true; rendered: Rendered } | { ok: false; problem: Problem }> {
  const draws = drawParams(template.params, seededRandom(deriveSeed(poolSeed, template.id)), mostDraws);
  const result = await renderDraws(template, [...draws], python, signal);
  if (!result.ok) return result;
  const first = result.rendered[0];
  if (first !== undefined) return { ok: true, rendered: first };
  const place = template.source.placeOf(['where']);
  return { ok: false, problem: problemAt(place, 'No draw meets `where`.', 'Loosen it or widen the params.') };
}
